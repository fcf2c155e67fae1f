import { computed, type ReadonlySignal } from "@preact/signals";
import type { Ask } from "./ask";
import { putMeta, type Phone } from "./phone";
import type { Person } from "./values";

export interface Reachable extends Person {
  phone: string | null;
}

/** As the server said it, and when: the numbers must be there when the server is not. */
export interface WatchKept {
  at: number;
  people: Reachable[];
}

/** Whom a pair can call by itself. */
export class Watch {
  readonly people: ReadonlySignal<Reachable[]>;

  constructor(
    private readonly phone: Phone,
    private readonly ask: Ask,
  ) {
    this.people = computed(() => phone.meta.value.watch?.people ?? []);
  }

  /** Without a line the people of last time stay. */
  async refresh(): Promise<void> {
    const store = this.phone.own;
    const said = await this.ask<unknown>("GET", "/api/watch").catch(() => null);
    if (said === null) return;
    this.phone.expectSame(store);
    const kept: WatchKept = { at: this.phone.env.now(), people: peopleOf(said) };
    await this.phone.write(["meta"], (tx) => putMeta(tx, "watch", kept));
  }
}

/** Everybody in the answer with a number, each once. */
function peopleOf(said: unknown): Reachable[] {
  const found = new Map<string, Reachable>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (value && typeof value === "object") {
      const person = value as Partial<Reachable>;
      if (person.id && person.fullName && person.phone) found.set(person.id, person as Reachable);
      Object.values(value).forEach(look);
    }
  };
  look(said);
  return [...found.values()];
}
