import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { english } from "../src/core/messages/en";
import { nl } from "../src/core/messages/nl";
import { nlDuty } from "../src/core/messages/nl-duty";
import { nlGuide } from "../src/core/messages/nl-guide";
import { nlIntroduction } from "../src/core/messages/nl-introduction";
import { nlRound } from "../src/core/messages/nl-round";
import { nlStaff } from "../src/core/messages/nl-staff";
import type { Catalogue, Plural } from "../src/core/messages/translator";

const pairs: [string, Catalogue, Catalogue][] = [
  ["app", nl, english.app],
  ["round", nlRound, english.round],
  ["duty", nlDuty, english.duty],
  ["staff", nlStaff, english.staff],
  ["guide", nlGuide, english.guide],
  ["introduction", nlIntroduction, english.introduction],
];

interface Line {
  key: string;
  dutch: string | Plural;
  words: string | Plural;
}

const lines: Line[] = pairs.flatMap(([name, dutch, words]) =>
  Object.entries(words).flatMap(([room, texts]) =>
    Object.entries(texts).map(([key, text]) => ({
      key: `${name}/${room}.${key}`,
      dutch: dutch[room]?.[key] ?? "",
      words: text,
    })),
  ),
);

function forms(text: string | Plural): string[] {
  return typeof text === "string" ? [text] : [text.one, text.other];
}

function holes(text: string | Plural): string {
  return [...new Set(forms(text).join(" ").match(/\{\w+\}/g))].sort().join(" ");
}

function keysOf(catalogue: Catalogue): string[] {
  return Object.entries(catalogue).flatMap(([room, texts]) =>
    Object.keys(texts).map((key) => `${room}.${key}`),
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test("English has the same sentences as Dutch", () => {
  for (const [, dutch, words] of pairs) expect(keysOf(words).sort()).toEqual(keysOf(dutch).sort());
});

test("each catalogue is looked at here", () => {
  expect([...pairs.map(([name]) => name), "category"].sort()).toEqual(Object.keys(english).sort());
});

test("each sentence has the same holes in both languages", () => {
  const other = lines.filter(({ dutch, words }) => holes(dutch) !== holes(words));
  expect(other.map(({ key }) => key)).toEqual([]);
});

test("two forms always know how many there are", () => {
  const blind = lines.filter(
    ({ words }) => typeof words !== "string" && words.one !== words.other && !/count/.test(holes(words)),
  );
  // Who they are is said there, and their number is given along.
  expect(blind.map(({ key }) => key)).toEqual(["duty/alarm.who"]);
});

test("no English sentence is longer than twenty words", () => {
  const long = lines.flatMap(({ key, words }) =>
    forms(words)
      .flatMap((text) => text.split(/[.!?:]\s+/))
      .filter((sentence) => sentence.trim().split(/\s+/).length > 20)
      .map((sentence) => `${key}: ${sentence}`),
  );
  expect(long).toEqual([]);
});

test("no Dutch is left in English", () => {
  const dutch = /\b(het|een|niet|u|uw|geen|wij|wordt|deze|voor|naar|nog|kies|bij|ronde|wijk)\b/i;
  const left = lines.flatMap(({ key, words }) => forms(words).filter((text) => dutch.test(text)).map(() => key));
  expect(left).toEqual([]);
});

test("one word for each thing in English", () => {
  const all = lines.flatMap(({ words }) => forms(words)).join("\n");
  expect(all.match(/\b(password|standby|drill|neighbourhood watch|login|log in|patrol)\b/gi)).toBeNull();
});

test("the categories that are translated are those that an installation starts with", () => {
  const seed = readFileSync("../db/migrations/V015__category.sql", "utf8");
  const built = [...seed.matchAll(/\('([a-z-]+)',\s+'([^']+)'/g)].map(([, key, label]) => [key, label]);
  expect(built.length).toBeGreaterThan(10);
  expect(Object.entries(english.category).map(([key, names]) => [key, names.dutch])).toEqual(built);
});

async function inEnglish() {
  vi.stubGlobal("localStorage", { getItem: (key: string) => (key === "language" ? "en" : null) });
  vi.resetModules();
  const translator = await import("../src/core/messages/translator");
  translator.translate((await import("../src/core/messages/en")).english);
  return translator;
}

test("whoever chose English reads English, numbers and times too", async () => {
  const { language, translator } = await inEnglish();
  expect(language).toBe("en-GB");
  const { t } = await import("../src/core/messages/index");
  expect(t("home.title")).toBe("My observations");
  expect(t("sync.unsent", { count: 1 })).toBe("1 waits to be sent");
  expect(t("sync.unsent", { count: 2000 })).toBe("2,000 wait to be sent");
  expect(translator("unknown", { some: { thing: "Iets" } })("some.thing")).toBe("Iets");
  const { moment } = await import("../src/core/messages/moment");
  const now = Date.parse("2026-11-22T20:30:00Z");
  expect(moment("2026-11-21T08:00:00.000Z", now)).toBe("yesterday 09:00");
  expect(moment("2026-03-03T08:00:00.000Z", now)).toBe("3 Mar 09:00");
});

test("a category reads in English until staff gave it a name of their own", async () => {
  await inEnglish();
  const { inWords } = await import("../src/core/messages/category");
  expect(inWords({ key: "lighting", label: "Verlichting" }).label).toBe("Lighting");
  expect(inWords({ key: "lighting", label: "Lampen" }).label).toBe("Lampen");
  expect(inWords({ key: "own", label: "Verlichting" }).label).toBe("Verlichting");
});

test("where nothing can be kept, everything is Dutch", async () => {
  vi.stubGlobal("localStorage", {
    getItem() {
      throw new DOMException("denied", "SecurityError");
    },
  });
  vi.resetModules();
  const { language } = await import("../src/core/messages/language");
  expect(language).toBe("nl-NL");
  const { inWords } = await import("../src/core/messages/category");
  expect(inWords({ key: "lighting", label: "Verlichting" }).label).toBe("Verlichting");
});
