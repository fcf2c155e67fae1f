import { expect, test } from "vitest";
import ar from "../src/core/messages/tenant/ar";
import en from "../src/core/messages/tenant/en";
import { nl } from "../src/core/messages/tenant/nl";
import pl from "../src/core/messages/tenant/pl";
import tr from "../src/core/messages/tenant/tr";
import uk from "../src/core/messages/tenant/uk";
import { guessed, language, languages, named, say, t } from "../src/core/tenant/language";
import { dateOf, momentOf, weekday } from "../src/core/tenant/dates";

type Text = string | Record<string, string>;
type Catalogue = Record<string, Record<string, Text>>;

const catalogues: Record<string, Catalogue> = { nl, en, ar, tr, pl, uk };

function texts(catalogue: Catalogue): Map<string, Text> {
  const rooms = Object.entries(catalogue);
  const all = rooms.flatMap(([room, found]) =>
    Object.entries(found).map(([key, text]) => [`${room}.${key}`, text] as const),
  );
  return new Map(all);
}

function sentences(text: Text): string[] {
  return typeof text === "string" ? [text] : Object.values(text);
}

function holes(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
}

const dutch = texts(nl);

test.each(Object.entries(catalogues))("%s has every key of the Dutch, and no other", (_, catalogue) => {
  expect([...texts(catalogue).keys()].sort()).toEqual([...dutch.keys()].sort());
});

test.each(Object.entries(catalogues))("%s fills the same holes", (_, catalogue) => {
  for (const [key, text] of texts(catalogue)) {
    if (typeof text === "string") {
      expect([key, holes(text)]).toEqual([key, holes(dutch.get(key) as string)]);
    } else {
      // One and two may be said in words; nothing else may stand in a sentence.
      for (const form of sentences(text)) expect(["", "{count}"]).toContain(holes(form).join());
    }
  }
});

test.each(Object.entries(catalogues))("%s has every plural form that it needs", (code, catalogue) => {
  const needed = [...new Intl.PluralRules(code).resolvedOptions().pluralCategories].sort();
  for (const [key, text] of texts(catalogue)) {
    if (typeof text !== "string") expect([key, Object.keys(text).sort()]).toEqual([key, needed]);
  }
});

test.each(Object.entries(catalogues))("%s leaves no sentence empty, and none in Dutch", (code, catalogue) => {
  for (const [key, text] of texts(catalogue)) {
    for (const sentence of sentences(text)) expect([key, sentence.trim()]).not.toEqual([key, ""]);
    const long = typeof text === "string" && text.split(" ").length > 3;
    if (code !== "nl" && long) expect([key, text]).not.toEqual([key, dutch.get(key)]);
  }
});

test.each(["ar", "uk"])("%s is written in its own letters", (code) => {
  const script = code === "ar" ? /\p{Script=Arabic}/u : /\p{Script=Cyrillic}/u;
  for (const [key, text] of texts(catalogues[code]!)) {
    for (const sentence of sentences(text)) expect([key, script.test(sentence)]).toEqual([key, true]);
  }
});

test("no Dutch sentence is longer than twenty words, and readers are spoken to as u", () => {
  for (const [key, text] of dutch) {
    for (const sentence of sentences(text).flatMap((one) => one.split(/[.!?:]\s+/))) {
      expect([key, sentence.trim().split(/\s+/).length > 20]).toEqual([key, false]);
      expect([key, /\b(je|jij|jouw|jullie)\b/i.test(sentence)]).toEqual([key, false]);
    }
  }
});

test.each([
  ["pl", 1, "1 budynek"],
  ["pl", 3, "3 budynki"],
  ["pl", 5, "5 budynków"],
  ["pl", 22, "22 budynki"],
  ["uk", 21, "21 будинок"],
  ["uk", 12, "12 будинків"],
  ["ar", 0, "لا مبانٍ"],
  ["ar", 2, "مبنيان"],
  ["ar", 3, "3 مبانٍ"],
  ["ar", 11, "11 مبنًى"],
  ["ar", 100, "100 مبنى"],
  ["tr", 1200, "1.200 bina"],
  ["nl", 1, "1 gebouw"],
] as const)("%s counts %d", async (code, count, said) => {
  await say(code);
  expect(t("district.complexes", { count })).toBe(said);
});

test("dates are those of the streets, in the words of the reader", async () => {
  const at = "2026-11-22T23:30:00.000Z";
  const said: Record<string, string> = {};
  for (const code of languages) {
    await say(code);
    said[code] = dateOf(at);
  }
  expect(said).toEqual({
    nl: "23 november 2026",
    en: "23 November 2026",
    ar: "23 نوفمبر 2026",
    tr: "23 Kasım 2026",
    pl: "23 listopada 2026",
    uk: "23 листопада 2026 р.",
  });
  expect(momentOf(at)).toContain("00:30");
  await say("nl");
  expect([1, 7].map((day) => weekday(day))).toEqual(["maandag", "zondag"]);
});

test("a language that cannot be fetched leaves the last one standing", async () => {
  await say("nl");
  await expect(say("xx" as "en")).rejects.toThrow();
  expect(language.value).toBe("nl");
  expect(t("home.title")).toBe("Uw buurt");
});

test("the phone's own languages are followed, Dutch when we have none of them", () => {
  expect(guessed(["ar-MA", "nl"])).toBe("ar");
  expect(guessed(["fr-FR", "pl"])).toBe("pl");
  expect(guessed(["fr"])).toBe("nl");
  expect(guessed([])).toBe("nl");
});

test("a category of the office's own keeps the office's words", async () => {
  await say("en");
  expect(named("category", "litter", "Zwerfafval")).toBe("Litter");
  expect(named("category", "geese", "Ganzen")).toBe("Ganzen");
  expect(named("category", "constructor", "Ganzen")).toBe("Ganzen");
  await say("nl");
});

test("a number in an Arabic sentence is not turned round, and other sentences stay as they are", async () => {
  await say("ar");
  expect(t("district.postcode-hint", { example: "2097 AA" })).toBe("مثلًا: \u20682097 AA\u2069");
  expect(t("contacts.call-police")).toContain("\u20660900-8844\u2069");
  await say("nl");
  expect(t("district.postcode-hint", { example: "2097 AA" })).toBe("Bijvoorbeeld: 2097 AA");
});
