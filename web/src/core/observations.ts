import { computed, type ReadonlySignal } from "@preact/signals";
import type { Phone } from "./phone";
import { Refused } from "./refused";
import { replay } from "./replay";
import type { Item } from "./shapes";
import { enqueue, release } from "./sync/outbox";
import type { Fields, Place } from "./values";

export const photoLimit = 6;

/** What was seen: the server's copy with this phone's own unconfirmed changes on top. */
export class Observations {
  readonly items: ReadonlySignal<Item[]>;
  private readonly byId: ReadonlySignal<Map<string, Item>>;

  constructor(
    private readonly phone: Phone,
    private readonly saved: () => void,
  ) {
    this.byId = computed(() => replay(phone));
    this.items = computed(() =>
      [...this.byId.value.values()].sort((a, b) => (a.observedAt < b.observedAt ? 1 : -1)),
    );
  }

  get(id: string): Item | undefined {
    return this.byId.value.get(id);
  }

  /** Sends only the fields that truly changed; nothing changed is nothing sent. */
  async amend(id: string, changes: Partial<Fields>): Promise<void> {
    const item = this.need(id);
    const wanted = changes.place ? { ...changes, place: rounded(changes.place) } : changes;
    const shown = { ...item, photos: item.photos.map((photo) => photo.sha256) };
    const args = Object.fromEntries(
      Object.entries(wanted).filter(
        ([field, value]) =>
          value !== undefined && !same(value, shown[field as keyof Fields]),
      ),
    );
    if (Object.keys(args).length > 0) await this.add("observation.amend", item, args);
  }

  async withdraw(id: string): Promise<void> {
    const item = this.need(id);
    if (item.state !== "withdrawn") await this.add("observation.withdraw", item, {});
  }

  async reply(id: string, text: string): Promise<void> {
    await this.add("observation.reply", this.need(id), { text });
  }

  private async add(name: string, item: Item, args: Record<string, unknown>): Promise<void> {
    const wish = { name, entity: item.id, base: item.revision || null, args };
    const photos = (args.photos as string[] | undefined) ?? [];
    await this.phone.write(["outbox", "meta", "photo", "upload"], async (tx) => {
      await enqueue(this.phone, tx, wish);
      const mine = [];
      for (const sha of photos) if (await tx.objectStore("photo").getKey(sha)) mine.push(sha);
      await release(tx, mine);
    });
    this.saved();
  }

  private need(id: string): Item {
    const item = this.get(id);
    if (!item) throw new Refused(404, "observation.unknown");
    return item;
  }
}

/** Four decimals: the street, not the doorstep. */
export function rounded(place: Place): Place {
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  const { lat, lon } = place;
  if (lat === undefined || lon === undefined) return place;
  return { ...place, lat: round(lat), lon: round(lon) };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
