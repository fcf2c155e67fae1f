import { expect, test } from "vitest";
import { addDays, dayAndHour, hourOrDay, instant, wall } from "../src/core/amsterdam";

test("a shift is typed by the clock of the streets, in winter and in summer", () => {
  expect(instant("2026-11-28", "22:00")).toBe("2026-11-28T21:00:00.000Z");
  expect(instant("2027-07-01", "22:00")).toBe("2027-07-01T20:00:00.000Z");
  expect(wall("2026-11-28T21:00:00.000Z")).toEqual({ day: "2026-11-28", time: "22:00" });
  expect(wall("2026-12-31T23:30:00.000Z")).toEqual({ day: "2027-01-01", time: "00:30" });
});

test("a night in which the clock moves keeps its edges", () => {
  expect(instant("2027-03-28", "01:59")).toBe("2027-03-28T00:59:00.000Z");
  expect(instant("2027-03-28", "03:00")).toBe("2027-03-28T01:00:00.000Z");
  expect(instant("2027-10-31", "03:00")).toBe("2027-10-31T02:00:00.000Z");
});

test("an hour that the clock skips comes an hour later", () => {
  expect(wall(instant("2027-03-28", "02:30")!).time).toBe("03:30");
});

test("what is no time is no time", () => {
  expect(instant("", "22:00")).toBeNull();
  expect(instant("2026-11-28", "")).toBeNull();
  expect(instant("2026-13-01", "22:00")).toBeNull();
});

test("days follow each other over the end of a month and a change of the clock", () => {
  expect(addDays("2026-11-30", 1)).toBe("2026-12-01");
  expect(addDays("2027-03-27", 2)).toBe("2027-03-29");
});

test("today's hour stands alone, another day is named", () => {
  const now = Date.parse("2026-11-28T12:00:00Z");
  expect(hourOrDay("2026-11-28T21:00:00Z", now)).toBe("22:00");
  expect(dayAndHour("2026-11-29T07:00:00Z")).toBe("zo 29 nov 08:00");
});
