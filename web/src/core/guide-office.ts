import type { Ask } from "./ask";
import type { Checked, Language, Partner, Span } from "./tenant/values";

export type GuideList = "partners" | "rules";

export interface PartnerFields {
  kind: string;
  /** Null for all districts. */
  district: string | null;
  position: number;
  name: string;
  text: string;
  phone: string | null;
  email: string | null;
  website: string | null;
  /** Null when there is always somebody. */
  hours: Span[] | null;
}

export interface RuleFields {
  district: string | null;
  complex: string | null;
  position: number;
  pictogram: string;
  title: string;
  text: string;
}

/** One edition: what was saved, by whom, and from when tenants see it. */
export interface Edition {
  revision: number;
  publishAt: string;
  withdrawn: boolean;
  savedAt: string;
  savedBy: string;
}

export interface Translated {
  title: string;
  text: string;
  checked: boolean;
  /** The Dutch says something else by now. */
  stale: boolean;
}

export interface Entry extends Edition {
  id: string;
  state: "published" | "planned" | "withdrawn";
  /** The revision that tenants see now. */
  shown: number | null;
  verifiedAt: string | null;
  verifiedBy: string | null;
  translations: Partial<Record<Language, Translated>>;
}

export type PartnerEntry = Entry & PartnerFields & { history: (Edition & PartnerFields)[] };
export type RuleEntry = Entry & RuleFields & { history: (Edition & RuleFields)[] };

export interface StaffGuide {
  partners: PartnerEntry[];
  rules: RuleEntry[];
  languages: Checked[];
}

export interface Unverified {
  id: string;
  kind: string;
  name: string;
  district: string | null;
  verifiedAt: string | null;
}

/** How an edition is saved: from when it is shown, and which edition it was made from. */
export interface Saving {
  publishAt?: string | null;
  withdrawn?: boolean;
  base: number | null;
}

export interface GuideOffice {
  list(district: string | null): Promise<StaffGuide>;
  unverified(): Promise<Unverified[]>;
  savePartner(id: string, fields: PartnerFields, saving: Saving): Promise<void>;
  saveRule(id: string, fields: RuleFields, saving: Saving): Promise<void>;
  translate(list: GuideList, id: string, language: Language, said: Omit<Translated, "stale">): Promise<void>;
  removeTranslation(list: GuideList, id: string, language: Language): Promise<void>;
  verify(partner: string): Promise<void>;
  setRead(language: Language, checked: boolean): Promise<void>;
}

export function openGuideOffice(ask: Ask): GuideOffice {
  const at = (list: GuideList, id: string) => `/api/guide/${list}/${encodeURIComponent(id)}`;
  const of = (list: GuideList, id: string, language: Language) =>
    `${at(list, id)}/translations/${language}`;
  return {
    list: (district) => ask("GET", `/api/guide${district ? `?district=${district}` : ""}`),
    unverified: async () =>
      (await ask<{ partners: Unverified[] }>("GET", "/api/guide/unverified")).partners,
    savePartner: (id, fields, saving) =>
      ask("PUT", at("partners", id), { ...partnerFields(fields), ...saving }),
    saveRule: (id, fields, saving) =>
      ask("PUT", at("rules", id), { ...ruleFields(fields), ...saving }),
    translate: (list, id, language, { title, text, checked }) =>
      ask("PUT", of(list, id, language), { title, text, checked }),
    removeTranslation: (list, id, language) => ask("DELETE", of(list, id, language)),
    verify: (partner) => ask("POST", `${at("partners", partner)}/verification`),
    setRead: (language, checked) => ask("PUT", `/api/guide/languages/${language}`, { checked }),
  };
}

/** Only what a partner is made of, whatever else came with it; empty lines are nothing. */
export function partnerFields(from: PartnerFields): PartnerFields {
  const { kind, district, position, name, text, hours } = from;
  const line = (value: string | null) => value?.trim() || null;
  const [phone, email, website] = [line(from.phone), line(from.email), line(from.website)];
  return { kind, district, position, name, text, phone, email, website, hours };
}

export function ruleFields(from: RuleFields): RuleFields {
  const { district, complex, position, pictogram, title, text } = from;
  return { district, complex, position, pictogram, title, text };
}

/** A partner as tenants would get it: in Dutch what is typed, in another language what is saved. */
export function asTenantsSee(
  fields: PartnerFields,
  entry: PartnerEntry | null,
  language: Language,
): Partner {
  const told = language === "nl" ? undefined : entry?.translations[language];
  return {
    ...partnerFields(fields),
    id: entry?.id ?? "new",
    name: told?.title ?? fields.name,
    text: told?.text ?? fields.text,
    verifiedAt: entry?.verifiedAt ?? null,
    language: told ? language : "nl",
    checked: told?.checked ?? true,
  };
}
