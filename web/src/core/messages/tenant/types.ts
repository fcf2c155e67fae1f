import type { nl } from "./nl";

/** The same rooms and keys as in Dutch; a plural has every form that the language needs. */
export type Translated<Dutch, F extends string> = {
  [R in keyof Dutch]: {
    [K in keyof Dutch[R]]: Dutch[R][K] extends string ? string : Record<F, string>;
  };
};

/** A key or a plural form that is missing does not compile. */
export type Messages<F extends string = string> = Translated<typeof nl, F>;

export type TenantKey = {
  [R in keyof typeof nl & string]: `${R}.${keyof (typeof nl)[R] & string}`;
}[keyof typeof nl & string];
