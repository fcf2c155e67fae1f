import { computed, signal } from "@preact/signals";
import type { Http } from "../http";
import { NoConnection, Refused } from "../refused";
import { exclusively, type Notebook } from "../sync/lock";
import { holdsAll, offline, type Stop } from "./reports-answers";
import { lookUp } from "./reports-codes";
import { dropLeft } from "./reports-forget";
import { follow } from "./reports-follow";
import { stopSigns } from "./reports-silence";
import { send } from "./reports-send";
import type { Shelf } from "./reports-shelf";
import { upload } from "./reports-upload";
import type { ReportsStatus } from "./reports-values";

const pace = 5 * 60_000;
const firstWait = 5_000;

/** When there is something to do, one round: reports and replies, photos, what became of them. */
export class ReportLoop {
  readonly running = signal(false);
  readonly stop = signal<Stop | null>(null);
  private readonly lastSuccessAt = signal<number | null>(null);
  private current: Promise<void> | null = null;
  private next: Promise<void> | null = null;
  private failures = 0;
  private notBefore = 0;
  private started = false;
  private cancelWake: () => void = () => {};
  private cancelTimer: () => void = () => {};

  readonly status = computed<ReportsStatus>(() => {
    const { outbox, report, upload, updateNeeded } = this.shelf;
    const refused = outbox.value.filter((row) => row.refusal);
    const stuck = new Set(refused.filter(({ what }) => what === "report").map((row) => row.report));
    const going = new Set(
      report.value.filter(({ id }) => !stuck.has(id)).flatMap((kept) => kept.photos),
    );
    const photos = upload.value.filter(
      ({ state, sha256 }) => state === "waiting" && going.has(sha256),
    ).length;
    const stop = this.stop.value;
    const state = this.running.value ? "sending" : (stop?.state ?? "idle");
    return {
      state: updateNeeded.value ? "update-needed" : state,
      unsent: outbox.value.length - refused.length + photos,
      refused: refused.length,
      reason: updateNeeded.value ? "update-needed" : (stop?.code ?? null),
      lastSuccessAt: this.lastSuccessAt.value,
    };
  });

  constructor(
    private readonly shelf: Shelf,
    private readonly http: Http,
  ) {}

  start(): void {
    if (this.started) return;
    this.started = true;
    this.cancelWake = this.shelf.env.onWake?.(() => this.nudge()) ?? (() => {});
    void this.now(true, false);
  }

  stopAll(): void {
    this.started = false;
    this.cancelTimer();
    this.cancelWake();
  }

  /**
   * Somebody asks for it: also what was refused goes again. One round after this call is enough.
   * Codes only at a tap: each that is unknown counts as a guess, for all who share this line.
   */
  now(again = true, codes = again): Promise<void> {
    if (!this.current) return (this.current = this.go(again, codes));
    return (this.next ??= this.current.then(() => {
      this.next = null;
      return (this.current = this.go(again, codes));
    }));
  }

  /** By itself: when somebody looks, has a line again, or just wrote something. */
  nudge(): void {
    const { env } = this.shelf;
    if (!this.started || !(env.isVisible?.() ?? true) || env.now() < this.notBefore) return;
    void this.now(false);
  }

  private async go(again: boolean, codes: boolean): Promise<void> {
    this.running.value = true;
    let turn = true;
    try {
      const { env, store } = this.shelf;
      const round = () => this.round(again, codes);
      turn = await exclusively(env, store as unknown as Notebook, "buurtronde-tenant", round);
    } catch (error) {
      this.end(interruption(error));
    } finally {
      this.running.value = false;
      this.current = null;
    }
    this.later(turn);
  }

  private async round(again: boolean, codes: boolean): Promise<void> {
    const { shelf, http } = this;
    await shelf.refresh();
    const stop =
      (await send(shelf, http, again)) ?? (await upload(shelf, http)) ?? (await news(shelf, http, codes));
    this.end(stop);
    await dropLeft(shelf);
    if (!stop) this.lastSuccessAt.value = shelf.env.now();
  }

  private end(stop: Stop | null): void {
    this.stop.value = stop;
    this.failures = stop ? this.failures + 1 : 0;
    this.notBefore = this.shelf.env.now() + (stop?.wait ?? 0);
  }

  /** Doubles to five minutes, with jitter, and never earlier than the server asked. */
  private later(turn: boolean): void {
    const { env } = this.shelf;
    this.cancelTimer();
    if (!this.started) return;
    const doubled = Math.min(pace, firstWait * 2 ** Math.max(0, this.failures - 1));
    const wait = this.stop.value || !turn ? doubled * (0.5 + env.random() / 2) : pace;
    const due = Math.max(wait, this.notBefore - env.now());
    this.cancelTimer = env.schedule(() => void this.now(false), due);
  }
}

async function news(shelf: Shelf, http: Http, codes: boolean): Promise<Stop | null> {
  const stop = await lookUp(shelf, http, codes);
  if (stop && holdsAll(stop)) return stop;
  return (await follow(shelf, http)) ?? (await stopSigns(shelf, http)) ?? stop;
}

function interruption(error: unknown): Stop {
  if (error instanceof NoConnection) return offline;
  const code = error instanceof Refused ? error.code : "storage.failed";
  return { state: "refused", code, wait: 0 };
}
