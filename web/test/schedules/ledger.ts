import type { Item, SyncStatus } from "../../src/core/index";
import type { Held } from "./lane";

export interface Mutation {
  name: string;
  entity: string;
  args: Record<string, unknown>;
}

/** What somebody saved on a phone, told apart by its own words. */
export interface Wish extends Mutation {
  key: string;
  phone: number;
  photos: string[];
  /** `maybe`: not yet said to be saved; `unsure`: the app was killed, and the like came before. */
  state: "maybe" | "sure" | "unsure" | "dropped";
}

export class Violation extends Error {}

export function keyOf({ name, entity, args }: Mutation): string {
  const record = name === "observation.record";
  return `${name} ${entity} ${record ? "" : JSON.stringify(args)}`;
}

/** What was saved, what the server said it took in, and whether phones tell the truth of it. */
export class Ledger {
  readonly wishes: Wish[] = [];
  readonly held = new Set<string>();
  readonly heldPhotos = new Set<string>();
  violation: Violation | null = null;
  /** Phones that did not hear yet that the server was put back. */
  readonly unaware = new Set<number>();

  add(phone: number, mutation: Mutation, photos: string[] = []): Wish {
    const key = keyOf(mutation);
    const wish: Wish = { ...mutation, key, phone, photos, state: "maybe" };
    this.wishes.push(wish);
    return wish;
  }

  of(phone: number): Wish[] {
    return this.wishes.filter((wish) => wish.phone === phone && wish.state === "sure");
  }

  /** After a restore only what the copy held is there. */
  reread(held: Held): void {
    this.held.clear();
    this.heldPhotos.clear();
    held.rows.forEach((row) => this.held.add(keyOf(row.raw)));
    for (const [sha, greys] of Object.entries(held.photos)) if (greys) this.heldPhotos.add(sha);
  }

  /** Looked at in the very moment that a screen would show it. */
  shown(phone: number, items: Item[], status: SyncStatus): void {
    if (this.unaware.has(phone)) return;
    const office = new Set(items.filter(({ truth }) => truth === "office").map(({ id }) => id));
    const refused = new Set(
      items.flatMap((item) => item.photosRefused.map(({ sha256 }) => sha256)),
    );
    for (const wish of this.of(phone)) {
      const claim = office.has(wish.entity) ? "office" : status.allSent ? "allSent" : null;
      if (!claim) continue;
      if (!this.held.has(wish.key)) this.fail(`phone ${phone} showed ${claim} without ${wish.key}`);
      for (const sha of wish.photos) {
        if (this.heldPhotos.has(sha) || refused.has(sha)) continue;
        this.fail(`phone ${phone} showed ${claim} without photo ${sha} of ${wish.key}`);
      }
    }
  }

  fail(message: string): void {
    this.violation ??= new Violation(message);
  }

  check(): void {
    if (this.violation) throw this.violation;
  }
}
