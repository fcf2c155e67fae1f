import { language } from "./language";

export { language } from "./language";

export type Plural = { one: string; other: string };
type Room = Record<string, string | Plural>;
export type Catalogue = Record<string, Room>;

/** "home.title" and the like: only what the catalogue holds. */
export type Key<C extends Catalogue> = {
  [R in keyof C & string]: `${R}.${keyof C[R] & string}`;
}[keyof C & string];

export type Params = Record<string, string | number>;

const numbers = new Intl.NumberFormat(language);
const plurals = new Intl.PluralRules(language);

let translations: Record<string, Catalogue> = {};

/** From now on these are used, each in the place of the Dutch catalogue of that name. */
export function translate(catalogues: Record<string, Catalogue>): void {
  translations = catalogues;
}

export function translated(name: string): Catalogue | undefined {
  return translations[name];
}

/** Staff pages bring a catalogue of their own, so that a volunteer's phone does not load it. */
export function translator<C extends Catalogue>(name: string, dutch: C) {
  return (key: Key<C>, params: Params = {}): string => {
    const catalogue: Catalogue = translations[name] ?? dutch;
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
