import type { Item } from "../../core/index";
import { isUnsent } from "../observation/standing";

export type Show = "all" | "to-answer" | "with-office" | "closed" | "withdrawn";

export interface Arranged {
  /** Asks or tells the reader something. */
  attention: Item[];
  /** Not with the office yet. */
  waiting: Item[];
  rest: Item[];
  found: number;
}

/** Newest first in every group, and each item in one group only. */
export function arrange(
  items: Item[],
  filter: { words: string; show: Show },
  named: (item: Item) => string,
  isFresh: (item: Item) => boolean,
): Arranged {
  const wanted = plain(filter.words).split(/\s+/).filter(Boolean);
  const arranged: Arranged = { attention: [], waiting: [], rest: [], found: 0 };
  for (const item of newestFirst(items)) {
    if (!shows(item, filter.show) || !holds(item, wanted, named)) continue;
    arranged.found++;
    if (item.awaits === "volunteer" || isFresh(item)) arranged.attention.push(item);
    else if (isUnsent(item) || item.truth === "parked") arranged.waiting.push(item);
    else arranged.rest.push(item);
  }
  return arranged;
}

function shows(item: Item, show: Show): boolean {
  switch (show) {
    case "all":
      return true;
    case "to-answer":
      return item.awaits === "volunteer";
    case "with-office":
      return item.truth === "office" && item.state !== "closed" && item.state !== "withdrawn";
    default:
      return item.state === show;
  }
}

function holds(item: Item, wanted: string[], named: (item: Item) => string): boolean {
  if (wanted.length === 0) return true;
  const text = searchable(item, named);
  return wanted.every((word) => text.includes(word));
}

/** An item is a new object whenever it changes, so its folded text is made once for each way of naming. */
const folded = new WeakMap<Item, { named: (item: Item) => string; text: string }>();

function searchable(item: Item, named: (item: Item) => string): string {
  const known = folded.get(item);
  if (known?.named === named) return known.text;
  const text = plain(`${named(item)} ${item.text} ${item.place?.description ?? ""}`);
  folded.set(item, { named, text });
  return text;
}

function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
}

const ordered = new WeakMap<Item[], Item[]>();

function newestFirst(items: Item[]): Item[] {
  let order = ordered.get(items);
  if (!order) {
    order = [...items].sort((one, other) =>
      one.observedAt < other.observedAt ? 1 : one.observedAt > other.observedAt ? -1 : 0,
    );
    ordered.set(items, order);
  }
  return order;
}
