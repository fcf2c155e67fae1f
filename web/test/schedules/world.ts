import type { Lane } from "./lane";
import { Ledger } from "./ledger";
import type { Phone } from "./phone";
import type { Reply } from "./http";
import type { Tally } from "./tally";

/** One schedule's people, phones and server, and what happened so far. */
export class World {
  readonly ledger = new Ledger();
  readonly phones: Phone[] = [];
  /** Requests that are still somewhere on their way. */
  late: (() => Promise<Reply>)[] = [];
  readonly log: string[] = [];
  restored = false;
  /** What is to be seen on each photo. */
  readonly greys = new Map<string, number[]>();
  /** Requests that the server is working on. */
  busy = 0;
  private words = 0;

  constructor(
    readonly lane: Lane,
    readonly tally: Tally,
    readonly seed: number,
  ) {}

  note(line: string): void {
    this.log.push(line);
  }

  /** Words that occur nowhere else; without figures, which could pass for a number plate. */
  word(kind: string): string {
    const letter = (figure: string) => "qxzjkvwybf"[Number(figure)];
    return `${kind}-${[...`${this.seed}`].map(letter).join("")}-${[...`${++this.words}`].map(letter).join("")}`;
  }

  async pass(ms: number): Promise<void> {
    this.lane.now += ms;
    this.phones.forEach((phone) => phone.ring());
    await turn();
  }

  get accounts(): string[] {
    return [...new Set(this.phones.map((phone) => phone.person.id))];
  }

  get photos(): string[] {
    return [...new Set(this.ledger.wishes.flatMap((wish) => wish.photos))];
  }
}

export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
