import { addDays, hourOf, wall, zone } from "../amsterdam";
import { language } from "./index";

const day = new Intl.DateTimeFormat(language, { ...zone, day: "numeric", month: "short" });
const oldDay = new Intl.DateTimeFormat(language, {
  ...zone,
  day: "numeric",
  month: "short",
  year: "numeric",
});

const days = new Intl.RelativeTimeFormat(language, { numeric: "auto" });

/** "21:04" today, "gisteren 21:04", "3 nov 21:04", "3 nov 2024": as short as it can be clear. */
export function moment(at: string | number, now: number = Date.now()): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  const then = wall(at).day;
  const today = wall(now).day;
  if (then === today) return hourOf(at);
  if (then === addDays(today, -1)) return `${days.format(-1, "day")} ${hourOf(at)}`;
  if (then.slice(0, 4) !== today.slice(0, 4)) return oldDay.format(date);
  return `${day.format(date)} ${hourOf(at)}`;
}
