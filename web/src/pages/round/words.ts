import { language, translator } from "../../core/messages/index";
import { nlRound } from "../../core/messages/nl-round";

export const rt = translator(nlRound);

const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const date = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" });

/** Hours and minutes, for what is about today. */
export function time(at: string | number | null): string {
  return at === null ? "" : clock.format(new Date(at));
}

export function day(at: string | number): string {
  return date.format(new Date(at));
}

export function names(people: { fullName: string }[]): string {
  return new Intl.ListFormat(language).format(people.map((person) => person.fullName));
}
