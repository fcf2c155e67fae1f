import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { createHash } from "node:crypto";
import { openCore, type Core, type Environment } from "../../src/core/index";
import { newId } from "../../src/core/id";
import { Office } from "./office";

/** A phone that can be killed and opened again on the same storage, in any number of tabs. */
export class TestPhone {
  readonly indexedDB = new IDBFactory();
  now: number;
  readonly fetch: typeof fetch;
  private timers: { at: number; fn: () => void }[] = [];
  private tabs = new Set<() => void>();
  private wakes = new Set<() => void>();
  extra: Partial<Environment> = {};

  constructor(readonly office: Office) {
    this.now = office.clock;
    this.fetch = office.connect();
  }

  environment(): Environment {
    return {
      fetch: this.fetch,
      now: () => this.now,
      newId: () => newId(this.now),
      indexedDB: this.indexedDB,
      sha256: async (bytes) => createHash("sha256").update(new Uint8Array(bytes)).digest("hex"),
      random: () => 1,
      schedule: (fn, ms) => {
        const timer = { at: this.now + ms, fn };
        this.timers.push(timer);
        return () => void (this.timers = this.timers.filter((other) => other !== timer));
      },
      broadcast: (onMessage) => {
        this.tabs.add(onMessage);
        return {
          post: () => this.tabs.forEach((tab) => tab !== onMessage && queueMicrotask(tab)),
        };
      },
      onWake: (run) => {
        this.wakes.add(run);
        return () => this.wakes.delete(run);
      },
      ...this.extra,
    };
  }

  open(): Promise<Core> {
    return openCore(this.environment());
  }

  /** Time goes by; what was due is done. */
  pass(ms: number): void {
    this.now += ms;
    this.office.clock += ms;
    const due = this.timers.filter((timer) => timer.at <= this.now);
    this.timers = this.timers.filter((timer) => timer.at > this.now);
    due.forEach((timer) => timer.fn());
  }

  get nextTimer(): number {
    return Math.min(...this.timers.map((timer) => timer.at)) - this.now;
  }

  wake(): void {
    this.wakes.forEach((run) => run());
  }
}

export async function walker(name = "noor", office = new Office()) {
  const phone = new TestPhone(office);
  const core = await phone.open();
  await core.session.signIn(name, "loop-samen");
  return { office, phone, core };
}

export async function record(core: Core, text: string, photos: string[] = [], category = "litter") {
  const draft = await core.drafts.start();
  await core.drafts.change(draft.id, { category, text });
  for (const photo of photos) await core.drafts.addPhoto(draft.id, new Blob([photo]));
  return core.drafts.save(draft.id);
}

/** Waits until something holds, without a clock: storage answers in its own time. */
export async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 5000 && !holds(); i++) await new Promise((done) => setImmediate(done));
  if (!holds()) throw new Error("it never came to hold");
}

export function texts(office: Office): unknown[] {
  return [...office.observations.values()].map((value) => value.text);
}

export type Row = Record<string, unknown> & { n: number; id: string };

/** What truly lies on the phone, read beside the core. */
export async function rows(phone: TestPhone, store: string): Promise<Row[]> {
  const known = (await phone.indexedDB.databases()).map((database) => database.name!);
  const name = known.find((name) => name !== "buurtronde")!;
  return new Promise((resolve, reject) => {
    const open = phone.indexedDB.open(name);
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const request = open.result.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => {
        open.result.close();
        resolve(request.result as Row[]);
      };
    };
  });
}
