import type { DeskItem } from "../../core/desk";
import type { Office } from "../../core/office";
import type { Complex } from "../../core/values";
import { known, st } from "../staff/words";

export const STATE_ICON: Record<string, string> = {
  new: "plus",
  acknowledged: "eye",
  asked: "question",
  answered: "message",
  closed: "closed",
  withdrawn: "withdrawn",
};

export const URGENCY_ICON: Record<string, string> = { later: "other", soon: "waiting", now: "danger" };

export function categoryOf(office: Office, item: DeskItem): { label: string; icon: string } {
  const found = office.categories.value.find((category) => category.key === item.category);
  if (found) return found;
  return { label: item.category || st("desk.noCategory"), icon: "other" };
}

export function complexOf(office: Office, item: DeskItem): Complex | undefined {
  return office.complexes.value.find((complex) => complex.id === item.place?.complex);
}

/** Where it was, as short as it can be; null when nobody said. */
export function placeLine(office: Office, item: DeskItem): string | null {
  const complex = complexOf(office, item);
  if (complex) return complex.name;
  if (item.place?.description) return item.place.description;
  if (item.place?.lat !== undefined) return st("desk.pointPlain");
  return office.districts.value.find((district) => district.id === item.district)?.name ?? null;
}

export function stateWord(state: string): string {
  return known("desk.states", state);
}

export function nameOf(by: { fullName?: string; name?: string } | string | null): string {
  if (by === null) return st("desk.system");
  return typeof by === "string" ? by : by.fullName || by.name || st("desk.system");
}
