import { zone } from "../amsterdam";
import { locale } from "./language";

/** "22 november 2026", in the tenant's language. */
export function dateOf(at: string | number): string {
  return new Intl.DateTimeFormat(locale.value, { ...zone, dateStyle: "long" }).format(new Date(at));
}

/** "22 november 21:04": when the phone last heard from the office. */
export function momentOf(at: string | number): string {
  const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const form = new Intl.DateTimeFormat(locale.value, { ...zone, day: "numeric", month: "long", ...hour });
  return form.format(new Date(at));
}

/** "maandag", of 1 to 7. */
export function weekday(day: number, length: "long" | "short" = "long"): string {
  // 1 January 2024 was a Monday.
  const monday = Date.UTC(2024, 0, 1, 12);
  const form = new Intl.DateTimeFormat(locale.value, { weekday: length, timeZone: "UTC" });
  return form.format(new Date(monday + (day - 1) * 86_400_000));
}
