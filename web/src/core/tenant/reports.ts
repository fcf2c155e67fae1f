import { computed, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Environment } from "../environment";
import { Http } from "../http";
import { Refused } from "../refused";
import { ReportDrafts } from "./reports-drafts";
import { add, dropCode } from "./reports-codes";
import { dropLapsed, dropLeft, forget, forgetAll, leaveUnanswered, stay } from "./reports-forget";
import { follow } from "./reports-follow";
import { item } from "./reports-item";
import { ReportLoop } from "./reports-loop";
import { mend } from "./reports-mend";
import { tidy } from "./reports-photos";
import { askForSign, dropSign } from "./reports-sign";
import { dropOldSigns } from "./reports-silence";
import { Shelf } from "./reports-shelf";
import { similar } from "./reports-similar";
import type { TenantStore } from "./store";
import {
  erasure,
  withoutContact,
  type CodeToFind,
  type ReportDraft,
  type ReportItem,
  type ReportsStatus,
  type SimilarReport,
} from "./reports-values";

/** What a tenant reports from this phone, and what became of it. No account, no cookie. */
export class Reports {
  readonly items: ReadonlySignal<ReportItem[]>;
  readonly status: ReadonlySignal<ReportsStatus>;
  readonly draft: Signal<ReportDraft[]>;
  readonly drafts: ReportDrafts;
  /** Typed without a connection, and not looked up yet. */
  readonly codes: ReadonlySignal<CodeToFind[]>;
  private readonly shelf: Shelf;
  private readonly loop: ReportLoop;

  constructor(
    env: Environment,
    store: TenantStore,
    private readonly http = new Http(env, "omit"),
  ) {
    this.shelf = new Shelf(env, store);
    this.loop = new ReportLoop(this.shelf, this.http);
    this.drafts = new ReportDrafts(this.shelf);
    this.draft = this.shelf.draft;
    this.codes = this.shelf.codes;
    this.status = this.loop.status;
    this.items = computed(() =>
      this.shelf.report.value
        .map((kept) => item(this.shelf, kept))
        .sort((a, b) => b.createdAt - a.createdAt),
    );
  }

  /** Works without a connection; `start` begins to send. */
  async open(): Promise<void> {
    await this.shelf.refresh();
    if (this.shelf.updateNeeded.value) return;
    const stale = [leaveUnanswered, dropLeft, dropOldSigns, tidy];
    for (const clear of stale) await clear(this.shelf).catch(() => {});
    await this.dropLapsed();
  }

  /** Drafts that nobody sent in time; waits for an answer that says what time it is. */
  async dropLapsed(): Promise<void> {
    await dropLapsed(this.shelf, this.http.offset).catch(() => {});
  }

  start(): void {
    this.loop.start();
  }

  stop(): void {
    this.loop.stopAll();
  }

  now(): Promise<void> {
    return this.loop.now();
  }

  get(id: string): ReportItem | undefined {
    return this.items.value.find((one) => one.id === id);
  }

  /** Resolves once it is on this phone, whole; then it goes by itself. */
  async send(id: string, language: string): Promise<void> {
    await this.drafts.send(id, language);
    this.saved();
  }

  /** Back to a draft, to mend what the office would not take. */
  async mend(id: string): Promise<ReportDraft> {
    const mended = await mend(this.shelf, id, (draft) => this.drafts.atHome(draft));
    this.drafts.saw(mended);
    return mended;
  }

  async reply(id: string, text: string): Promise<void> {
    const { env } = this.shelf;
    if (!text.trim()) throw new Refused(0, "reply.text");
    await this.shelf.write(["outbox", "report"], async (tx) => {
      // Another tab may have taken it away: nothing would ever send what belongs to it.
      if (!(await tx.objectStore("report").getKey(id))) throw new Refused(0, "report.unknown");
      await tx.objectStore("outbox").put({
        ...{ id: env.newId(), report: id, what: "reply", text: text.trim() },
        ...{ at: env.now(), tries: 0, refusal: null },
      });
    });
    this.saved();
  }

  /** Takes phone number and e-mail address away, here at once and at the office as soon as it can. */
  async eraseContact(id: string): Promise<void> {
    const { env } = this.shelf;
    await this.shelf.write(["outbox", "report"], async (tx) => {
      const kept = await tx.objectStore("report").get(id);
      if (!kept) throw new Refused(0, "report.unknown");
      const row = await tx.objectStore("outbox").get(id);
      const sent = kept.sent && { sent: withoutContact(kept.sent) };
      await tx.objectStore("report").put({ ...kept, hasContact: false, erased: true, ...sent });
      const isUnsent = row?.what === "report" && (row.tries === 0 || row.refusal !== null);
      // Without them it is the same report, save a volunteer's: the office would not know that one again.
      if (row?.what === "report" && (isUnsent || row.body.kind !== "volunteer")) {
        await tx.objectStore("outbox").put({ ...row, body: withoutContact(row.body) });
      }
      if (!isUnsent) await tx.objectStore("outbox").put(erasure(id, env.now()));
    });
    this.saved();
  }

  /** What a card or another phone says; answers the report's id, null when it is looked up later. */
  add(code: string): Promise<string | null> {
    return add(this.shelf, this.http, code);
  }

  dropCode(code: string): Promise<void> {
    return dropCode(this.shelf, code);
  }

  /** News of this one, as soon as somebody looks at it. */
  async look(id: string): Promise<void> {
    this.shelf.look(id);
    await follow(this.shelf, this.http, id).catch(() => null);
  }

  /** Needs a connection, and the person's consent; resolves once the office sends one. */
  askForSign(id: string, language: string): Promise<void> {
    return askForSign(this.shelf, this.http, id, language);
  }

  dropSign(id: string): Promise<void> {
    return dropSign(this.shelf, this.http, id);
  }

  /** Looked at no longer; on a borrowed phone nothing of it stays. */
  async leave(id: string): Promise<void> {
    await this.shelf.leave(id);
    await dropLeft(this.shelf);
  }

  /** Whose phone this is, of a report that came by its code. */
  stay(id: string, own: boolean): Promise<void> {
    return stay(this.shelf, id, own);
  }

  async read(id: string): Promise<void> {
    const kept = this.shelf.report.value.find((one) => one.id === id);
    const changedAt = kept?.answer?.changedAt;
    if (!kept || !changedAt || kept.readAt === changedAt) return;
    await this.shelf.write(["report"], async (tx) => {
      const now = await tx.objectStore("report").get(id);
      if (now) await tx.objectStore("report").put({ ...now, readAt: changedAt });
    });
  }

  async forget(id: string): Promise<void> {
    await forget(this.shelf, id);
    this.loop.nudge();
  }

  async forgetAll(): Promise<void> {
    await forgetAll(this.shelf);
    this.loop.nudge();
  }

  /** Others who may have said the same; nothing without a connection. */
  similar(draft: ReportDraft): Promise<SimilarReport[]> {
    return similar(this.http, draft);
  }

  photo(sha256: string): Promise<ArrayBuffer | null> {
    return this.shelf.bytes(sha256);
  }

  private saved(): void {
    void this.persist();
    this.loop.nudge();
  }

  /** Asked once there is something to lose. */
  private async persist(): Promise<void> {
    await this.shelf.env.storage?.persist().catch(() => false);
  }
}
