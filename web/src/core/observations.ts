import { computed, type ReadonlySignal } from "@preact/signals";
import type { Http } from "./http";
import type { Phone } from "./phone";
import { prepare, releaseBytes, store } from "./photos";
import { rounded } from "./places";
import { Refused } from "./refused";
import { replay } from "./replay";
import type { Item } from "./shapes";
import type { Tx } from "./store";
import { enqueue, release } from "./sync/outbox";
import type { Fields } from "./values";

export const photoLimit = 6;

/** What was seen: the server's copy with this phone's own unconfirmed changes on top. */
export class Observations {
  readonly items: ReadonlySignal<Item[]>;
  /** One photo after another, each seeing what the one before it left. */
  private turn: Promise<void> = Promise.resolve();
  private readonly byId: ReadonlySignal<Map<string, Item>>;

  constructor(
    private readonly phone: Phone,
    http: Http,
    private readonly saved: () => void,
  ) {
    this.byId = computed(() => replay(phone, http.slow.value));
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

  /** Goes the way of a draft's photo: small, without EXIF, and sent after its text. */
  async addPhoto(id: string, source: Blob): Promise<void> {
    this.need(id);
    const photo = await prepare(this.phone.env, source);
    await this.inTurn(async () => {
      const item = this.need(id);
      const photos = item.photos.map(({ sha256 }) => sha256);
      if (photos.includes(photo.sha256)) return;
      if (photos.length >= photoLimit) throw new Refused(0, "draft.photos");
      const args = { photos: [...photos, photo.sha256] };
      const amend = (put: (tx: Tx) => Promise<void>) =>
        this.add("observation.amend", item, args, put);
      if (!(await store(this.phone, photo, amend))) throw new Refused(0, "photo.not-kept");
    });
  }

  async removePhoto(id: string, sha256: string): Promise<void> {
    await this.inTurn(async () => {
      const item = this.need(id);
      const photos = item.photos.map((photo) => photo.sha256).filter((sha) => sha !== sha256);
      if (photos.length === item.photos.length) return;
      const drop = (tx: Tx) => this.dropUnsent(tx, item, sha256);
      await this.add("observation.amend", item, { photos }, drop);
    });
  }

  async withdraw(id: string): Promise<void> {
    const item = this.need(id);
    if (item.state !== "withdrawn") await this.add("observation.withdraw", item, {});
  }

  async reply(id: string, text: string): Promise<void> {
    await this.add("observation.reply", this.need(id), { text });
  }

  /** What was taken away before it went must not go after all. */
  private async dropUnsent(tx: Tx, item: Item, sha256: string): Promise<void> {
    const isElsewhere = this.items.value.some(
      ({ id, photos }) => id !== item.id && photos.some((photo) => photo.sha256 === sha256),
    );
    const upload = await tx.objectStore("upload").get(sha256);
    if (isElsewhere || !upload || upload.state === "sent") return;
    await tx.objectStore("upload").delete(sha256);
    await releaseBytes(tx, [sha256]);
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => {});
    return mine;
  }

  private async add(
    name: string,
    item: Item,
    args: Record<string, unknown>,
    also?: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    const wish = { name, entity: item.id, base: item.revision || null, args };
    const photos = (args.photos as string[] | undefined) ?? [];
    await this.phone.write(["outbox", "meta", "photo", "upload", "draft"], async (tx) => {
      await enqueue(this.phone, tx, wish);
      await also?.(tx);
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

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
