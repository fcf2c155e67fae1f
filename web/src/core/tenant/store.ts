import type { DBSchema } from "idb";
import { Database, type Plan, type Writing } from "../database";
import type { Outgoing, ReportDraft, ReportKept, ReportPhoto } from "./reports-values";

interface Schema extends DBSchema {
  /** Small things by name: language, district, complex, whose turn it is to send. */
  meta: { key: string; value: unknown };
  /** What was fetched for reading without a connection, by a name of its own. */
  guide: { key: string; value: unknown };
  picture: { key: string; value: { sha256: string; bytes: ArrayBuffer } };
  draft: { key: string; value: ReportDraft };
  outbox: { key: string; value: Outgoing };
  report: { key: string; value: ReportKept };
  photo: { key: string; value: { sha256: string; bytes: ArrayBuffer } };
  upload: { key: string; value: ReportPhoto };
}

type KnownStores = { [K in keyof Schema as string extends K ? never : K]: Schema[K] };
export type TenantName = keyof KnownStores;
/** All that a report has on this phone. */
export const reportStores: TenantName[] = ["draft", "outbox", "report", "photo", "upload"];
export type TenantTx = Writing<Schema, TenantName>;

const plan: Plan<TenantName> = {
  version: 1,
  keys: {
    meta: null,
    guide: null,
    picture: "sha256",
    draft: "id",
    outbox: "id",
    report: "id",
    photo: "sha256",
    upload: "sha256",
  },
};

/** What a tenant keeps on this phone, beside and apart from any account. */
export class TenantStore extends Database<Schema, TenantName> {
  constructor(factory: IDBFactory, onOld: () => void) {
    super(factory, "buurtronde-tenant", plan, onOld);
  }

  /** Undefined too when storage is forbidden: the guide is then read, and not remembered. */
  async recall<T>(key: string): Promise<T | undefined> {
    return this.read(["meta"], (tx) => tx.objectStore("meta").get(key) as Promise<T | undefined>)
      .catch(() => undefined);
  }

  async remember(key: string, value: unknown): Promise<void> {
    await this.write(["meta"], async (tx) => void (await tx.objectStore("meta").put(value, key)))
      .catch(() => {});
  }
}

export { named } from "../database";
