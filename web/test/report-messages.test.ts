import { expect, test } from "vitest";
import * as ar from "../src/core/messages/tenant/report/ar";
import * as en from "../src/core/messages/tenant/report/en";
import * as nl from "../src/core/messages/tenant/report/nl";
import * as pl from "../src/core/messages/tenant/report/pl";
import * as tr from "../src/core/messages/tenant/report/tr";
import * as uk from "../src/core/messages/tenant/report/uk";

type Text = string | Record<string, string>;
type Catalogue = { report: Record<string, Record<string, Text>>; reportCore: Record<string, string> };

function texts({ report, reportCore }: Catalogue): [key: string, text: Text][] {
  return [
    ...Object.entries(reportCore).map(([key, text]) => [`core.${key}`, text] as [string, Text]),
    ...Object.entries(report).flatMap(([room, all]) =>
      Object.entries(all).map(([key, text]) => [`${room}.${key}`, text] as [string, Text]),
    ),
  ];
}

function holes(text: Text): string[] {
  const other = typeof text === "string" ? text : text["other"]!;
  return (other.match(/\{\w+\}/g) ?? []).sort();
}

const dutch = texts(nl as Catalogue);

test.each([
  ["en", en, ["one", "other"]],
  ["ar", ar, ["zero", "one", "two", "few", "many", "other"]],
  ["tr", tr, ["one", "other"]],
  ["pl", pl, ["one", "few", "many", "other"]],
  ["uk", uk, ["one", "few", "many", "other"]],
] as [string, Catalogue, string[]][])("%s says all that Dutch says, with the same holes", (code, catalogue, forms) => {
  const theirs = new Map(texts(catalogue));
  expect([...theirs.keys()].sort()).toEqual(dutch.map(([key]) => key).sort());
  for (const [key, text] of dutch) {
    const own = theirs.get(key)!;
    expect([key, holes(own)]).toEqual([key, holes(text)]);
    if (typeof text !== "string") expect(Object.keys(own).sort()).toEqual([...forms].sort());
  }
  const used = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
  expect([...used].sort()).toEqual([...forms].sort());
});

const sentences = dutch.flatMap(([key, text]) =>
  (typeof text === "string" ? [text] : Object.values(text)).flatMap((one) =>
    one.split(/[.!?:]\s+/).map((sentence) => [key, sentence] as const),
  ),
);

test("no Dutch sentence is longer than twenty words, and readers are spoken to as u", () => {
  const long = sentences.filter(([, sentence]) => sentence.trim().split(/\s+/).length > 20);
  expect(long).toEqual([]);
  expect(sentences.filter(([, sentence]) => /\b(je|jij|jouw|jullie)\b/i.test(sentence))).toEqual([]);
});
