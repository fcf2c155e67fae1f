import { batch, computed, signal } from "@preact/signals";
import type { Environment } from "./environment";
import { Refused } from "./refused";
import type { AlarmValue, RoundValue } from "./round-values";
import type { Draft } from "./shapes";
import {
  named,
  names,
  Store,
  type Mutation,
  type Name,
  type Row,
  type Sent,
  type Tx,
  type Upload,
} from "./store";
import type { WatchKept } from "./watch";
import type { Account, Category, Complex, District, Observation, Quarantined } from "./values";

/** What an account's part of this phone remembers beside its nouns. */
export interface Meta {
  device: string;
  nextN: number;
  cursor: string | null;
  epoch: string | null;
  durableThrough: number;
  /** Server's clock minus this phone's, in milliseconds. */
  offset: number;
  lastSuccessAt: number | null;
  persisted: boolean | null;
  reported: string | null;
  watch: WatchKept;
}

/**
 * This phone: a small store of its own and one store per account, so that another person
 * neither sees nor sends what is not theirs. The signals mirror the stores for the screens.
 */
export class Phone {
  readonly account = signal<Account | null>(null);
  readonly updateNeeded = signal(false);
  readonly meta = signal<Partial<Meta>>({});
  readonly view = {
    draft: signal<Draft[]>([]),
    district: signal<District[]>([]),
    complex: signal<Complex[]>([]),
    category: signal<Category[]>([]),
    observation: signal<Observation[]>([]),
    quarantine: signal<Quarantined[]>([]),
    round: signal<RoundValue[]>([]),
    alarm: signal<AlarmValue[]>([]),
    outbox: signal<Mutation[]>([]),
    sent: signal<Sent[]>([]),
    upload: signal<Upload[]>([]),
  };
  readonly missingPhotos = computed(
    () => this.view.upload.value.filter((upload) => upload.state === "waiting").length,
  );
  /** Ids of the mutations in the request that is under way now. */
  readonly sending = signal<ReadonlySet<string>>(new Set());
  readonly shared: Store;
  private opened: Store | null = null;
  private listeners: (() => void)[] = [];
  private channel: { post(): void } | undefined;

  constructor(readonly env: Environment) {
    this.shared = new Store(env.indexedDB, "buurtronde", () => this.old());
    this.channel = env.broadcast?.(() => this.listeners.forEach((listener) => listener()));
  }

  get own(): Store {
    if (this.updateNeeded.value) throw new Refused(0, "update-needed");
    if (!this.opened) throw new Refused(0, "signed-out");
    return this.opened;
  }

  /** Refuses to mix two people: an answer for the one must not land with the other. */
  expectSame(store: Store): void {
    if (store !== this.opened) throw new Refused(0, "signed-out");
  }

  get isOpen(): boolean {
    return this.opened !== null && !this.updateNeeded.value;
  }

  /** Another tab wrote something. */
  onElsewhere(listener: () => void): void {
    this.listeners.push(listener);
  }

  async open(account: Account | null): Promise<void> {
    const same = account?.id === this.account.value?.id;
    if (!same) {
      await this.opened?.close();
      this.opened = account
        ? new Store(this.env.indexedDB, `buurtronde-${account.id}`, () => this.old())
        : null;
      if (!account) batch(() => Object.values(this.view).forEach((rows) => (rows.value = [])));
    }
    this.account.value = account;
    if (same || !account) return;
    await this.opened!.write(["meta"], async (tx) => {
      const meta = tx.objectStore("meta");
      if (!(await meta.get("device"))) await meta.put(this.env.newId(), "device");
    }).catch(ignoreOld);
    await this.refresh();
  }

  /** Writes, shows the result in the signals, and tells the other tabs. */
  async write<T>(
    stores: Name[],
    work: (tx: Tx) => Promise<T>,
    shown: Name[] = stores,
  ): Promise<T> {
    const result = await this.own.write(stores, work).catch((error: unknown) => {
      throw named(error, "QuotaExceededError") ? new Refused(0, "storage.full") : error;
    });
    await this.refresh(shown);
    this.tell();
    return result;
  }

  tell(): void {
    this.channel?.post();
  }

  async refresh(stores: Name[] = names): Promise<void> {
    const shown = stores.filter((name) => name !== "photo");
    if (!this.isOpen || shown.length === 0) return;
    const store = this.own;
    const read = await store
      .read(shown, (tx) => Promise.all(shown.map((name) => all(tx, name))))
      .catch(ignoreOld);
    if (!read || store !== this.opened) return;
    batch(() => {
      shown.forEach((name, i) => {
        if (name === "meta") this.meta.value = read[i] as Partial<Meta>;
        else (this.view[name as keyof Phone["view"]] as { value: unknown }).value = read[i];
      });
    });
  }

  /** Empties what this account keeps here: only after the office revoked it. */
  async wipe(): Promise<void> {
    await this.write(names, async (tx) => {
      await Promise.all(names.map((name) => tx.objectStore(name).clear()));
    });
  }

  private old(): void {
    this.updateNeeded.value = true;
  }
}

async function all(tx: Tx, name: Name): Promise<unknown> {
  if (name !== "meta") return tx.objectStore(name).getAll() as Promise<Row<Name>[]>;
  const meta = tx.objectStore("meta");
  const [keys, values] = await Promise.all([meta.getAllKeys(), meta.getAll()]);
  return Object.fromEntries(keys.map((key, i) => [key, values[i]]));
}

function ignoreOld(error: unknown): undefined {
  if (error instanceof Refused && error.code === "update-needed") return undefined;
  throw error;
}

export async function getMeta<K extends keyof Meta>(tx: Tx, key: K): Promise<Meta[K] | undefined> {
  return (await tx.objectStore("meta").get(key)) as Meta[K] | undefined;
}

export async function putMeta<K extends keyof Meta>(tx: Tx, key: K, value: Meta[K]): Promise<void> {
  await tx.objectStore("meta").put(value, key);
}
