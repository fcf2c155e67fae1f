import { sentence } from "../../../core/refused";
import { teamOf } from "../../../core/teams";
import { language, named, t } from "../../../core/tenant/language";
import type { Guide, PublicCategory } from "../../../core/tenant/values";
import type { ReportItem, ReportMessage } from "../../../core/tenant/reports-values";

/** What every installation starts with: for a phone that has not fetched its district's list. */
const builtIn: [key: string, icon: string][] = [
  ["lighting", "lamp"],
  ["litter", "litter"],
  ["bulky-waste", "sofa"],
  ["green", "leaf"],
  ["pavement", "pavement"],
  ["entrance", "door"],
  ["nuisance", "noise"],
  ["vandalism", "hammer"],
  ["parking", "car"],
  ["playground", "swing"],
  ["water", "drop"],
  ["other", "other"],
];

/** "Contact" is for volunteers who rang a bell; whoever worries has a form of its own. */
export function categories(guide: Guide | null): PublicCategory[] {
  const known = guide?.categories?.filter(({ key }) => key !== "contact") ?? [];
  if (known.length > 0) return [...known].sort((a, b) => a.position - b.position);
  return builtIn.map(([key, icon], position) => ({ key, label: key, icon, position }));
}

export function categoryWord(guide: Guide | null, key: string | null): string {
  if (key === null) return "";
  const label = guide?.categories?.find((one) => one.key === key)?.label;
  return named("category", key, label ?? key);
}

export function categoryIcon(guide: Guide | null, key: string | null): string {
  return categories(guide).find((one) => one.key === key)?.icon ?? "other";
}

export const kindIcons: Record<ReportItem["kind"], string> = {
  report: "report",
  concern: "heart",
  job: "help",
  idea: "message",
  volunteer: "people",
};

/** Of a report its category, of all else its kind, and of a job whom it is for. */
export function title(guide: Guide | null, one: Pick<ReportItem, "kind" | "category">): string {
  if (one.kind === "report") return categoryWord(guide, one.category) || t("kinds.report");
  const team = teamOf(one);
  return team ? `${t(`kinds.${one.kind}`)}: ${team.name}` : t(`kinds.${one.kind}`);
}

export function icon(guide: Guide | null, one: Pick<ReportItem, "kind" | "category">): string {
  return one.kind === "report" ? categoryIcon(guide, one.category) : kindIcons[one.kind];
}

type Truth = ReportItem["truth"] | NonNullable<ReportItem["answer"]>["state"];

/** How it truly stands: with the office the office's word, before that this phone's. */
export function truthOf(item: ReportItem): Truth {
  return item.truth === "office" ? (item.answer?.state ?? "new") : item.truth;
}

const truthIcons: Record<Truth, string> = {
  waiting: "waiting",
  sending: "sending",
  refused: "danger",
  office: "office",
  gone: "info",
  new: "office",
  acknowledged: "eye",
  asked: "question",
  answered: "message",
  closed: "closed",
};

export function truthWord(item: ReportItem): { icon: string; word: string } {
  const truth = truthOf(item);
  return { icon: truthIcons[truth], word: t(`truth.${truth === "office" ? "new" : truth}`) };
}

export const messageIcons: Record<ReportMessage["kind"], string> = {
  acknowledgement: "eye",
  answer: "message",
  question: "question",
  closure: "closed",
  reopening: "refresh",
  reply: "user",
};

/** Our own words in the reader's language; the server's, which knows two, only to who reads those. */
export function reason(code: string, message = ""): string {
  const own = sentence(code.startsWith("photo.") && !isKnown(code) ? "photo.refused" : code);
  const reads = language.value === "nl" || language.value === "en";
  return !isKnown(code) && reads && message ? message : own;
}

function isKnown(code: string): boolean {
  return sentence(code) !== sentence("unknown");
}
