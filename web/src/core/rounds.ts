import { computed, type ReadonlySignal } from "@preact/signals";
import type { Ask } from "./ask";
import { claim, isFresh, isOverdue, type Contact } from "./claim";
import { rounded } from "./places";
import type { Phone } from "./phone";
import type { Pulse } from "./pulse";
import { Refused } from "./refused";
import { addDays } from "./amsterdam";
import { codeFrom, readCode, readInvite, roundDay, roundId, type Invite } from "./round-code";
import { replayRounds } from "./round-replay";
import type { CheckResult, Claim, Plan, RoundItem, Walker, Whereabouts } from "./round-values";
import { enqueue } from "./sync/outbox";

const longest = 12 * 3_600_000;
/** The server takes a clock this near to its own for right. */
const underWay = 5 * 60_000;

/** One walk by two people with two phones: what the server said, and what this phone asked. */
export class Rounds {
  readonly items: ReadonlySignal<RoundItem[]>;
  /** The round I am walking now, or think I am. */
  readonly running: ReadonlySignal<RoundItem | null>;
  readonly contact: ReadonlySignal<Contact>;
  private readonly byId: ReadonlySignal<Map<string, RoundItem>>;

  constructor(
    private readonly phone: Phone,
    private readonly pulse: Pulse,
    private readonly ask: Ask,
    private readonly saved: () => void,
  ) {
    this.byId = computed(() => replayRounds(phone, pulse.now.value));
    this.items = computed(() =>
      [...this.byId.value.values()].sort((a, b) => (moment(a) < moment(b) ? 1 : -1)),
    );
    this.running = computed(() => this.items.value.find((item) => this.isRunning(item)) ?? null);
    this.contact = computed(() => {
      const { lastSuccessAt = null, offset = 0 } = phone.meta.value;
      return { now: pulse.now.value, lastSuccessAt, offset };
    });
  }

  get(id: string): RoundItem | undefined {
    return this.byId.value.get(id);
  }

  claim(item: RoundItem): Claim {
    return claim(item, this.contact.value);
  }

  isOverdue(item: RoundItem): boolean {
    return isOverdue(item, this.contact.value);
  }

  hasContact(): boolean {
    return isFresh(this.contact.value);
  }

  /** The server's time as well as this phone knows it. */
  now(): number {
    return this.phone.env.now() + (this.phone.meta.value.offset ?? 0);
  }

  async plan(plan: Plan & { startsAt: string; partner?: string | undefined }): Promise<string> {
    this.judge(plan.startsAt, plan.dueBackAt);
    const invite = this.newInvite(plan.district, Date.parse(plan.startsAt));
    const { startsAt, partner } = plan;
    const args = { ...begin(plan, invite), startsAt, ...(partner ? { partner } : {}) };
    return this.send("round.plan", await this.idOf(invite), args);
  }

  /** On a planned round its own code counts, so that both phones mean the same one. */
  async start(plan: Plan, planned?: RoundItem): Promise<string> {
    this.judge(new Date(this.phone.env.now()).toISOString(), plan.dueBackAt);
    const code = planned?.code;
    const invite = this.newInvite(plan.district, this.now());
    if (planned && code) {
      return this.send("round.start", planned.id, begin(plan, { ...invite, code }));
    }
    return this.send("round.start", await this.idOf(invite), begin(plan, invite));
  }

  /** What was scanned or typed, or a sentence that says what is wrong with it. */
  readInvite(text: string, district: string): Invite {
    const scanned = readInvite(text);
    if (scanned) return scanned;
    const code = readCode(text);
    if (!code) throw new Refused(0, "round.code-unreadable");
    return { district, day: roundDay(this.now()), code };
  }

  /** What the QR of this round says; null for who does not have its code. */
  async inviteOf(item: RoundItem): Promise<Invite | null> {
    const { code, district } = item;
    const about = Date.parse(item.startsAt ?? item.startedAt ?? "");
    if (!code || Number.isNaN(about)) return null;
    // A round keeps the day it was named by, also when it was walked just past six.
    for (const shift of [0, -12, 12]) {
      const invite = { district, code, day: roundDay(about + shift * 3_600_000) };
      if ((await this.idOf(invite)) === item.id) return invite;
    }
    return null;
  }

  async join(invite: Invite): Promise<string> {
    const id = await this.idOf(await this.near(invite));
    const mine = this.get(id)?.members.some(({ id }) => id === this.phone.account.value?.id);
    if (mine) return id;
    const { district, code } = invite;
    return this.send("round.join", id, { district, code });
  }

  async extend(id: string, minutes: number): Promise<void> {
    const now = this.phone.env.now();
    // From the time that was agreed, but never to one that has passed already.
    const from = Math.max(this.agreed(this.need(id)) ?? now, now);
    await this.send("round.extend", id, { dueBackAt: new Date(from + minutes * 60_000).toISOString() });
  }

  /** With a place only when somebody chose to send it along. */
  async checkIn(id: string, place: Whereabouts | null = null): Promise<void> {
    const { lat, lon } = rounded({ ...place });
    const known = place && lat !== undefined && lon !== undefined;
    const args = known ? { place: { lat, lon, accuracy: Math.round(place.accuracy) } } : {};
    await this.send("round.checkIn", id, args);
  }

  async finish(id: string): Promise<void> {
    await this.send("round.finish", id, {});
  }

  async leave(id: string): Promise<void> {
    await this.send("round.leave", id, {});
  }

  async cancel(id: string): Promise<void> {
    await this.send("round.cancel", id, {});
  }

  async check(id: string, complex: string, item: string, result: CheckResult, note = ""): Promise<void> {
    await this.send("round.check", id, { complex, item, result, ...(note ? { note } : {}) });
  }

  async walkers(district: string): Promise<Walker[]> {
    const path = `/api/walkers?district=${encodeURIComponent(district)}`;
    return (await this.ask<{ walkers: Walker[] }>("GET", path)).walkers;
  }

  /** When they are to be back, on this phone's own clock: what the server said is on the server's. */
  private agreed({ dueBackAt, confirmedDueBackAt }: RoundItem): number | null {
    if (dueBackAt === null) return null;
    const { offset = 0 } = this.phone.meta.value;
    const isTheirs = dueBackAt === confirmedDueBackAt && Math.abs(offset) > underWay;
    return Date.parse(dueBackAt) - (isTheirs ? offset : 0);
  }

  private isRunning(item: RoundItem): boolean {
    const me = this.phone.account.value?.id;
    const mine = item.members.find((member) => member.id === me);
    return mine?.leftAt === null && (item.state === "started" || item.state === "walking");
  }

  private judge(startsAt: string, dueBackAt: string): void {
    const length = Date.parse(dueBackAt) - Date.parse(startsAt);
    if (!(length > 0)) throw new Refused(0, "round.due.past");
    if (length > longest) throw new Refused(0, "round.due.far");
  }

  private newInvite(district: string, at: number): Invite {
    return { district, day: roundDay(at), code: codeFrom(this.phone.env.newId()) };
  }

  private idOf(invite: Invite): Promise<string> {
    return roundId((bytes) => this.phone.env.sha256(bytes), invite);
  }

  /** The same code a day earlier or later, where this phone knows of a round so named. */
  private async near(invite: Invite): Promise<Invite> {
    for (const days of [0, -1, 1]) {
      const other = { ...invite, day: addDays(invite.day, days) };
      if (this.get(await this.idOf(other))) return other;
    }
    return invite;
  }

  private need(id: string): RoundItem {
    const item = this.get(id);
    if (!item) throw new Refused(404, "round.unknown");
    return item;
  }

  private async send(name: string, entity: string, args: object): Promise<string> {
    const base = this.get(entity)?.revision || null;
    await this.phone.write(["outbox", "meta"], (tx) =>
      enqueue(this.phone, tx, { name, entity, base, args }),
    );
    this.pulse.look();
    this.saved();
    return entity;
  }
}

function begin({ dueBackAt, kind, route, complexes }: Plan, { district, code }: Invite) {
  return {
    district,
    code,
    dueBackAt,
    kind,
    ...(route.trim() ? { route: route.trim() } : {}),
    ...(complexes.length > 0 ? { complexes } : {}),
  };
}

function moment(item: RoundItem): string {
  return item.startedAt ?? item.startsAt ?? "";
}
