import { dayAndHour, dayYearAndHour, hourOf } from "../../core/amsterdam";
import { language, translator, type Key } from "../../core/messages/index";
import { nlDuty } from "../../core/messages/nl-duty";
import type { Office } from "../../core/office";
import { needsYear } from "../../core/roster-days";
import type { Person } from "../../core/values";

export type DutyKey = Key<typeof nlDuty>;

export const dt = translator("duty", nlDuty);

/** A word for a code from an open list; a code that nobody knows yet is shown as it is. */
export function dutyWord(list: string, code: string): string {
  const key = `${list}.${code}`;
  const word = dt(key as DutyKey);
  return word === key ? code : word;
}

const enumeration = new Intl.ListFormat(language, { type: "conjunction" });

export function names(people: Person[]): string {
  return enumeration.format(people.map((person) => person.fullName));
}

export function districtName(office: Office, id: string | null): string {
  if (id === null) return dt("roster.everywhere");
  return office.districts.value.find((one) => one.id === id)?.name ?? dt("roster.elsewhere");
}

export function districtNames(office: Office, ids: string[]): string {
  const all = office.districts.value.length;
  if (all > 1 && ids.length === all) return dt("roster.everywhere");
  return enumeration.format(ids.map((id) => districtName(office, id)));
}

/** "Hele dag", "22:00 tot zo 29 nov 08:00", "Tot 08:00". */
export function partOfDay(part: { from: number | null; to: number | null; later: number | null }) {
  const { from, to, later } = part;
  if (from !== null) {
    const end = later !== null && needsYear(from, later) ? dayYearAndHour : dayAndHour;
    const until = later !== null ? end(later) : to !== null ? hourOf(to) : "24:00";
    return dt("roster.fromTo", { from: hourOf(from), to: until });
  }
  return to === null ? dt("roster.wholeDay") : dt("roster.until", { to: hourOf(to) });
}

/** How long ago, as one would say it; a clock that runs behind says "net". */
export function age(at: string, now: number): string {
  const seconds = Math.floor((now - Date.parse(at)) / 1000);
  if (seconds < 5) return dt("age.now");
  if (seconds < 60) return dt("age.seconds", { count: seconds });
  if (seconds < 3600) return dt("age.minutes", { count: Math.floor(seconds / 60) });
  const count = Math.floor(seconds / 3600);
  if (count >= 48) return dt("age.days", { count: Math.floor(count / 24) });
  const hours = dt("age.hours", { count });
  const rest = Math.floor(seconds / 60) % 60;
  if (rest === 0) return dt("age.ago", { hours });
  return dt("age.and", { hours, minutes: dt("age.min", { count: rest }) });
}
