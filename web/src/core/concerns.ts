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

export interface ConcernPages {
  concerns: ConcernLine[];
  /** How many there are on all pages together. */
  total: number;
  more: boolean;
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
  /** The newest of them, as many pages as asked for. */
  list(which: "urgent" | "open" | "closed", pages: number): Promise<ConcernPages>;
  /** Each time is noted by the server. */
  read(id: string): Promise<DeskItem>;
  readers(): Promise<Reader[]>;
  setReader(account: string, reader: boolean): Promise<void>;
}

interface Opened extends Omit<ConcernLine, "complex"> {
  complex: string | null;
  description: string | null;
}

interface Page {
  concerns: ConcernLine[];
  cursor: string | null;
  total: number;
}

export function openConcerns(ask: Ask): Concerns {
  const reader = (account: string) => `/api/concerns/readers/${encodeURIComponent(account)}`;
  return {
    mayRead: async (account) => (await ask<Reader>("GET", reader(account))).reader,
    async list(which, pages) {
      const query = which === "urgent" ? "state=open&urgency=now" : `state=${which}`;
      const concerns: ConcernLine[] = [];
      let answer: Page | undefined;
      for (let i = 0; i < pages && answer?.cursor !== null; i++) {
        const from = answer ? `&cursor=${encodeURIComponent(answer.cursor!)}` : "";
        answer = await ask<Page>("GET", `/api/concerns?${query}${from}`);
        concerns.push(...answer.concerns);
      }
      return { concerns, total: answer?.total ?? 0, more: (answer?.cursor ?? null) !== null };
    },
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
