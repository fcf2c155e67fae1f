import type { Category, Complex, Core, Item } from "../../core/index";
import type { Place, Visit } from "../../core/values";
import { t } from "../../core/messages/index";

/** A volunteer also sees what others in the district wrote down. */
export function isOwn(core: Core, item: Pick<Item, "author">): boolean {
  return item.author.id === core.session.account.value?.id;
}

export function categoryOf(core: Core, key: string | null): Category | undefined {
  return key === null ? undefined : core.categories.value.find((one) => one.key === key);
}

/** The label, else the bare key: a category may be newer than this phone's list. */
export function categoryLabel(core: Core, key: string | null): string {
  if (key === null) return t("home.draft-no-category");
  return categoryOf(core, key)?.label ?? (key === "other" ? t("category.other") : key);
}

export function categoryIcon(core: Core, key: string | null): string {
  return categoryOf(core, key)?.icon ?? "other";
}

export function complexOf(core: Core, id: string | undefined): Complex | undefined {
  return id === undefined ? undefined : core.places.complexes.value.find((one) => one.id === id);
}

export function complexLine(complex: Complex): string {
  return [complex.street, complex.numbers].filter(Boolean).join(" ");
}

/** "Hof van Linden, bij de achterdeur": what a person would say; empty when there is nothing. */
export function placeLine(core: Core, place: Place | null): string {
  if (!place) return "";
  const complex = complexOf(core, place.complex);
  const own = place.lat === undefined || complex ? "" : t("place.own-place");
  return [complex?.name ?? own, place.description].filter(Boolean).join(", ");
}

/** Known outcomes have a Dutch word; an unknown code is shown as it is. */
export function visitWord(outcome: string): string {
  const word = visitWords.find((known) => known === outcome);
  return word ? t(`visit.${word}`) : outcome;
}

export const visitWords = ["nobody-home", "explained", "will-do", "needs-help", "declined"] as const;

export function visitLine(visit: Visit | null): string {
  if (!visit) return "";
  return [visitWord(visit.outcome), visit.note].filter(Boolean).join(": ");
}

const outcomeWords = ["solved", "passed-on", "explained", "no-action", "duplicate"] as const;

export function outcomeWord(outcome: string): string {
  const word = outcomeWords.find((known) => known === outcome);
  return word ? t(`outcome.${word}`) : outcome;
}
