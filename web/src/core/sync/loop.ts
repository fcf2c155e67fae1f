import { signal } from "@preact/signals";
import type { Http } from "../http";
import { watchLive } from "../live";
import { putMeta, type Phone } from "../phone";
import { NoConnection, Refused } from "../refused";
import type { Session } from "../session";
import { exclusively, type Notebook } from "./lock";
import { offline, type Stop } from "./protocol";
import { pull } from "./pull";
import { push } from "./push";
import { report } from "./report";
import { upload } from "./upload";

const pace = 5 * 60_000;
const firstWait = 5_000;

/** When there is something to do, one round: push, photos, pull, report. */
export class Loop {
  readonly running = signal(false);
  readonly stop = signal<Stop | null>(null);
  /** The last round ended well, pull and all. */
  readonly upToDate = signal(false);
  readonly reported = signal(true);
  private current: Promise<void> | null = null;
  private next: Promise<void> | null = null;
  private failures = 0;
  private notBefore = 0;
  private started = false;
  private uploading = false;
  private cancel: (() => void)[] = [];
  private cancelTimer: () => void = () => {};
  private closeLive: (() => void) | null = null;

  constructor(
    private readonly phone: Phone,
    private readonly http: Http,
    private readonly session: Session,
  ) {}

  /** One round that begins after this call; calls meanwhile share the next one. */
  now(): Promise<void> {
    if (!this.current) return (this.current = this.go());
    return (this.next ??= this.current.then(() => {
      this.next = null;
      return (this.current = this.go());
    }));
  }

  /** As `now`, unless the server asked for patience. Never waits for `navigator.onLine`. */
  nudge(): void {
    if (this.started && this.phone.env.now() >= this.notBefore) void this.now();
  }

  /** For what cannot wait for a photo that is under way: the queue alone, past its turn. */
  async urge(): Promise<void> {
    this.nudge();
    if (this.uploading) await push(this.phone, this.http, this.session).catch(() => {});
  }

  start(): void {
    if (this.started) return;
    this.started = true;
    const stop = this.phone.env.onWake?.(() => this.wake());
    if (stop) this.cancel.push(stop);
    this.cancel.push(this.session.state.subscribe(() => this.listen()));
    void this.now();
  }

  stopAll(): void {
    this.started = false;
    this.cancelTimer();
    this.cancel.splice(0).forEach((cancel) => cancel());
    this.closeLive?.();
    this.closeLive = null;
  }

  private wake(): void {
    this.listen();
    if (this.phone.env.isVisible?.() ?? true) this.nudge();
  }

  private async go(): Promise<void> {
    let turn = true;
    this.running.value = true;
    try {
      const { env, shared, account } = this.phone;
      const name = `buurtronde-sync-${account.value?.id ?? ""}`;
      turn = await exclusively(env, shared as Notebook, name, () => this.round());
    } catch (error) {
      this.end(interruption(error));
    } finally {
      this.running.value = false;
      this.current = null;
    }
    this.later(turn);
  }

  private async round(): Promise<void> {
    const { phone, http, session } = this;
    // Told once, an emptied phone has nothing to ask until somebody signs in.
    if (session.revoked.value && !phone.isOpen) return this.end(null, false);
    // Where nobody is signed in the answer is known: asking would only leave an error behind.
    if (session.state.value !== "signed-out" && !http.csrf) await session.check();
    if (!phone.isOpen) return this.end(null, false);
    await phone.refresh();
    for (let tries = 0; ; tries++) {
      const pushing = await push(phone, http, session);
      if (pushing?.fatal || !phone.isOpen) return this.end(pushing, false);
      this.uploading = true;
      const photos = await upload(phone, http, session).finally(() => (this.uploading = false));
      if (photos?.fatal || !phone.isOpen) return this.end(photos, false);
      const pulling = await pull(phone, http, session);
      if (pulling === "again" && tries < 3) continue;
      const stop = pulling === "again" ? offline : (pulling ?? photos ?? pushing);
      if (pulling || !phone.isOpen) return this.end(stop, false);
      await phone.write(["meta"], (tx) => putMeta(tx, "lastSuccessAt", phone.env.now()));
      if (session.state.value === "expired") await session.check();
      this.end(stop, true);
      this.reported.value = await report(phone, http, session).catch(() => false);
      return;
    }
  }

  private end(stop: Stop | null, upToDate = false): void {
    this.stop.value = stop;
    this.upToDate.value = upToDate;
    this.failures = stop ? this.failures + 1 : 0;
    this.notBefore = this.phone.env.now() + (stop?.wait ?? 0);
  }

  private later(turn: boolean): void {
    this.cancelTimer();
    if (!this.started) return;
    const wait = this.stop.value || !turn ? this.backOff() : pace;
    this.cancelTimer = this.phone.env.schedule(() => void this.now(), wait);
    this.listen();
  }

  /** Doubles to five minutes, with jitter, and never earlier than the server asked. */
  private backOff(): number {
    const doubled = Math.min(pace, firstWait * 2 ** Math.max(0, this.failures - 1));
    const wait = doubled * (0.5 + this.phone.env.random() / 2);
    return Math.max(wait, this.notBefore - this.phone.env.now());
  }

  private listen(): void {
    const { live, isVisible, schedule } = this.phone.env;
    const wanted =
      this.started && this.session.state.value === "signed-in" && (isVisible?.() ?? true);
    if (wanted === (this.closeLive !== null)) return;
    this.closeLive?.();
    this.closeLive = null;
    if (!wanted || !live) return;
    // A line that was ended may mean that this phone was shut out: the next round hears it.
    this.closeLive = watchLive({ listen: live, schedule, onChange: () => this.nudge() });
  }
}

function interruption(error: unknown): Stop {
  if (error instanceof NoConnection) return offline;
  if (error instanceof Refused) {
    const state = error.code === "update-needed" ? "update-needed" : "refused";
    return { state, code: error.code, fatal: true };
  }
  return { state: "refused", code: "storage.failed", fatal: true };
}
