import { computed, signal } from "@preact/signals";
import { nl } from "../messages/tenant/nl";
import type { Messages, TenantKey } from "../messages/tenant/types";
import { filled, type Params } from "../messages/translator";
import { speak } from "../refused";
import { languages, type Checked, type Language } from "./values";

export { languages, type Language } from "./values";

/** What each is called by those who speak it. */
export const names: Record<Language, string> = {
  nl: "Nederlands",
  en: "English",
  ar: "العربية",
  tr: "Türkçe",
  pl: "Polski",
  uk: "Українська",
};

// In Arabic too the digits are those on the doors and the phone, and the calendar that of the street.
const locales: Record<Language, string> = {
  nl: "nl-NL",
  en: "en-GB",
  ar: "ar-u-ca-gregory-nu-latn",
  tr: "tr-TR",
  pl: "pl-PL",
  uk: "uk-UA",
};

const catalogues: Record<Language, () => Promise<{ default: Messages }>> = {
  nl: async () => ({ default: nl }),
  en: () => import("../messages/tenant/en"),
  ar: () => import("../messages/tenant/ar"),
  tr: () => import("../messages/tenant/tr"),
  pl: () => import("../messages/tenant/pl"),
  uk: () => import("../messages/tenant/uk"),
};

const spoken = signal<{ language: Language; messages: Messages }>({ language: "nl", messages: nl });

export const language = computed(() => spoken.value.language);
export const locale = computed(() => locales[language.value]);
export const direction = computed(() => directionOf(language.value));

export function directionOf(language: Language): "rtl" | "ltr" {
  return language === "ar" ? "rtl" : "ltr";
}

export function localeOf(language: Language): string {
  return locales[language];
}

/** From now on this language; refuses when its words cannot be fetched, and stays with the last. */
export async function say(wanted: Language): Promise<void> {
  await show(wanted);
  speak(spoken.value.messages.core);
}

/** Only the guide's pages: a volunteer's phone speaks for itself. */
export async function show(wanted: Language): Promise<void> {
  const messages = (await catalogues[wanted]()).default;
  spoken.value = { language: wanted, messages };
}

export function isLanguage(code: unknown): code is Language {
  return (languages as readonly unknown[]).includes(code);
}

/** The first that the phone is set to and we have. */
export function guessed(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const code = tag.toLowerCase().split("-")[0];
    if (isLanguage(code)) return code;
  }
  return "nl";
}

/** What a native reader has looked at; the office says so, and for Dutch nobody has to. */
export const checked = signal<Checked[]>([]);

export function isChecked(code: Language): boolean {
  if (code === "nl") return true;
  return checked.value.find((one) => one.code === code)?.checked ?? code === "en";
}

type Catalogue = Record<string, Record<string, string | Record<string, string>> | undefined>;

/** A sentence in the tenant's language; a screen that shows it follows when the language changes. */
export function t(key: TenantKey, params: Params = {}): string {
  const messages = spoken.value.messages as unknown as Catalogue;
  const dot = key.indexOf(".");
  const found = messages[key.slice(0, dot)]?.[key.slice(dot + 1)];
  if (found === undefined) return key;
  const sentence = typeof found === "string" ? found : plural(found, Number(params["count"]));
  const own = direction.value === "rtl" ? isolated(params) : params;
  return filled(sentence, own, (count) => new Intl.NumberFormat(locale.value).format(count));
}

/** Else a number such as 0900-8844 or 2097 AA is turned round by the sentence that it stands in. */
function isolated(params: Params): Params {
  const apart = (value: string | number) =>
    typeof value === "string" ? `\u2068${value}\u2069` : value;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, apart(value)]));
}

function plural(forms: Record<string, string>, count: number): string {
  return forms[new Intl.PluralRules(locale.value).select(count)] ?? forms["other"] ?? "";
}

/** A sentence of a room whose keys come from elsewhere, as those of categories do; else `fallback`. */
export function named(room: "category" | "kind" | "pictogram", key: string, fallback: string): string {
  const messages = spoken.value.messages as unknown as Catalogue;
  const found = messages[room]?.[key];
  return typeof found === "string" ? found : fallback;
}
