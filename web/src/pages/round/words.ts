import { dayName, hourOf, wall } from "../../core/amsterdam";
import { language, translator } from "../../core/messages/index";
import { nlRound } from "../../core/messages/nl-round";

export const rt = translator("round", nlRound);

/** Hours and minutes, for what is about today. */
export function time(at: string | number | null): string {
  return at === null ? "" : hourOf(at);
}

export function day(at: string | number): string {
  return dayName(wall(at).day);
}

export function names(people: { fullName: string }[]): string {
  return new Intl.ListFormat(language).format(people.map((person) => person.fullName));
}
