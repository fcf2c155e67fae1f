type Plural = { one: string; other: string };
type Room = Record<string, string | Plural>;
export type Catalogue = Record<string, Room>;

/** "home.title" and the like: only what the catalogue holds. */
export type Key<C extends Catalogue> = {
  [R in keyof C & string]: `${R}.${keyof C[R] & string}`;
}[keyof C & string];

export type Params = Record<string, string | number>;

export const language = "nl-NL";

const numbers = new Intl.NumberFormat(language);
const plurals = new Intl.PluralRules(language);

/** Staff pages bring a catalogue of their own, so that a volunteer's phone does not load it. */
export function translator<C extends Catalogue>(catalogue: C) {
  return (key: Key<C>, params: Params = {}): string => {
    const dot = key.indexOf(".");
    const found = catalogue[key.slice(0, dot)]?.[key.slice(dot + 1)];
    if (found === undefined) return key;
    const sentence = typeof found === "string" ? found : chosen(found, params["count"]);
    return filled(sentence, params, (count) => numbers.format(count));
  };
}

/** What people wrote is filled in as it is. */
export function filled(sentence: string, params: Params, count: (n: number) => string): string {
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = params[name];
    if (value === undefined) return hole;
    return typeof value === "number" ? count(value) : value;
  });
}

function chosen(forms: Plural, count: string | number | undefined): string {
  return plurals.select(Number(count)) === "one" ? forms.one : forms.other;
}
