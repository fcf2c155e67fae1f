import { computed, type ReadonlySignal } from "@preact/signals";
import type { Http } from "./http";
import type { Phone } from "./phone";
import type { Pulse } from "./pulse";
import { wish } from "./round-replay";
import { sentence } from "./refused";
import type { AlarmItem, AlarmValue } from "./round-values";
import type { Mutation } from "./store";
import { enqueue } from "./sync/outbox";

/** Between two tries to hand over a call by the fast road. */
const again = 5_000;

/** A pair that calls, or did not come back: what the server has, and what it was asked. */
export class Alarms {
  /** Newest first. */
  readonly items: ReadonlySignal<AlarmItem[]>;
  private calling = false;
  private triedAt = 0;

  constructor(
    private readonly phone: Phone,
    private readonly pulse: Pulse,
    private readonly http: Http,
    private readonly saved: () => void,
  ) {
    this.items = computed(() =>
      [...replay(phone, pulse.now.value).values()].sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1)),
    );
  }

  /** The alarms that nobody closed yet, of one round or of none. */
  openOf(round: string | null): AlarmItem[] {
    return this.items.value.filter((item) => item.round === round && item.state !== "closed");
  }

  /**
   * By the outbox and straight to the server, under one id. Calling twice is one alarm, until
   * somebody took it on or the server refused it: whoever calls then needs more.
   */
  async call(round: string | null): Promise<void> {
    if (!this.openOf(round).some(isUnderWay)) {
      const args = round ? { round } : {};
      const wish = { name: "alarm.call", entity: this.phone.env.newId(), base: null, args };
      await this.phone.write(["outbox", "meta"], (tx) => enqueue(this.phone, tx, wish));
    }
    this.pulse.look();
    this.saved();
    void this.hurry(true);
  }

  /** Nothing else goes before a call: not the photos, not the patience a server asked for. */
  async hurry(now = false): Promise<void> {
    const row = this.phone.view.outbox.value.find(({ name }) => name === "alarm.call");
    const soon = this.phone.env.now() - this.triedAt < again;
    if (!row || this.calling || (soon && !now)) return;
    this.calling = true;
    this.triedAt = this.phone.env.now();
    const store = this.phone.own;
    try {
      const body = { id: row.entity, ...row.args };
      const answer = await this.http.answer("POST", "/api/alarms", { body, seconds: 10 });
      this.phone.expectSame(store);
      const said = answer.json as { id?: string } | undefined;
      // Anything on the way can say 201; only our server names the alarm.
      const isTaken = (answer.status === 200 || answer.status === 201) && said?.id === row.entity;
      if (isTaken) await this.note(row.entity, row.at, row.args.round as string | undefined);
    } catch {
      // The outbox has it too, and the screen says what is not sent.
    } finally {
      this.calling = false;
    }
  }

  private async note(id: string, at: string, round: string | undefined): Promise<void> {
    const value: AlarmValue = {
      id,
      kind: "call",
      round: round ?? null,
      state: "open",
      practice: false,
      openedAt: at,
      acknowledgedBy: null,
      acknowledgedAt: null,
      closedAt: null,
      revision: 0,
    };
    await this.phone.write(["alarm"], async (tx) => {
      if (!(await tx.objectStore("alarm").get(id))) await tx.objectStore("alarm").put(value);
    });
  }
}

function isUnderWay({ kind, acknowledgedBy, receipt }: AlarmItem): boolean {
  return kind === "call" && !acknowledgedBy && receipt !== "refused";
}

/** For so long a call that was set aside is shown: by then they have been heard, or are home. */
const day = 86_400_000;

function replay(phone: Phone, now: number): Map<string, AlarmItem> {
  const { alarm, quarantine, sent, outbox } = phone.view;
  const items = new Map<string, AlarmItem>();
  const called = [...sent.value, ...outbox.value].filter((row) => row.name === "alarm.call");
  const mine = new Map(called.map((row) => [row.entity, row.args.round as string | undefined]));
  for (const value of alarm.value) {
    // Where the server does not know the round yet, this phone still knows which one it was.
    const round = value.round ?? mine.get(value.id) ?? null;
    const isMine = mine.has(value.id);
    items.set(value.id, { ...value, round, receipt: "received", refusal: null, isMine });
  }
  const told = new Map(quarantine.value.map((row) => [row.id, row]));
  const asked = [...quarantine.value.filter(({ name }) => name === "alarm.call"), ...called];
  const refused: AlarmItem[] = [];
  for (const row of asked) {
    if (items.has(row.entity)) continue;
    const said = told.get(row.id);
    const status = "status" in row ? row.status : null;
    // A call that the server laid aside reaches nobody, whatever becomes of it later.
    if (said || status === "quarantined") {
      if (said && said.state !== "parked") continue;
      const why = said?.message ?? sentence(("reason" in row && row.reason) || "unknown");
      const isRecent = Math.abs(now - Date.parse(row.at)) < day;
      if (isRecent) refused.push({ ...asCalled(row), receipt: "refused", refusal: why });
      continue;
    }
    const late = wish(row, now).isLate;
    const receipt = status ? "received" : late ? "late" : "sending";
    items.set(row.entity, { ...asCalled(row), receipt });
  }
  // One that was raised since makes up for it.
  for (const item of refused) {
    const others = [...items.values()].filter(({ kind, round }) => kind === "call" && round === item.round);
    if (!others.some(({ openedAt }) => openedAt >= item.openedAt)) items.set(item.id, item);
  }
  return items;
}

function asCalled(row: Pick<Mutation, "entity" | "args" | "at">): AlarmItem {
  return {
    id: row.entity,
    kind: "call",
    round: (row.args.round as string | undefined) ?? null,
    state: "open",
    practice: false,
    openedAt: row.at,
    acknowledgedBy: null,
    acknowledgedAt: null,
    closedAt: null,
    revision: 0,
    receipt: "sending",
    refusal: null,
    isMine: true,
  };
}
