import { signal } from "@preact/signals";
import type { Item, Message } from "../../core/index";

const key = "buurtronde.read";
const most = 500;
const newFor = 14 * 24 * 3_600_000;

/** Which last word of the office was seen here, by observation. Ids only, so it may outlive a session. */
const seen = signal<Record<string, string>>(restore());

export function isFresh(item: Item): boolean {
  const last = lastOfOffice(item);
  return last !== undefined && seen.value[item.id] !== last;
}

export function markRead(item: Item): void {
  const last = lastOfOffice(item);
  if (last === undefined || seen.peek()[item.id] === last) return;
  const entries = Object.entries({ ...seen.peek(), [item.id]: last });
  seen.value = Object.fromEntries(entries.slice(-most));
  try {
    localStorage.setItem(key, JSON.stringify(seen.value));
  } catch {
    // then it is new again next time, which is the safe side
  }
}

/** Seen by the office is a state, not a message to read; nor is what is old on a new phone. */
function lastOfOffice(item: Item): string | undefined {
  const message = news(item);
  if (!message || Date.now() - Date.parse(message.at) >= newFor) return undefined;
  return message.id;
}

/** When the office last said something to read. */
export function newsAt(item: Item): string | undefined {
  return news(item)?.at;
}

function news(item: Item): Message | undefined {
  for (let i = item.messages.length - 1; i >= 0; i--) {
    const message = item.messages[i]!;
    if (message.kind !== "reply" && message.kind !== "acknowledgement") return message;
  }
  return undefined;
}

function restore(): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return kept && typeof kept === "object" ? (kept as Record<string, string>) : {};
  } catch {
    return {};
  }
}
