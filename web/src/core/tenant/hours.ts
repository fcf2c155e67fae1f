import { wall } from "../amsterdam";
import type { Span } from "./values";

export interface Turn {
  /** Days from today. */
  days: number;
  weekday: number;
  time: string;
}

/** Open, and until when; or closed, and from when again. Null is never. */
export type Opening = { open: true; until: Turn | null } | { open: false; from: Turn | null };

const day = 24 * 60;
const week = 7 * day;

/** By the clock of the streets, whatever the phone's own is set to. */
export function opening(hours: Span[] | null, at: number): Opening {
  if (hours === null) return { open: true, until: null };
  const now = minuteOf(at);
  const spans = hours.flatMap(({ days, from, to }) =>
    days.map((one) => ({ start: (one - 1) * day + minutes(from), length: length(from, to) })),
  );
  const left = open(spans, now);
  if (left >= week) return { open: true, until: null };
  if (left > 0) return { open: true, until: turn(now, left) };
  const waits = spans.map(({ start }) => (start - now + week) % week);
  return { open: false, from: waits.length ? turn(now, Math.min(...waits)) : null };
}

/** Minutes from `now` that it stays open; one span that runs into the next makes one. */
function open(spans: { start: number; length: number }[], now: number): number {
  let left = 0;
  for (let more = true; more && left < week; ) {
    const at = now + left;
    const longest = Math.max(
      0,
      ...spans.map(({ start, length }) => length - ((((at - start) % week) + week) % week)),
    );
    more = longest > 0;
    left += longest;
  }
  return left;
}

function turn(now: number, later: number): Turn {
  const at = now + later;
  const time = at % day;
  const days = Math.floor((now % day + later) / day);
  return { days, weekday: (Math.floor(at / day) % 7) + 1, time: clock(time) };
}

function length(from: string, to: string): number {
  const span = minutes(to) - minutes(from);
  return span > 0 ? span : span + day;
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

function clock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Minutes since Monday began. */
function minuteOf(at: number): number {
  const { day: date, time } = wall(at);
  const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
  return weekday * day + minutes(time);
}
