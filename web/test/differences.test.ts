import { expect, test } from "vitest";
import { differences } from "../src/pages/observation/differences";
import { standing } from "../src/pages/observation/standing";

test("only what became other is carried", () => {
  const before = { text: "lamp", urgency: "later" as const, wantsHelp: false };
  expect(differences(before, { ...before, text: "lamp stuk" })).toEqual({ text: "lamp stuk" });
  expect(differences(before, { ...before })).toEqual({});
});

test("a place with its parts in another order is the same place", () => {
  const before = { place: { lat: 50.85, lon: 5.69 } };
  expect(differences(before, { place: { lon: 5.69, lat: 50.85 } })).toEqual({});
  expect(differences(before, { place: { lat: 50.85, lon: 5.7 } })).toEqual({
    place: { lat: 50.85, lon: 5.7 },
  });
});

test("taking the place away is a change", () => {
  expect(differences({ place: { complex: "c1" } }, { place: null })).toEqual({ place: null });
});

test("with the office is said only of what the office has", () => {
  expect(standing({ truth: "waiting", state: "new", messages: [] }).word).toBe("standing.waiting");
  expect(standing({ truth: "parked", state: "acknowledged", messages: [] }).word).toBe("standing.parked");
  expect(standing({ truth: "office", state: "acknowledged", messages: [] }).word).toBe("standing.acknowledged");
});
