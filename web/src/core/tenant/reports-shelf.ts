import { batch, signal } from "@preact/signals";
import type { Environment } from "../environment";
import { Refused } from "../refused";
import { hold } from "./reports-reading";
import { named, type TenantName, type TenantStore, type TenantTx } from "./store";
import type { CodeToFind, Outgoing, ReportDraft, ReportKept, ReportPhoto } from "./reports-values";

const shown = ["draft", "outbox", "report", "upload", "meta"] as const;

/** What this phone holds of reports; the signals mirror the store for the screens. */
export class Shelf {
  readonly draft = signal<ReportDraft[]>([]);
  readonly outbox = signal<Outgoing[]>([]);
  readonly report = signal<ReportKept[]>([]);
  readonly upload = signal<ReportPhoto[]>([]);
  readonly codes = signal<CodeToFind[]>([]);
  /** The report that somebody has before them now. */
  reading: string | null = null;
  private release: () => Promise<void> = async () => {};
  /** Ids of what is in the request that is under way now. */
  readonly sending = signal<ReadonlySet<string>>(new Set());
  readonly updateNeeded = signal(false);
  private readonly channel: { post(): void } | undefined;
  private listeners: (() => void)[] = [];

  constructor(
    readonly env: Environment,
    readonly store: TenantStore,
  ) {
    this.channel = env.broadcast?.(() => {
      void this.refresh().then(() => this.listeners.forEach((listener) => listener()));
    });
  }

  /** Another tab wrote something. */
  onElsewhere(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** On disk when it resolves, then in the signals and told to the other tabs. */
  async write<T>(stores: TenantName[], work: (tx: TenantTx) => Promise<T>): Promise<T> {
    const result = await this.store.write(stores, work).catch((error: unknown) => {
      this.updateNeeded.value = this.store.tooOld;
      throw named(error, "QuotaExceededError") ? new Refused(0, "storage.full") : error;
    });
    await this.refresh();
    this.channel?.post();
    return result;
  }

  async refresh(): Promise<void> {
    try {
      const [draft, outbox, report, upload, codes] = await this.store.read([...shown], (tx) =>
        Promise.all([
          tx.objectStore("draft").getAll(),
          tx.objectStore("outbox").getAll(),
          tx.objectStore("report").getAll(),
          tx.objectStore("upload").getAll(),
          tx.objectStore("meta").get("codes") as Promise<CodeToFind[] | undefined>,
        ]),
      );
      batch(() => {
        this.draft.value = newestFirst(draft);
        this.outbox.value = outbox.sort((a, b) => a.at - b.at);
        this.report.value = report;
        this.upload.value = upload;
        this.codes.value = codes ?? [];
      });
    } catch (error) {
      this.updateNeeded.value = this.store.tooOld;
      if (!this.store.tooOld) throw error;
    }
  }

  look(id: string): void {
    if (this.reading === id) return;
    void this.release();
    this.reading = id;
    this.release = hold(this.env, id);
  }

  async leave(id: string): Promise<void> {
    if (this.reading !== id) return;
    this.reading = null;
    await this.release();
  }

  bytes(sha256: string): Promise<ArrayBuffer | null> {
    return this.store
      .read(["photo"], (tx) => tx.objectStore("photo").get(sha256))
      .then((row) => row?.bytes ?? null);
  }
}

/** What somebody worked on last is what a screen goes on with. */
export function newestFirst(drafts: ReportDraft[]): ReportDraft[] {
  return [...drafts].sort((a, b) => b.changedAt - a.changedAt);
}
