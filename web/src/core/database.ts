import { wrap, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from "idb";
import { Refused } from "./refused";

export interface Plan<N extends string> {
  version: number;
  /** Each store with the path of its key; null when the key stands outside. */
  keys: Record<N, string | null>;
  /** After the stores were made, in the same transaction. */
  upgraded?(tx: IDBTransaction, from: number): void;
}

/** One IndexedDB database. It is never deleted, and never written by code older than itself. */
export class Database<S extends DBSchema, N extends StoreNames<S> & string> {
  tooOld = false;
  private opening: Promise<IDBPDatabase<S>> | null = null;
  private lost = false;

  constructor(
    private readonly factory: IDBFactory,
    readonly name: string,
    private readonly plan: Plan<N>,
    private readonly onOld: () => void,
  ) {}

  read<T>(stores: N[], work: (tx: Writing<S, N>) => Promise<T>): Promise<T> {
    return this.run("readonly", stores, work, true);
  }

  /** All or nothing, and on disk when it resolves. `work` may wait for nothing but `tx`. */
  write<T>(stores: N[], work: (tx: Writing<S, N>) => Promise<T>): Promise<T> {
    return this.run("readwrite", stores, work, true);
  }

  async close(): Promise<void> {
    const opening = this.opening;
    this.opening = null;
    (await opening?.catch(() => null))?.close();
  }

  private async run<T>(
    mode: "readonly" | "readwrite",
    stores: N[],
    work: (tx: Writing<S, N>) => Promise<T>,
    again: boolean,
  ): Promise<T> {
    const db = await this.open();
    let tx: Writing<S, N>;
    try {
      tx = db.transaction(stores, mode, { durability: "strict" }) as unknown as Writing<S, N>;
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

  private async open(): Promise<IDBPDatabase<S>> {
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

  private async connect(): Promise<IDBPDatabase<S>> {
    this.lost = false;
    const request = this.factory.open(this.name, this.plan.version);
    request.onupgradeneeded = ({ oldVersion }) => {
      for (const [name, keyPath] of Object.entries<string | null>(this.plan.keys)) {
        if (request.result.objectStoreNames.contains(name)) continue;
        request.result.createObjectStore(name, keyPath ? { keyPath } : undefined);
      }
      this.plan.upgraded?.(request.transaction!, oldVersion);
    };
    // A blocked upgrade waits: every older tab closes its connection on versionchange.
    const db = (await wrap(request)) as unknown as IDBPDatabase<S>;
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

/** Only some of the stores, all in one transaction. */
export type Writing<S extends DBSchema, N extends StoreNames<S>> = IDBPTransaction<S, N[], "readwrite">;

export function named(error: unknown, name: string): boolean {
  return (error as { name?: string } | null)?.name === name;
}
