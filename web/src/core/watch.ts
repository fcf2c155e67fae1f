import { computed, type ReadonlySignal } from "@preact/signals";
import type { Ask } from "./ask";
import { freshFor } from "./claim";
import { putMeta, type Phone } from "./phone";
import type { Person } from "./values";

export interface Reachable extends Person {
  phone: string | null;
}

interface WatchNow {
  districts: { id: string; people: Reachable[]; until: string | null }[];
  channels: boolean;
  /** The last practice was too long ago. */
  testLate: boolean;
  coordinators: Reachable[];
}

/** As the server said it, and when: the numbers must be there when the server is not. */
export interface WatchKept extends WatchNow {
  at: number;
}

/** Why nobody would watch over a round until `due`; null when somebody would. */
export type Unwatched = "unknown" | "nobody" | "gap" | "channels" | null;

const hour = 3_600_000;

/** Whom a pair can call by itself, and whether anybody is on call. */
export class Watch {
  readonly kept: ReadonlySignal<WatchKept | null>;

  constructor(
    private readonly phone: Phone,
    private readonly ask: Ask,
  ) {
    this.kept = computed(() => phone.meta.value.watch ?? null);
  }

  /** Those on call first, then the coordinators; each once, and only with a number. */
  callable(district: string): (Reachable & { phone: string })[] {
    const { districts = [], coordinators = [] } = this.kept.value ?? {};
    const onCall = districts.filter(({ id }) => id === district).flatMap(({ people }) => people);
    const found = new Map([...coordinators, ...onCall].map((person) => [person.id, person]));
    const order = [...new Set([...onCall, ...coordinators].map(({ id }) => id))];
    return order.map((id) => found.get(id)!).filter(hasNumber);
  }

  onCall(district: string): Reachable[] {
    return this.kept.value?.districts.find(({ id }) => id === district)?.people ?? [];
  }

  /** A guess before the start; what counts is what the server says of the round itself. */
  unwatched(district: string, due: number): Unwatched {
    const kept = this.kept.value;
    const age = kept ? this.phone.env.now() - kept.at : Infinity;
    if (!kept || age > freshFor || age < 0) return "unknown";
    if (!kept.channels) return "channels";
    if (this.onCall(district).length === 0) return "nobody";
    const until = kept.districts.find(({ id }) => id === district)?.until ?? null;
    return until !== null && Date.parse(until) < due + hour ? "gap" : null;
  }

  /** Without a line the people of last time stay. */
  async refresh(): Promise<void> {
    if (!this.phone.isOpen) return;
    const store = this.phone.own;
    const said = await this.ask<Partial<WatchNow>>("GET", "/api/watch").catch(() => null);
    if (!said?.districts || !said.coordinators) return;
    this.phone.expectSame(store);
    const { districts, channels = false, testLate = false, coordinators } = said;
    const kept = { at: this.phone.env.now(), districts, channels, testLate, coordinators };
    await this.phone.write(["meta"], (tx) => putMeta(tx, "watch", kept));
  }
}

function hasNumber(person: Reachable): person is Reachable & { phone: string } {
  return Boolean(person.phone);
}
