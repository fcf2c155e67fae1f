import { language } from "./messages/translator";

/**
 * Everybody reads the clock of the streets, whatever their own is set to: a pair and whoever backs
 * them up must name the same hour.
 */
export const zone = { timeZone: "Europe/Amsterdam" } as const;
const clock = new Intl.DateTimeFormat(language, { ...zone, hour: "2-digit", minute: "2-digit" });
const shortDay = new Intl.DateTimeFormat(language, {
  ...zone,
  weekday: "short",
  day: "numeric",
  month: "short",
});
const yearDay = new Intl.DateTimeFormat(language, {
  ...zone,
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
});
const longDay = new Intl.DateTimeFormat(language, {
  ...zone,
  weekday: "long",
  day: "numeric",
  month: "long",
});
const date = new Intl.DateTimeFormat(language, { ...zone, dateStyle: "long" });
const digits = new Intl.DateTimeFormat("en-CA", {
  ...zone,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

type When = string | number;

/** What a calendar and a clock on the wall show: "2026-11-28" and "22:00". */
export function wall(at: When): { day: string; time: string } {
  const part = Object.fromEntries(
    digits.formatToParts(new Date(at)).map(({ type, value }) => [type, value]),
  );
  return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}

/** Null when it is no time. One that the clock skips in March comes an hour later. */
export function instant(day: string, time: string): string | null {
  const shown = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(shown) || !/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const guess = shown - ahead(shown);
  return new Date(shown - ahead(guess)).toISOString();
}

/** How far the clock on the wall is ahead of UTC. */
function ahead(at: number): number {
  const { day, time } = wall(at);
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000;
}

export function addDays(day: string, count: number): string {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return new Date(noon + count * 86_400_000).toISOString().slice(0, 10);
}

/** "22:00" */
export function hourOf(at: When): string {
  return clock.format(new Date(at));
}

/** "za 28 nov 22:00" */
export function dayAndHour(at: When): string {
  return `${shortDay.format(new Date(at))} ${hourOf(at)}`;
}

/** "za 28 nov 2026 22:00" */
export function dayYearAndHour(at: When): string {
  return `${yearDay.format(new Date(at))} ${hourOf(at)}`;
}

/** "22:00" today, else with the day. */
export function hourOrDay(at: When, now: number = Date.now()): string {
  return wall(at).day === wall(now).day ? hourOf(at) : dayAndHour(at);
}

/** "28 november 2026" */
export function dateOf(at: When): string {
  return date.format(new Date(at));
}

/** "zaterdag 28 november", of a day as `wall` gives it */
export function dayName(day: string): string {
  return longDay.format(new Date(`${day}T12:00:00Z`));
}
