import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import type { Roster, Shift } from "../src/core/duty";
import type { Office } from "../src/core/office";
import { baredBy, baredByChange, holes, rosterDays } from "../src/core/roster-days";
import { gapSentence } from "../src/pages/roster/gaps";
import { shiftTime } from "../src/pages/roster/offers";
import { age, partOfDay } from "../src/pages/staff/duty-words";

const now = Date.parse("2026-11-28T09:00:00Z");
const office = {
  districts: signal([
    { id: "v", name: "De Vlierhof", outline: null },
    { id: "m", name: "De Molenwijk", outline: null },
  ]),
} as unknown as Office;

function shift(startsAt: string, endsAt: string, rank = 1): Shift {
  const person = { id: "bas", name: "bas", fullName: "Bas Visser" };
  return { id: startsAt + rank, district: null, person, startsAt, endsAt, rank, proposed: null, reachable: true };
}

function roster(part: Partial<Roster>): Roster {
  return { shifts: [], gaps: [], people: [], ...part };
}

const words = (value: Roster, day: number) =>
  rosterDays(value, ["v", "m"], now)[day]!.shifts.map(partOfDay);

test("fourteen days, today first", () => {
  const days = rosterDays(roster({}), [], now).map((one) => one.day);
  expect(days.length).toBe(14);
  expect([days[0], days[13]]).toEqual(["2026-11-28", "2026-12-11"]);
});

test("a night shift stands on both its days", () => {
  const night = roster({ shifts: [shift("2026-11-28T21:00:00Z", "2026-11-29T07:00:00Z")] });
  expect(words(night, 0)).toEqual(["22:00 tot zo 29 nov 08:00"]);
  expect(words(night, 1)).toEqual(["Tot 08:00"]);
  expect(words(night, 2)).toEqual([]);
});

test("a shift of two years is the whole day on each", () => {
  const long = roster({ shifts: [shift("2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z")] });
  expect(words(long, 0)).toEqual(["De hele dag"]);
  expect(words(long, 13)).toEqual(["De hele dag"]);
});

test("a long shift, and one of another year, is told with its years", () => {
  const told = (from: string, to: string) => shiftTime(shift(from, to), now);
  expect(told("2026-11-28T21:00:00Z", "2026-11-29T07:00:00Z")).toBe(
    "za 28 nov 22:00 tot zo 29 nov 08:00",
  );
  expect(told("2026-05-06T19:40:00Z", "2028-11-21T19:40:00Z")).toBe(
    "wo 6 mei 2026 21:40 tot di 21 nov 2028 20:40",
  );
  expect(told("2026-11-28T21:00:00Z", "2026-12-06T07:00:00Z")).toContain("2026");
  expect(told("2027-01-02T21:00:00Z", "2027-01-03T07:00:00Z")).toContain("2027");
  const first = roster({ shifts: [shift("2026-11-28T21:00:00Z", "2028-11-21T19:40:00Z")] });
  expect(words(first, 0)).toEqual(["22:00 tot di 21 nov 2028 20:40"]);
});

test("what a shift leaves bare is known before it goes", () => {
  const long = shift("2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
  const said = (others: Shift[], one = long) =>
    baredBy(one, [one, ...others], ["v", "m"], now).map((hole) => gapSentence(office, hole, now));
  const all = "De komende 14 dagen kijkt niemand mee in alle wijken.";
  expect(said([])).toEqual([all]);
  const second = shift("2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z", 2);
  expect(said([second])).toEqual([]);
  expect(said([{ ...second, reachable: false }])).toEqual([all]);
  expect(said([{ ...second, district: "v" }])).toEqual([
    "De komende 14 dagen kijkt niemand mee in De Molenwijk.",
  ]);
  expect(said([shift("2026-11-28T21:00:00Z", "2026-11-29T07:00:00Z", 2)])).toEqual([
    "Van nu tot za 28 nov 22:00 kijkt niemand mee in alle wijken.",
    "Vanaf zo 29 nov 08:00 kijkt niemand mee in alle wijken.",
  ]);
  const later = shift("2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z");
  expect(said([], later)).toEqual([]);
  expect(said([], { ...long, reachable: false })).toEqual([]);
});

test("what a change of times or place leaves bare is known before it is saved", () => {
  const night = shift("2026-11-28T21:00:00Z", "2026-11-29T07:00:00Z");
  const said = (after: Partial<Shift>, others: Shift[] = []) =>
    baredByChange(night, { ...night, ...after }, [night, ...others], ["v", "m"], now).map((hole) =>
      gapSentence(office, hole, now),
    );
  expect(said({})).toEqual([]);
  expect(said({ startsAt: "2026-11-28T20:00:00Z", endsAt: "2026-11-29T08:00:00Z" })).toEqual([]);
  expect(said({ endsAt: "2026-11-29T06:00:00Z" })).toEqual([
    "Van zo 29 nov 07:00 tot zo 29 nov 08:00 kijkt niemand mee in alle wijken.",
  ]);
  const second = shift("2026-11-28T21:00:00Z", "2026-11-29T07:00:00Z", 2);
  expect(said({ endsAt: "2026-11-29T06:00:00Z" }, [second])).toEqual([]);
  expect(said({ district: "v" })).toEqual([
    "Van za 28 nov 22:00 tot zo 29 nov 08:00 kijkt niemand mee in De Molenwijk.",
  ]);
});

test("the first is called before the second, however they were sent", () => {
  const both = roster({
    shifts: [
      shift("2026-11-28T21:00:00Z", "2026-11-28T22:00:00Z", 2),
      shift("2026-11-28T21:00:00Z", "2026-11-28T22:00:00Z", 1),
    ],
  });
  const ranks = rosterDays(both, [], now)[0]!.shifts.map(({ shift }) => shift.rank);
  expect(ranks).toEqual([1, 2]);
});

test("a gap is a sentence, and districts that share it are named together", () => {
  const from = "2026-11-28T21:00:00Z";
  const to = "2026-11-29T07:00:00Z";
  const one = holes([{ district: "v", from, to }], ["v", "m"]);
  expect(one.map((hole) => gapSentence(office, hole, now))).toEqual([
    "Van za 28 nov 22:00 tot zo 29 nov 08:00 kijkt niemand mee in De Vlierhof.",
  ]);
  const both = holes(
    [
      { district: "v", from, to },
      { district: "m", from, to },
      { district: "of another caretaker", from, to },
    ],
    ["v", "m"],
  );
  expect(both.map((hole) => gapSentence(office, hole, now))).toEqual([
    "Van za 28 nov 22:00 tot zo 29 nov 08:00 kijkt niemand mee in alle wijken.",
  ]);
});

test("a gap of now, of the rest and of all the time is said as it is", () => {
  const at = (from: number, to: number) =>
    gapSentence(office, { from, to, districts: ["v"] }, now);
  const end = now + 14 * 86_400_000;
  expect(at(now, Date.parse("2026-11-28T19:00:00Z"))).toBe(
    "Van nu tot za 28 nov 20:00 kijkt niemand mee in De Vlierhof.",
  );
  expect(at(Date.parse("2026-12-01T07:00:00Z"), end)).toBe(
    "Vanaf di 1 dec 08:00 kijkt niemand mee in De Vlierhof.",
  );
  expect(at(now, end)).toBe("De komende 14 dagen kijkt niemand mee in De Vlierhof.");
});

test("a sign grows older in words", () => {
  const ago = (seconds: number) => age(new Date(now - seconds * 1000).toISOString(), now);
  expect([2, 45, 60, 3540].map(ago)).toEqual([
    "zojuist",
    "45 seconden geleden",
    "1 minuut geleden",
    "59 minuten geleden",
  ]);
  expect(ago(2 * 3600 + 60)).toBe("2 uur en 1 minuut geleden");
  expect(ago(3 * 86_400)).toBe("3 dagen geleden");
  expect(ago(-60)).toBe("zojuist");
});
