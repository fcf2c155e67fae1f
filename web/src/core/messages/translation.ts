import type { Catalogue, Plural } from "./translator";

/**
 * The same rooms and keys as in Dutch: one that is missing, or too many, does not compile. What is
 * one word in Dutch may need two forms.
 */
export type Translation<Dutch extends Catalogue> = {
  [R in keyof Dutch]: {
    [K in keyof Dutch[R]]: Dutch[R][K] extends string ? string | Plural : Plural;
  };
};
