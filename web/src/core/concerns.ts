import type { Ask } from "./ask";
import { readItem, type DeskItem } from "./desk";

/** A worry in a list: where and when, never what. */
export interface ConcernLine {
  id: string;
  district: string;
  complex: string | null;
  urgency: DeskItem["urgency"];
  state: DeskItem["state"];
  awaits: DeskItem["awaits"];
  receivedAt: string;
  changedAt: string;
  revision: number;
}

export interface Reader {
  account: string;
  fullName: string;
  role: string;
  reader: boolean;
}

export interface Concerns {
  /** Whether this person may read them at all. */
  mayRead(account: string): Promise<boolean>;
  list(): Promise<ConcernLine[]>;
  /** Each time is noted by the server. */
  read(id: string): Promise<DeskItem>;
  readers(): Promise<Reader[]>;
  setReader(account: string, reader: boolean): Promise<void>;
}

interface Opened extends Omit<ConcernLine, "complex"> {
  complex: string | null;
  description: string | null;
}

export function openConcerns(ask: Ask): Concerns {
  const reader = (account: string) => `/api/concerns/readers/${encodeURIComponent(account)}`;
  return {
    mayRead: async (account) => (await ask<Reader>("GET", reader(account))).reader,
    list: async () => (await ask<{ concerns: ConcernLine[] }>("GET", "/api/concerns")).concerns,
    async read(id) {
      const { complex, description, ...rest } = await ask<Opened>(
        "GET",
        `/api/concerns/${encodeURIComponent(id)}`,
      );
      const place = { ...(complex ? { complex } : {}), ...(description ? { description } : {}) };
      return readItem({ ...rest, source: "concern", place: complex || description ? place : null });
    },
    readers: async () =>
      (await ask<{ readers: Reader[] }>("GET", "/api/concerns/readers")).readers,
    setReader: (account, yes) => ask(yes ? "PUT" : "DELETE", reader(account)),
  };
}
