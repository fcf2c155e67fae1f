/** The shapes of the public answers, as the server sends them. */
export const languages = ["nl", "en", "ar", "tr", "pl", "uk"] as const;
export type Language = (typeof languages)[number];

export interface Checked {
  code: Language;
  checked: boolean;
}

export interface PublicComplex {
  id: string;
  code: string;
  name: string;
  street: string;
  numbers: string;
  postcode: string;
  lat?: number | null;
  lon?: number | null;
}

export interface PublicDistrict {
  id: string;
  name: string;
  outline: { type: string; coordinates: unknown } | null;
  complexes: PublicComplex[];
}

export interface Districts {
  districts: PublicDistrict[];
  languages: Checked[];
}

/** On these days of the week, Monday is 1; a `to` at or before `from` is on the day after. */
export interface Span {
  days: number[];
  from: string;
  to: string;
}

export interface Partner {
  id: string;
  kind: string;
  name: string;
  text: string;
  phone: string | null;
  email: string | null;
  website: string | null;
  /** Null when there is always somebody. */
  hours: Span[] | null;
  verifiedAt: string | null;
  language: Language;
  checked: boolean;
}

export interface RuleText {
  title: string;
  text: string;
  checked: boolean;
}

export interface Rule {
  id: string;
  /** Null for all of the district. */
  complex: string | null;
  pictogram: string;
  title: string;
  text: string;
  language: Language;
  checked: boolean;
  translations: Partial<Record<Language, RuleText>>;
}

export interface Member {
  id: string;
  name: string;
  picture: string | null;
}

export interface PublicCategory {
  key: string;
  label: string;
  icon: string;
  position: number;
}

export interface Guide {
  district: { id: string; name: string };
  language: Language;
  revision: number;
  association: { name: string; phone: string | null };
  partners: Partner[];
  rules: Rule[];
  team: Member[];
  categories: PublicCategory[];
  languages: Checked[];
  limits: { photos: number; text: number };
}
