import type { Ask } from "./ask";
import type { Category, Person, Quarantined, Role } from "./values";

export type ImportKind = "districts" | "complexes" | "categories";
export type RowAction = "new" | "changed" | "same" | "refused";

export interface ImportRow {
  row: number;
  name: string;
  action: RowAction;
  errors: string[];
}

export interface ImportResult {
  kind: string;
  rows: ImportRow[];
  new: number;
  changed: number;
  same: number;
  refused: number;
  imported: boolean;
  /** What was assumed in reading the file. */
  notes?: string[];
}

export interface NewInvitation {
  id: string;
  code: string;
  link: string;
  qr: string[];
  expiresAt: string;
}

export interface Invitation {
  id: string;
  fullName: string;
  role: Role;
  districts: string[];
  createdAt: string;
  expiresAt: string;
  state: "open" | "used" | "expired" | "withdrawn";
}

export interface PersonDevice {
  id: string;
  name: string | null;
  lastSeenAt: string | null;
  lastSyncAt: string | null;
  unsent: number | null;
  persisted: boolean | null;
  usage: number | null;
  quota: number | null;
  revokedAt: string | null;
}

export interface AccountRow extends Person {
  role: Role;
  districts: string[];
  createdAt: string;
  revokedAt: string | null;
  devices: PersonDevice[];
}

export interface Parked extends Quarantined {
  author: Person;
}

/** A file that is refused is an answer too: the rows say which line to mend. */
export function importResult(refused: unknown): ImportResult | null {
  const body = (refused as { body?: Partial<ImportResult> } | null)?.body;
  return body && Array.isArray(body.rows) ? (body as ImportResult) : null;
}

export function mayImport(preview: ImportResult | null): boolean {
  return preview !== null && preview.refused === 0 && preview.new + preview.changed > 0;
}

/** The categories to send so that one stands a place higher or lower: two, or all when in a muddle. */
export function reorder(all: Category[], key: string, step: 1 | -1): Category[] {
  const order = [...all].sort((one, other) => one.position - other.position);
  const from = order.findIndex((category) => category.key === key);
  const to = from + step;
  const here = order[from];
  const there = order[to];
  if (!here || !there) return [];
  const distinct = new Set(order.map((category) => category.position)).size === order.length;
  if (distinct)
    return [
      { ...here, position: there.position },
      { ...there, position: here.position },
    ];
  [order[from], order[to]] = [there, here];
  return order
    .map((category, index) => ({ ...category, position: index + 1 }))
    .filter((next) => all.find((before) => before.key === next.key)?.position !== next.position);
}

/** A key for a new category, made of its name; two of the same name get two keys. */
export function keyFor(label: string, all: Category[]): string {
  const slug = plain(label).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const key = slug.slice(0, 50) || "onderwerp";
  const taken = (one: string) => all.some((category) => category.key === one);
  if (!taken(key)) return key;
  let n = 2;
  while (taken(`${key}-${n}`)) n++;
  return `${key}-${n}`;
}

/** People whose name, sign-in name or role holds every word. */
export function findPeople(all: AccountRow[], text: string, roleWord: (role: Role) => string) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return all.filter((person) => {
    const all = plain(`${person.fullName} ${person.name} ${roleWord(person.role)}`);
    return words.every((word) => all.includes(word));
  });
}

/** "Zoë" is found by typing "zoe". */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
}

export interface Setup {
  preview(kind: ImportKind, file: Blob): Promise<ImportResult>;
  import(kind: ImportKind, file: Blob): Promise<ImportResult>;
  categories(): Promise<Category[]>;
  changeCategory(category: Category): Promise<void>;
  invitations(): Promise<Invitation[]>;
  invite(fullName: string, role: Role, districts: string[]): Promise<NewInvitation>;
  withdraw(id: string): Promise<void>;
  accounts(): Promise<AccountRow[]>;
  changeAccount(id: string, change: { role?: Role; districts?: string[] }): Promise<void>;
  resetPassword(id: string): Promise<NewInvitation>;
  revokeAccount(id: string): Promise<void>;
  revokeDevice(id: string): Promise<void>;
  parked(): Promise<Parked[]>;
  admit(id: string): Promise<void>;
  answerParked(id: string, text: string): Promise<void>;
}

export function openSetup(ask: Ask): Setup {
  const upload = async (kind: ImportKind, verb: "preview" | "import", file: Blob) => {
    const form = new FormData();
    form.append("file", file);
    try {
      return await ask<ImportResult>("POST", `/api/${kind}/${verb}`, form);
    } catch (problem) {
      const answer = importResult(problem);
      if (answer) return answer;
      throw problem;
    }
  };
  const at = (noun: string, id: string) => `/api/${noun}/${encodeURIComponent(id)}`;
  return {
    preview: (kind, file) => upload(kind, "preview", file),
    import: (kind, file) => upload(kind, "import", file),
    categories: () => ask("GET", "/api/categories"),
    changeCategory: ({ key, label, icon, position, active }) =>
      ask("PUT", at("categories", key), { label, icon, position, active }),
    invitations: () => ask("GET", "/api/invitations"),
    invite: (fullName, role, districts) =>
      ask("POST", "/api/invitations", { fullName, role, districts }),
    withdraw: (id) => ask("DELETE", at("invitations", id)),
    accounts: () => ask("GET", "/api/accounts"),
    changeAccount: (id, change) => ask("PATCH", at("accounts", id), change),
    resetPassword: (id) => ask("POST", `${at("accounts", id)}/reset`),
    revokeAccount: (id) => ask("POST", `${at("accounts", id)}/revocation`),
    revokeDevice: (id) => ask("POST", `${at("devices", id)}/revocation`),
    parked: () => ask("GET", "/api/quarantine"),
    admit: (id) => ask("POST", `${at("quarantine", id)}/admission`),
    answerParked: (id, text) => ask("POST", `${at("quarantine", id)}/answers`, { text }),
  };
}
