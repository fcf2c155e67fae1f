import type { DBSchema } from "idb";
import { Database, type Plan, type Writing } from "./database";
import type { AlarmValue, RoundValue } from "./round-values";
import type { Draft } from "./shapes";
import type { Category, Complex, District, Observation, Quarantined } from "./values";

export interface Mutation {
  n: number;
  id: string;
  name: string;
  entity: string;
  base: number | null;
  /** The server's life that `base` is a revision of. */
  epoch?: string;
  at: string;
  args: Record<string, unknown>;
}

export type Status = "applied" | "merged" | "quarantined" | "duplicate";

/** Confirmed, and kept until the server calls it durable and its effect was pulled. */
export interface Sent extends Mutation {
  status: Status;
  revision: number | null;
  reason: string | null;
  pulled: boolean;
}

/** What is known of a saved photo; its bytes lie apart, so that lists stay light. */
export interface Upload {
  sha256: string;
  state: "waiting" | "sent" | "refused";
  refusals: number;
  reason: string | null;
  sentAt: number | null;
}

interface Schema extends DBSchema {
  meta: { key: string; value: unknown };
  draft: { key: string; value: Draft };
  district: { key: string; value: District & { id: string } };
  complex: { key: string; value: Complex };
  category: { key: string; value: Category & { id: string } };
  observation: { key: string; value: Observation };
  quarantine: { key: string; value: Quarantined };
  round: { key: string; value: RoundValue };
  alarm: { key: string; value: AlarmValue };
  outbox: { key: number; value: Mutation };
  sent: { key: string; value: Sent };
  photo: { key: string; value: { sha256: string; bytes: ArrayBuffer } };
  upload: { key: string; value: Upload };
}

export type Name = keyof KnownStores;
type KnownStores = { [K in keyof Schema as string extends K ? never : K]: Schema[K] };
export type Row<N extends Name> = KnownStores[N]["value"];
export type Tx = Writing<Schema, Name>;

export const nouns = [
  "district",
  "complex",
  "category",
  "observation",
  "quarantine",
  "round",
  "alarm",
] as const;
export type Noun = (typeof nouns)[number];

const keys: Record<Name, string | null> = {
  meta: null,
  draft: "id",
  district: "id",
  complex: "id",
  category: "id",
  observation: "id",
  quarantine: "id",
  round: "id",
  alarm: "id",
  outbox: "n",
  sent: "id",
  photo: "sha256",
  upload: "sha256",
};

export const names = Object.keys(keys) as Name[];

const plan: Plan<Name> = {
  version: 2,
  keys,
  // What the older code did not know it skipped: its cursor went past it.
  upgraded: (tx, from) => void (from > 0 && tx.objectStore("meta").delete("cursor")),
};

/** One database per account, and a small one that all share. */
export class Store extends Database<Schema, Name> {
  constructor(factory: IDBFactory, name: string, onOld: () => void) {
    super(factory, name, plan, onOld);
  }
}

export { named } from "./database";
