import { zone } from "../../core/amsterdam";
import { language, translator, type Key } from "../../core/messages/index";
import { nlStaff } from "../../core/messages/nl-staff";

export type StaffKey = Key<typeof nlStaff>;

export const st = translator("staff", nlStaff);

/** A word for a code from an open list; a code that nobody knows yet is shown as it is. */
export function known(list: string, code: string): string {
  const key = `${list}.${code}`;
  const word = st(key as StaffKey);
  return word === key ? code : word;
}

const full = new Intl.DateTimeFormat(language, { ...zone, dateStyle: "long", timeStyle: "medium" });
const minute = new Intl.DateTimeFormat(language, { ...zone, dateStyle: "long", timeStyle: "short" });

/** For a history somebody may have to account for: to the second. */
export function exactTime(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? "" : full.format(date);
}

export function fullTime(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? "" : minute.format(date);
}

const UNITS = ["B", "kB", "MB", "GB", "TB"];
const amount = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

export function bytes(count: number): string {
  let unit = 0;
  let left = count;
  while (left >= 1000 && unit < UNITS.length - 1) {
    left /= 1000;
    unit++;
  }
  return `${amount.format(left)} ${UNITS[unit]}`;
}
