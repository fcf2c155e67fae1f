import type { Signal } from "@preact/signals";
import type { Phone } from "./phone";
import { photoLimit } from "./observations";
import { prepare, releaseBytes, store } from "./photos";
import { rounded } from "./places";
import { Refused } from "./refused";
import type { Draft, DraftChanges } from "./shapes";
import { enqueue, release } from "./sync/outbox";
import { named, type Name, type Tx } from "./store";

const shown: Name[] = ["draft", "outbox", "upload", "meta"];
const all: Name[] = ["draft", "outbox", "sent", "observation", "photo", "upload", "meta"];

/** What a volunteer is writing. Stored from the first moment, also while the camera is open. */
export class Drafts {
  readonly items: Signal<Draft[]>;
  /** The version this screen last saw; another tab's newer one is not overwritten unseen. */
  private seen = new Map<string, number>();
  private touched = new Set<string>();
  /** Text that is typed while a photo is being added is no other tab's: one edit after another. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly phone: Phone,
    private readonly saved: () => void,
    private readonly roundNow: () => string | null,
  ) {
    this.items = phone.view.draft;
    this.items.subscribe((drafts) => this.look(drafts));
  }

  async start(): Promise<Draft> {
    const now = this.phone.env.now();
    const draft: Draft = {
      id: this.phone.env.newId(),
      version: 1,
      createdAt: now,
      changedAt: now,
      category: null,
      text: "",
      urgency: "later",
      place: null,
      visit: null,
      wantsHelp: false,
      round: this.roundNow(),
      photos: [],
    };
    await this.phone.write(["draft"], (tx) => tx.objectStore("draft").put(draft));
    return draft;
  }

  async change(id: string, changes: DraftChanges): Promise<void> {
    await this.edit(id, true, ["draft"], (draft) => ({ ...draft, ...changes }));
  }

  async addPhoto(id: string, source: Blob): Promise<void> {
    await this.need(id);
    const photo = await prepare(this.phone.env, source);
    await this.keep(id, photo.sha256, photo.bytes, (draft, kept) => {
      if (draft.photos.some((known) => known.sha256 === photo.sha256 && known.kept)) return draft;
      const others = draft.photos.filter((known) => known.sha256 !== photo.sha256);
      if (others.length >= photoLimit) throw new Refused(0, "draft.photos");
      return { ...draft, photos: [...others, { sha256: photo.sha256, ...kept }] };
    });
  }

  async removePhoto(id: string, sha256: string): Promise<void> {
    await this.edit(id, false, all, async (draft, tx) => {
      const photos = draft.photos.filter((photo) => photo.sha256 !== sha256);
      await tx.objectStore("draft").put({ ...draft, photos });
      await releaseBytes(tx, [sha256]);
      return { ...draft, photos };
    });
  }

  /** The blurred picture takes the place of the original, which is gone in the same moment. */
  async replacePhoto(id: string, sha256: string, blurred: ArrayBuffer): Promise<void> {
    const next = await this.phone.env.sha256(blurred);
    await this.edit(id, false, all, async (draft, tx) => {
      const photos = draft.photos.map((photo) =>
        photo.sha256 === sha256 ? { sha256: next, kept: true, reason: null } : photo,
      );
      await tx.objectStore("photo").put({ sha256: next, bytes: blurred });
      await tx.objectStore("draft").put({ ...draft, photos });
      if (next !== sha256) await releaseBytes(tx, [sha256]);
      return { ...draft, photos };
    });
  }

  /** Record, outbox row and the end of the draft in one transaction; repeating it changes nothing. */
  async save(id: string): Promise<string> {
    await this.inTurn(() => this.store(id));
    this.saved();
    return id;
  }

  private store(id: string): Promise<void> {
    return this.phone.write(all, async (tx) => {
      const draft = await tx.objectStore("draft").get(id);
      if (!draft) {
        if (await isKnown(tx, id)) return;
        throw new Refused(0, "draft.gone");
      }
      this.agree(draft);
      if (!draft.category) throw new Refused(0, "draft.category");
      const args = recordArgs(draft);
      const at = new Date(draft.createdAt).toISOString();
      await enqueue(this.phone, tx, { name: "observation.record", entity: id, base: null, at, args });
      await release(tx, args.photos);
      await tx.objectStore("draft").delete(id);
    }, shown);
  }

  async discard(id: string): Promise<void> {
    await this.phone.write(all, async (tx) => {
      const draft = await tx.objectStore("draft").get(id);
      if (!draft) return;
      await tx.objectStore("draft").delete(id);
      await releaseBytes(
        tx,
        draft.photos.map((photo) => photo.sha256),
      );
    });
  }

  /** When the phone is full, what is safe with the office goes first; the text always stays. */
  private async keep(
    id: string,
    sha256: string,
    bytes: ArrayBuffer,
    add: (draft: Draft, kept: { kept: boolean; reason: string | null }) => Draft,
  ): Promise<void> {
    const kept = await store(this.phone, { sha256, bytes }, (put) =>
      this.edit(id, false, ["draft", "photo"], async (draft, tx) => {
        const next = add(draft, { kept: true, reason: null });
        await put(tx);
        return next;
      }),
    );
    if (kept) return;
    const reason = new Refused(0, "photo.not-kept").message;
    await this.edit(id, false, ["draft"], (draft) => add(draft, { kept: false, reason }));
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => {});
    return mine;
  }

  private edit(
    id: string,
    strict: boolean,
    stores: Name[],
    work: (draft: Draft, tx: Tx) => Draft | Promise<Draft>,
  ): Promise<void> {
    return this.inTurn(() => this.write(id, strict, stores, work));
  }

  private async write(
    id: string,
    strict: boolean,
    stores: Name[],
    work: (draft: Draft, tx: Tx) => Draft | Promise<Draft>,
  ): Promise<void> {
    const before = this.seen.get(id);
    // Said before writing, so that the refresh after it knows whose version this is.
    this.touched.add(id);
    const written = await this.phone.own.write(stores, async (tx) => {
      const draft = await tx.objectStore("draft").get(id);
      if (!draft) throw new Refused(0, "draft.gone");
      if (strict) this.agree(draft);
      const changed = await work(draft, tx);
      const next = { ...changed, version: draft.version + 1, changedAt: this.phone.env.now() };
      await tx.objectStore("draft").put(next);
      return { from: draft.version, to: next.version };
    }).catch((error: unknown) => {
      const full = strict && named(error, "QuotaExceededError");
      throw full ? new Refused(0, "storage.full") : error;
    });
    if (before === undefined || before === written.from) this.seen.set(id, written.to);
    await this.phone.refresh(stores.filter((name) => shown.includes(name)));
    this.phone.tell();
  }

  private agree(draft: Draft): void {
    const seen = this.seen.get(draft.id);
    if (seen === undefined || seen === draft.version) return;
    this.seen.set(draft.id, draft.version);
    void this.phone.refresh(["draft"]);
    throw new Refused(0, "draft.changed-elsewhere");
  }

  private async need(id: string): Promise<void> {
    const draft = await this.phone.own.read(["draft"], (tx) => tx.objectStore("draft").get(id));
    if (!draft) throw new Refused(0, "draft.gone");
  }

  private look(drafts: Draft[]): void {
    for (const { id, version } of drafts) {
      if (!this.touched.has(id) || !this.seen.has(id)) this.seen.set(id, version);
    }
  }
}

function recordArgs(draft: Draft) {
  const { category, text, urgency, place, visit, wantsHelp, round } = draft;
  return {
    category,
    text,
    urgency,
    ...(place ? { place: rounded(place) } : {}),
    ...(visit ? { visit } : {}),
    ...(wantsHelp ? { wantsHelp } : {}),
    ...(round ? { round } : {}),
    photos: draft.photos.filter((photo) => photo.kept).map((photo) => photo.sha256),
  };
}

async function isKnown(tx: Tx, entity: string): Promise<boolean> {
  if (await tx.objectStore("observation").get(entity)) return true;
  const rows = [
    ...(await tx.objectStore("outbox").getAll()),
    ...(await tx.objectStore("sent").getAll()),
  ];
  return rows.some((row) => row.entity === entity);
}
