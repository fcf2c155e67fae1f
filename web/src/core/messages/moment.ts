import { language } from "./index";

const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
const oldDay = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric" });

/** "21:04" today, "gisteren 21:04", "3 nov 21:04", "3 nov 2024": as short as it can be clear. */
export function moment(at: string | number, now: number = Date.now()): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  const today = new Date(now);
  if (sameDay(date, today)) return clock.format(date);
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (sameDay(date, yesterday)) return `gisteren ${clock.format(date)}`;
  if (date.getFullYear() !== today.getFullYear()) return oldDay.format(date);
  return `${day.format(date)} ${clock.format(date)}`;
}

function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}
