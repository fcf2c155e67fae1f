import type { Item } from "../../core/index";
import { isUnsent } from "../observation/standing";

export type Show = "all" | "to-answer" | "with-office" | "closed" | "withdrawn";

export interface Arranged {
  /** Danger, then what asks the reader something, then what is news. */
  attention: Item[];
  /** Not with the office yet. */
  waiting: Item[];
  own: Item[];
  others: Item[];
  found: number;
}

/** What only the reader's own phone can tell of an item. */
export interface Reader {
  named: (item: Item) => string;
  isOwn: (item: Item) => boolean;
  isFresh: (item: Item) => boolean;
  /** The office's last word, as a time. */
  newsAt: (item: Item) => string | undefined;
}

/** Newest first in every group, and each item in one group only. */
export function arrange(
  items: Item[],
  filter: { words: string; show: Show },
  reader: Reader,
): Arranged {
  const { named, isOwn, isFresh } = reader;
  const wanted = plain(filter.words).split(/\s+/).filter(Boolean);
  const arranged: Arranged = { attention: [], waiting: [], own: [], others: [], found: 0 };
  for (const item of newestFirst(items)) {
    const own = isOwn(item);
    if (!shows(item, filter.show, own) || !holds(item, wanted, named)) continue;
    arranged.found++;
    const calls = own && (item.awaits === "volunteer" || isFresh(item));
    if (calls || isDanger(item)) arranged.attention.push(item);
    else if (isUnsent(item) || item.truth === "parked") arranged.waiting.push(item);
    else if (own) arranged.own.push(item);
    else arranged.others.push(item);
  }
  arranged.attention = mostUrgentFirst(arranged.attention, reader);
  return arranged;
}

/** Somebody said that there is danger, and the office has not closed it. */
function isDanger(item: Item): boolean {
  return item.urgency === "now" && item.state !== "closed" && item.state !== "withdrawn";
}

function mostUrgentFirst(items: Item[], { isOwn, newsAt }: Reader): Item[] {
  const rank = (item: Item) =>
    isDanger(item) ? 0 : item.awaits === "volunteer" && isOwn(item) ? 1 : 2;
  const at = (item: Item) => newsAt(item) ?? item.observedAt;
  return items.sort((one, other) => rank(one) - rank(other) || (at(one) < at(other) ? 1 : -1));
}

function shows(item: Item, show: Show, own: boolean): boolean {
  switch (show) {
    case "all":
      return true;
    case "to-answer":
      return own && item.awaits === "volunteer";
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
