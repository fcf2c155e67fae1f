import { effect } from "@preact/signals";
import { openCore, type Core, type Environment } from "../../src/core/index";
import type { Dice } from "./dice";
import { Disk, type Life } from "./disk";
import type { Person } from "./lane";
import { keyOf, Violation, type Mutation } from "./ledger";
import { Line } from "./line";
import { sha256 } from "./picture";
import type { World } from "./world";

const killed = Symbol("killed");

/** A phone with the real core in it, that can be killed at any moment and opened again. */
export class Phone {
  core!: Core;
  revoked = false;
  /** Drafts that must be here, and what may stand in them. */
  readonly drafts = new Map<string, string[]>();
  private readonly disk = new Disk();
  private life!: Life;
  private alive = 0;
  private died!: Promise<typeof killed>;
  private die!: () => void;
  private timers: { at: number; fn: () => void }[] = [];
  private stopLooking = () => {};

  constructor(
    private readonly world: World,
    readonly number: number,
    readonly person: Person,
    readonly line: Line,
    private readonly dice: Dice,
    /** Milliseconds that its clock is wrong. */
    private readonly skew: number,
    private readonly auto: boolean,
  ) {}

  async open(): Promise<void> {
    this.alive++;
    this.timers = [];
    this.life = this.disk.begin();
    this.died = new Promise((resolve) => (this.die = () => resolve(killed)));
    this.core = await openCore(this.environment(this.alive));
    if (this.auto) this.core.sync.start();
    this.stopLooking = effect(() => {
      const { observations, sync } = this.core;
      this.world.ledger.shown(this.number, observations.items.value, sync.status.value);
    });
  }

  /** Nothing of this life reaches the disk or the line any more. */
  kill(): void {
    this.alive++;
    this.timers = [];
    this.stopLooking();
    this.life.kill();
    this.die();
  }

  /** True when the work came to its end before the app was killed. */
  async live(work: Promise<unknown>): Promise<boolean> {
    work.catch(() => {});
    return (await Promise.race([work, this.died])) !== killed;
  }

  /** Looks what of the things under way at its death is on the disk after all. */
  async findOut(): Promise<void> {
    const { ledger } = this.world;
    const outbox = new Set((await this.unsent()).map(keyOf));
    for (const wish of ledger.wishes) {
      if (wish.phone !== this.number || wish.state !== "maybe") continue;
      const here = outbox.has(wish.key) || ledger.held.has(wish.key);
      const alike = ledger.wishes.some((other) => other !== wish && other.key === wish.key);
      wish.state = !here ? "dropped" : alike ? "unsure" : "sure";
      if (wish.name !== "observation.record" || this.revoked) continue;
      const draft = this.core.drafts.items.value.some(({ id }) => id === wish.entity);
      if (draft === here) {
        throw new Violation(`killed while saving ${wish.entity}: draft and record are both ${draft}`);
      }
      if (!draft) this.drafts.delete(wish.entity);
    }
  }

  async unsent(): Promise<Mutation[]> {
    if (!this.core.session.account.value) return [];
    const file = await (await this.core.unsent.exportFile()).text();
    return (JSON.parse(file) as { mutations: Mutation[] }).mutations;
  }

  /** What was due by now is done. */
  ring(): void {
    const now = this.now();
    const due = this.timers.filter((timer) => timer.at <= now);
    this.timers = this.timers.filter((timer) => timer.at > now);
    due.forEach((timer) => timer.fn());
  }

  now(): number {
    return this.world.lane.now + this.skew;
  }

  private environment(life: number): Environment {
    const isAlive = () => life === this.alive;
    const never = new Promise<never>(() => {});
    return {
      fetch: (input, init = {}) => {
        if (!isAlive()) return never;
        const answer = this.line.answer(String(input), init).then(
          (response) => (isAlive() ? response : never),
          (error: unknown) => (isAlive() ? Promise.reject(error as Error) : never),
        );
        const ended = new Promise<never>((_, reject) =>
          init.signal?.addEventListener("abort", () => reject(new TypeError("too late"))),
        );
        ended.catch(() => {});
        return Promise.race([answer, ended]);
      },
      now: () => this.now(),
      newId: () => this.dice.id(this.now()),
      indexedDB: this.life.indexedDB,
      sha256: async (bytes) => sha256(new Uint8Array(bytes)),
      random: () => this.dice.next(),
      schedule: (fn, ms) => {
        if (!isAlive()) return () => {};
        const timer = { at: this.now() + ms, fn };
        this.timers.push(timer);
        return () => void (this.timers = this.timers.filter((other) => other !== timer));
      },
      storage: { persist: async () => true, estimate: async () => ({ usage: 1, quota: 2 }) },
    };
  }
}
