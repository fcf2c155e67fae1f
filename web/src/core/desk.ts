import type { Ask } from "./ask";
import type { Mode } from "./desk-typed";
import type { Message, Observation, Person } from "./values";

export interface HistoryEntry {
  kind: string;
  by: Person | null;
  at: string;
  claimedAt?: string | null;
  detail?: Record<string, unknown> | null;
}

/** How a tenant wants to be reached; either may be missing. */
export interface Contact {
  phone: string | null;
  email: string | null;
}

export type Source = "observation" | "report" | "concern";

/** What volunteers saw and what tenants sent, in one shape; a tenant has no name. */
export interface DeskItem extends Omit<Observation, "author" | "awaits" | "messages"> {
  source: Source;
  author: Person | null;
  awaits: Observation["awaits"] | "tenant";
  messages: (Omit<Message, "by"> & { by: Person | null })[];
  history?: HistoryEntry[];
  /** Of what a tenant sent: report, job, idea or volunteer. */
  kind?: string;
  language?: string;
  hasContact?: boolean;
  contact?: Contact;
  alsoSeen?: string | null;
  seen?: number;
}

/** What only observations have, for what came from a tenant. */
export function readItem(given: Partial<DeskItem> & Pick<DeskItem, "source">): DeskItem {
  if (given.source === "observation") return given as DeskItem;
  const { receivedAt } = given;
  return {
    author: null,
    category: "",
    otherTexts: [],
    visit: null,
    wantsHelp: false,
    round: null,
    photos: [],
    messages: [],
    sensitive: true,
    review: null,
    ...without(given, null),
    observedAt: receivedAt,
    // Nobody measured a tenant's clock: what was written long ago may only have come late.
    claimedAt: receivedAt,
  } as DeskItem;
}

function without<T extends object>(given: T, what: unknown): Partial<T> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== what),
  ) as Partial<T>;
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
  items: DeskItem[];
  cursor: string | null;
  total?: number;
}

export type View = "waiting" | "asked" | "open" | "all";

export interface DeskFilter {
  view: View;
  district: string;
  complex: string;
  kind: string;
  category: string;
  state: string;
  urgency: string;
  q: string;
}

const FIELDS = ["district", "complex", "kind", "category", "state", "urgency", "q"] as const;
const VIEWS: readonly View[] = ["waiting", "asked", "open", "all"];

export const NO_FILTER: DeskFilter = {
  view: "waiting",
  district: "",
  complex: "",
  kind: "",
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
  return `/api/desk?${query}`;
}

/** Which one: the same verbs are at another address for each source. */
export type Which = Pick<DeskItem, "id" | "source">;

export interface Desk {
  list(filter: DeskFilter, cursor: string | null, limit: number): Promise<DeskPage>;
  find(id: string): Promise<DeskItem>;
  acknowledge(which: Which): Promise<void>;
  answer(which: Which, text: string, messageId: string): Promise<void>;
  ask(which: Which, text: string, messageId: string): Promise<void>;
  close(which: Which, outcome: string, text: string): Promise<void>;
  reopen(which: Which, text: string): Promise<void>;
  mergeText(id: string, text: string): Promise<void>;
}

export function openDesk(ask: Ask): Desk {
  const at = ({ id, source }: Which) => `/api/${source}s/${encodeURIComponent(id)}`;
  return {
    async list(filter, cursor, limit) {
      const page = await ask<DeskPage>("GET", listPath(filter, cursor, limit));
      return { ...page, items: page.items.map(readItem) };
    },
    async find(id) {
      return readItem(await ask<DeskItem>("GET", `/api/desk/${encodeURIComponent(id)}`));
    },
    acknowledge: (which) => ask("POST", `${at(which)}/acknowledgement`),
    answer: (which, text, messageId) =>
      ask("POST", `${at(which)}/answers`, { text, id: messageId }),
    ask: (which, text, messageId) =>
      ask("POST", `${at(which)}/questions`, { text, id: messageId }),
    close: (which, outcome, text) => ask("POST", `${at(which)}/closure`, { outcome, text }),
    reopen: (which, text) => ask("POST", `${at(which)}/reopening`, text ? { text } : {}),
    mergeText: (id, text) =>
      ask("POST", `${at({ id, source: "observation" })}/merged-text`, { text }),
  };
}
