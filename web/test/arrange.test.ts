import { expect, test } from "vitest";
import type { Item } from "../src/core/index";
import { arrange, type Reader, type Show } from "../src/pages/home/arrange";

const named = (item: Item) => (item.category === "lighting" ? "Verlichting Lindenhof" : "Groen");
const reader = (told: Partial<Reader> = {}): Reader => ({
  named,
  isOwn: () => true,
  isFresh: () => false,
  newsAt: () => undefined,
  ...told,
});
const everything = { words: "", show: "all" as Show };

function item(id: number, told: Partial<Item> = {}): Item {
  return {
    id: `o${id}`,
    category: "lighting",
    text: "",
    place: null,
    state: "new",
    awaits: "office",
    truth: "office",
    photosWaiting: 0,
    observedAt: new Date(2026, 10, 1, 0, id).toISOString(),
    ...told,
  } as Item;
}

const other = { id: "kim", name: "kim", fullName: "Kim" };

function ids(items: Item[]): string[] {
  return items.map((one) => one.id);
}

test("a question and an unread answer come first, what waits next, then the rest", () => {
  const items = [
    item(1),
    item(2, { awaits: "volunteer" }),
    item(3, { truth: "waiting" }),
    item(4),
    item(5, { truth: "parked" }),
    item(6, { photosWaiting: 1 }),
  ];
  const found = arrange(items, everything, reader({ isFresh: (one) => one.id === "o4" }));
  expect(ids(found.attention)).toEqual(["o2", "o4"]);
  expect(ids(found.waiting)).toEqual(["o6", "o5", "o3"]);
  expect(ids(found.own)).toEqual(["o1"]);
});

test("danger stands on top, whoever saw it, until it is closed", () => {
  const items = [
    item(1, { urgency: "now", author: other }),
    item(2, { awaits: "volunteer" }),
    item(3, { urgency: "now", state: "closed" }),
  ];
  const found = arrange(items, everything, reader({ isOwn: (one) => one.author !== other }));
  expect(ids(found.attention)).toEqual(["o1", "o2"]);
  expect(ids(found.own)).toEqual(["o3"]);
});

test("news is in the order of the news, not of the observations", () => {
  const at = (one: Item) => `2026-11-2${one.id === "o1" ? 2 : 1}`;
  const found = arrange([item(1), item(2)], everything, reader({ isFresh: () => true, newsAt: at }));
  expect(ids(found.attention)).toEqual(["o1", "o2"]);
});

test("what others saw stands apart, and neither their questions nor their news are the reader's", () => {
  const items = [item(1), item(2, { author: other, awaits: "volunteer" }), item(3, { author: other })];
  const told = reader({ isOwn: (one) => one.author !== other, isFresh: (one) => one.id === "o3" });
  const found = arrange(items, everything, told);
  expect([ids(found.attention), ids(found.own), ids(found.others)]).toEqual([[], ["o1"], ["o3", "o2"]]);
  expect(arrange(items, { words: "", show: "to-answer" }, told).found).toBe(0);
});

test("an item with an answer that also waits stands in one place only", () => {
  const both = item(1, { awaits: "volunteer", truth: "waiting" });
  const found = arrange([both], everything, reader({ isFresh: () => true }));
  expect([found.attention.length, found.waiting.length, found.own.length]).toEqual([1, 0, 0]);
});

test("words match category, place, text and description, whatever the accents and the order", () => {
  const items = [
    item(1, { text: "Café op de hoek" }),
    item(2, { category: "green", place: { description: "naast de glasbak" } }),
  ];
  const words = (typed: string) =>
    ids(arrange(items, { words: typed, show: "all" }, reader()).own);
  expect(words("cafe")).toEqual(["o1"]);
  expect(words("hoek LINDENHOF")).toEqual(["o1"]);
  expect(words("glasbak")).toEqual(["o2"]);
  expect(words("glasbak hoek")).toEqual([]);
});

test("a state shows only its own", () => {
  const items = [
    item(1, { state: "closed" }),
    item(2, { state: "withdrawn" }),
    item(3, { truth: "waiting" }),
    item(4, { state: "acknowledged" }),
  ];
  const show = (state: Show) => {
    const found = arrange(items, { words: "", show: state }, reader());
    return ids([...found.attention, ...found.waiting, ...found.own]);
  };
  expect(show("closed")).toEqual(["o1"]);
  expect(show("withdrawn")).toEqual(["o2"]);
  expect(show("with-office")).toEqual(["o4"]);
});

test("a label that changed is found by its new name", () => {
  const items = [item(1)];
  let named = () => "Lamp";
  const find = (words: string) =>
    arrange(items, { words, show: "all" }, reader({ named })).found;
  expect(find("lamp")).toBe(1);
  named = () => "Lantaarn";
  expect(find("lantaarn")).toBe(1);
  expect(find("lamp")).toBe(0);
});
