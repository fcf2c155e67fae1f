import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { t, translator, type Catalogue } from "../src/core/messages/index";
import { moment } from "../src/core/messages/moment";
import { nlPush } from "../src/core/messages/nl-push";
import { nlRound } from "../src/core/messages/nl-round";
import { nl } from "../src/core/messages/nl";
import { nlDuty } from "../src/core/messages/nl-duty";
import { nlGuide } from "../src/core/messages/nl-guide";
import { nlIntroduction } from "../src/core/messages/nl-introduction";
import { nlStaff } from "../src/core/messages/nl-staff";

const some = translator("some", {
  round: { waiting: { one: "{count} wacht", other: "{count} wachten" }, hello: "Dag {name}" },
});

test("one and many have their own words", () => {
  expect(some("round.waiting", { count: 1 })).toBe("1 wacht");
  expect(some("round.waiting", { count: 0 })).toBe("0 wachten");
  expect(some("round.waiting", { count: 2000 })).toBe("2.000 wachten");
});

test("what people wrote is filled in as it is", () => {
  expect(some("round.hello", { name: "{count} $& <b>" })).toBe("Dag {count} $& <b>");
});

test("times are as short as they can be clear, by the clock of the streets", () => {
  const now = Date.parse("2026-11-22T20:30:00Z");
  expect(moment("2026-11-22T20:04:00.000Z", now)).toBe("21:04");
  expect(moment("2026-11-21T23:30:00.000Z", now)).toBe("00:30");
  expect(moment(Date.parse("2026-11-21T08:00:00Z"), now)).toBe("gisteren 09:00");
  expect(moment("2026-03-03T08:00:00.000Z", now)).toBe("3 mrt 09:00");
  expect(moment("2024-03-03T08:00:00.000Z", now)).toBe("3 mrt 2024");
  expect(moment("nonsense", now)).toBe("");
});

/** Where two read one screen together, "jullie" is the pair; one reader is "u" everywhere. */
const catalogues = {
  ...(nl as Catalogue),
  ...prefixed("round", nlRound),
  ...prefixed("round/push", nlPush),
  ...prefixed("duty", nlDuty),
  ...prefixed("guide", nlGuide),
  ...prefixed("introduction", nlIntroduction),
};

function prefixed(name: string, catalogue: Catalogue): Catalogue {
  const rooms = Object.entries(catalogue).map(([room, texts]) => [`${name}/${room}`, texts]);
  return Object.fromEntries(rooms) as Catalogue;
}

const sentences = Object.entries(catalogues).flatMap(([room, texts]) =>
  Object.entries(texts).flatMap(([key, text]) =>
    (typeof text === "string" ? [text] : [text.one, text.other]).map((one) => [`${room}.${key}`, one]),
  ),
) as [string, string][];

test("no sentence is longer than twenty words", () => {
  const long = sentences.flatMap(([key, text]) =>
    text
      .split(/[.!?:]\s+/)
      .filter((sentence) => sentence.trim().split(/\s+/).length > 20)
      .map((sentence) => `${key}: ${sentence}`),
  );
  expect(long).toEqual([]);
});

function isFamiliar(key: string, text: string): boolean {
  const pair = key.startsWith("round/");
  return (pair ? /\b(je|jij|jouw)\b/i : /\b(je|jij|jouw|jullie)\b/i).test(text);
}

test("readers are spoken to as u", () => {
  const familiar = sentences.filter(([key, text]) => isFamiliar(key, text));
  expect(familiar).toEqual([]);
});

test("one word for each thing, here, at the desk and on the server", () => {
  const staff = JSON.stringify(nlStaff);
  const server = readFileSync("../server/src/main/resources/nl/buurtronde/messages_nl.properties", "utf8");
  for (const text of [JSON.stringify(nl), JSON.stringify(nlDuty), staff, server]) {
    expect(text.match(/\b(toestel|apparaat|regisseur)\w*/gi)).toBeNull();
  }
});

test("a known key gives its sentence", () => {
  expect(t("core.unknown")).toBe(nl.core.unknown);
});
