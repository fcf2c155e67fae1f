import type { DeskItem } from "../../core/desk";
import type { Office } from "../../core/office";
import { teamOf } from "../../core/teams";
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
  if (!item.category && item.source !== "observation") {
    return { label: kindWord(item), icon: kindIcon(item) };
  }
  const team = teamOf(item);
  if (team) return { label: team.name, icon: team.icon };
  const found = office.categories.value.find((category) => category.key === item.category);
  if (found) return found;
  return { label: item.category || st("desk.noCategory"), icon: "other" };
}

const KIND_ICON: Record<string, string> = {
  report: "report",
  job: "hammer",
  idea: "leaf",
  volunteer: "people",
};

export function kindIcon(item: DeskItem): string {
  return item.source === "concern" ? "heart" : (KIND_ICON[item.kind ?? ""] ?? "report");
}

/** What a tenant sent, in a word. */
export function kindWord(item: DeskItem): string {
  return known("desk.kinds", item.source === "concern" ? "concern" : (item.kind ?? "report"));
}

/** Who sent it; a tenant has no name. */
export function authorOf(item: DeskItem): string {
  return item.author ? nameOf(item.author) : st("desk.tenant");
}

/** The same within a sentence. */
export function authorWithin(item: DeskItem): string {
  return item.author ? nameOf(item.author) : st("desk.theTenant");
}

/** Who said or did something with it: without a name it was the tenant. */
export function voiceOf(item: DeskItem, by: Parameters<typeof nameOf>[0]): string {
  return by === null && item.source !== "observation" ? st("desk.tenant") : nameOf(by);
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
