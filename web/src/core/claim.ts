import type { Claim, RoundItem } from "./round-values";

/** An older word of the server than this is no longer its word. */
export const freshFor = 3 * 60_000;

export interface Contact {
  now: number;
  /** When the server was last heard, on this phone's clock. */
  lastSuccessAt: number | null;
  /** Server's clock minus this phone's. */
  offset: number;
}

/** What may be said about who watches: never more than the server said, never longer than it holds. */
export function claim(item: RoundItem, contact: Contact): Claim {
  if (!isFresh(contact)) return { kind: "no-contact", since: contact.lastSuccessAt };
  if (item.state === "finished") return { kind: "nobody", reason: "finished" };
  if (!item.isKnown) return { kind: "nobody", reason: "unconfirmed" };
  if (!item.isConfirmed) return { kind: "nobody", reason: "pair" };
  const { watchedBy, watchedUntil, unwatchedReason } = item;
  if (unwatchedReason !== null || watchedBy.length === 0 || watchedUntil === null) {
    return { kind: "nobody", reason: unwatchedReason ?? "nobody" };
  }
  const isPast = Date.parse(watchedUntil) <= contact.now + contact.offset;
  if (isPast) return { kind: "nobody", reason: "gap" };
  return { kind: "watched", until: watchedUntil, by: watchedBy };
}

export function isFresh({ now, lastSuccessAt }: Contact): boolean {
  if (lastSuccessAt === null) return false;
  const age = now - lastSuccessAt;
  // A clock set back makes the age negative; a second or two is only the order of two readings.
  return age > -5_000 && age <= freshFor;
}

/** Past the time that the server has, or that this phone asked for when there is none. */
export function isOverdue(item: RoundItem, { now, offset }: Contact): boolean {
  const due = item.confirmedDueBackAt ?? item.dueBackAt;
  const open = item.state === "started" || item.state === "walking";
  return open && due !== null && Date.parse(due) <= now + offset;
}
