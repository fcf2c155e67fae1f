import { wrap, type DBSchema, type IDBPDatabase, type IDBPTransaction } from "idb";
import { Refused } from "./refused";
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
export type Tx = IDBPTransaction<Schema, Name[], "readwrite">;

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

const version = 2;
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

/** One IndexedDB database. It is never deleted, and never written by code older than itself. */
export class Store {
  tooOld = false;
  private opening: Promise<IDBPDatabase<Schema>> | null = null;
  private lost = false;

  constructor(
    private readonly factory: IDBFactory,
    readonly name: string,
    private readonly onOld: () => void,
  ) {}

  read<T>(stores: Name[], work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run("readonly", stores, work, true);
  }

  /** All or nothing, and on disk when it resolves. `work` may wait for nothing but `tx`. */
  write<T>(stores: Name[], work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run("readwrite", stores, work, true);
  }

  async close(): Promise<void> {
    const opening = this.opening;
    this.opening = null;
    (await opening?.catch(() => null))?.close();
  }

  private async run<T>(
    mode: "readonly" | "readwrite",
    stores: Name[],
    work: (tx: Tx) => Promise<T>,
    again: boolean,
  ): Promise<T> {
    const db = await this.open();
    let tx: Tx;
    try {
      tx = db.transaction(stores, mode, { durability: "strict" }) as Tx;
    } catch (error) {
      if (!again || !named(error, "InvalidStateError")) throw error;
      this.opening = null;
      return this.run(mode, stores, work, false);
    }
    const done = tx.done.then(
      () => null,
      (error: unknown) => error ?? new Error("aborted"),
    );
    try {
      const result = await work(tx);
      const failure = await done;
      if (failure) throw failure;
      return result;
    } catch (error) {
      try {
        tx.abort();
      } catch {
        // It had ended already.
      }
      const failure = await done;
      if (again && this.lost) return this.run(mode, stores, work, false);
      throw named(error, "AbortError") && failure ? failure : error;
    }
  }

  private async open(): Promise<IDBPDatabase<Schema>> {
    if (this.tooOld) throw new Refused(0, "update-needed");
    this.opening ??= this.connect();
    try {
      return await this.opening;
    } catch (error) {
      this.opening = null;
      if (!named(error, "VersionError")) throw error;
      this.tooOld = true;
      this.onOld();
      throw new Refused(0, "update-needed");
    }
  }

  private async connect(): Promise<IDBPDatabase<Schema>> {
    this.lost = false;
    const request = this.factory.open(this.name, version);
    request.onupgradeneeded = ({ oldVersion }) => {
      for (const name of names) {
        const keyPath = keys[name];
        if (request.result.objectStoreNames.contains(name)) continue;
        request.result.createObjectStore(name, keyPath ? { keyPath } : undefined);
      }
      // What the older code did not know it skipped: its cursor went past it.
      if (oldVersion > 0) request.transaction!.objectStore("meta").delete("cursor");
    };
    // A blocked upgrade waits: every older tab closes its connection on versionchange.
    const db = (await wrap(request)) as unknown as IDBPDatabase<Schema>;
    db.onversionchange = () => {
      this.opening = null;
      db.close();
    };
    db.onclose = () => {
      this.opening = null;
      this.lost = true;
    };
    return db;
  }
}

export function named(error: unknown, name: string): boolean {
  return (error as { name?: string } | null)?.name === name;
}
