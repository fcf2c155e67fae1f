import type { Ask } from "./ask";
import type { Mode } from "./desk-typed";
import type { Observation, Person } from "./values";

export interface HistoryEntry {
  kind: string;
  by: Person | null;
  at: string;
  claimedAt?: string | null;
  detail?: Record<string, unknown> | null;
}

export interface DeskItem extends Observation {
  history?: HistoryEntry[];
}

/** What staff may write; what is closed can still be answered, without opening it again. */
export function modesFor({ state }: Pick<DeskItem, "state">): Mode[] {
  if (state === "withdrawn") return [];
  return state === "closed" ? ["answer", "reopening"] : ["answer", "question", "closure"];
}

/** "Seen" says something for what is new, and for a reply that needs no answer. */
export function mayAcknowledge(item: Pick<DeskItem, "state" | "awaits" | "review">): boolean {
  if (item.state === "withdrawn") return false;
  const replied = item.awaits === "office" && /^(answered|closed)$/.test(item.state);
  return item.state === "new" || replied || item.review !== null;
}

/** A word after the end: nobody waits for it, but somebody must have read it once. */
export function isNews({ state, awaits }: Pick<DeskItem, "state" | "awaits">): boolean {
  return state === "closed" && awaits === "office";
}

export type Group = "danger" | "usual" | "news";

export function groupOf(item: Pick<DeskItem, "state" | "awaits" | "urgency">): Group {
  if (isNews(item)) return "news";
  return item.urgency === "now" && item.awaits === "office" ? "danger" : "usual";
}

export interface DeskPage {
  observations: DeskItem[];
  cursor: string | null;
  total?: number;
}

export type View = "waiting" | "asked" | "open" | "all";

export interface DeskFilter {
  view: View;
  district: string;
  complex: string;
  category: string;
  state: string;
  urgency: string;
  q: string;
}

const FIELDS = ["district", "complex", "category", "state", "urgency", "q"] as const;
const VIEWS: readonly View[] = ["waiting", "asked", "open", "all"];

export const NO_FILTER: DeskFilter = {
  view: "waiting",
  district: "",
  complex: "",
  category: "",
  state: "",
  urgency: "",
  q: "",
};

/** What needs an answer is where everybody starts, so that view leaves no trace in the address. */
export function readFilter(query: string): DeskFilter {
  const given = new URLSearchParams(query);
  const filter = { ...NO_FILTER };
  for (const field of FIELDS) filter[field] = given.get(field) ?? "";
  filter.view = VIEWS.find((view) => view === given.get("view")) ?? "waiting";
  return filter;
}

export function writeFilter(filter: DeskFilter): string {
  const query = new URLSearchParams();
  if (filter.view !== "waiting") query.set("view", filter.view);
  for (const field of FIELDS) if (filter[field].trim()) query.set(field, filter[field].trim());
  const text = query.toString();
  return text ? `?${text}` : "";
}

/** A chosen state says more than the view, and a complex only exists inside its district. */
export function changeFilter(filter: DeskFilter, change: Partial<DeskFilter>): DeskFilter {
  const next = { ...filter, ...change };
  if (change.state) next.view = "all";
  if (change.view && change.state === undefined) next.state = "";
  if (change.district !== undefined && change.district !== filter.district) next.complex = "";
  return next;
}

export function isNarrowed(filter: DeskFilter): boolean {
  return FIELDS.some((field) => filter[field].trim() !== "");
}

/** What stands above the list and below it, whatever page they would be on. */
export function besides(filter: DeskFilter): { danger: DeskFilter | null; news: DeskFilter | null } {
  const { view, urgency, state } = filter;
  const mixed = (view === "waiting" || view === "open") && state === "";
  return {
    danger: mixed && urgency === "" ? { ...filter, view: "waiting", urgency: "now" } : null,
    news: view === "waiting" && state === "" ? { ...filter, state: "closed" } : null,
  };
}

export function listPath(filter: DeskFilter, cursor: string | null, limit: number): string {
  const query = new URLSearchParams();
  for (const field of FIELDS) if (filter[field].trim()) query.set(field, filter[field].trim());
  if (filter.view === "waiting") query.set("awaits", "office");
  if (filter.view === "asked") query.set("awaits", "volunteer");
  if ((filter.view === "open" || filter.view === "waiting") && !filter.state)
    query.set("state", "open");
  if (cursor) query.set("cursor", cursor);
  query.set("limit", String(limit));
  return `/api/observations?${query}`;
}

export interface Desk {
  list(filter: DeskFilter, cursor: string | null, limit: number): Promise<DeskPage>;
  find(id: string): Promise<DeskItem>;
  acknowledge(id: string): Promise<void>;
  answer(id: string, text: string, messageId: string): Promise<void>;
  ask(id: string, text: string, messageId: string): Promise<void>;
  close(id: string, outcome: string, text: string): Promise<void>;
  reopen(id: string, text: string): Promise<void>;
  mergeText(id: string, text: string): Promise<void>;
}

export function openDesk(ask: Ask): Desk {
  const item = (id: string) => `/api/observations/${encodeURIComponent(id)}`;
  return {
    list: (filter, cursor, limit) => ask("GET", listPath(filter, cursor, limit)),
    find: (id) => ask("GET", item(id)),
    acknowledge: (id) => ask("POST", `${item(id)}/acknowledgement`),
    answer: (id, text, messageId) => ask("POST", `${item(id)}/answers`, { text, id: messageId }),
    ask: (id, text, messageId) => ask("POST", `${item(id)}/questions`, { text, id: messageId }),
    close: (id, outcome, text) => ask("POST", `${item(id)}/closure`, { outcome, text }),
    reopen: (id, text) => ask("POST", `${item(id)}/reopening`, text ? { text } : {}),
    mergeText: (id, text) => ask("POST", `${item(id)}/merged-text`, { text }),
  };
}
