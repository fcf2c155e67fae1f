import { prepare } from "../photos";
import { rounded } from "../places";
import { Refused } from "../refused";
import { newestFirst, type Shelf } from "./reports-shelf";
import { keep, releaseBytes } from "./reports-photos";
import { reportStores as all, type TenantName, type TenantTx } from "./store";
import type { ReportBody, ReportChanges, ReportDraft, ReportKind } from "./reports-values";

export const photoLimit = 3;

/** What a tenant is writing. Stored from the first moment, also while the camera is open. */
export class ReportDrafts {
  /** The version this screen last saw; another tab's newer one is not overwritten unseen. */
  private seen = new Map<string, number>();
  /** One edit after another, so that text typed while a photo is added is no other tab's. */
  private turn: Promise<unknown> = Promise.resolve();
  /** The district that was chosen on this phone; null for none, undefined while nobody said. */
  private home: string | null | undefined;

  constructor(private readonly shelf: Shelf) {}

  /** The one that was begun before, else a new one. */
  async start(kind: ReportKind, about: ReportChanges = {}): Promise<ReportDraft> {
    const { env } = this.shelf;
    const now = env.now();
    const fresh: ReportDraft = {
      ...{ id: env.newId(), kind, version: 1, createdAt: now, changedAt: now },
      ...{ district: null, category: null, text: "", urgency: "later", place: null, photos: [] },
      ...{ phone: "", email: "", alsoSeen: null },
      ...about,
    };
    const draft = await this.inTurn(() =>
      this.shelf.write(["draft"], async (tx) => {
        const drafts = newestFirst(await tx.objectStore("draft").getAll());
        const known = drafts.find((one) => one.kind === kind);
        const draft = known ? moved(known, about.district ?? null) : fresh;
        if (draft !== known) await tx.objectStore("draft").put(draft);
        return draft;
      }),
    );
    this.saw(draft);
    return draft;
  }

  /** It came back from the queue, and is as new as this screen knows it. */
  saw(draft: ReportDraft): void {
    this.seen.set(draft.id, draft.version);
  }

  /** Another district was chosen: until they are sent, drafts go where that choice goes. */
  async moveTo(home: string | null): Promise<void> {
    this.home = home;
    for (const { id, district } of this.shelf.draft.value) {
      if (home === null || district === home) continue;
      await this.edit(id, false, ["draft"], async (draft) => moved(draft, home));
    }
  }

  /** As it has to be before it is written again. */
  atHome(draft: ReportDraft): ReportDraft {
    return moved(draft, this.home ?? null);
  }

  async change(id: string, changes: ReportChanges): Promise<void> {
    await this.edit(id, true, ["draft"], async (draft) => ({ ...draft, ...changes }));
  }

  async addPhoto(id: string, source: Blob): Promise<void> {
    const { sha256, bytes } = await prepare(this.shelf.env, source);
    const add = (draft: ReportDraft, kept: boolean): ReportDraft => {
      if (draft.photos.some((photo) => photo.sha256 === sha256 && photo.kept)) return draft;
      const others = draft.photos.filter((photo) => photo.sha256 !== sha256);
      if (others.length >= photoLimit) throw new Refused(0, "report.photos");
      return { ...draft, photos: [...others, { sha256, kept }] };
    };
    const stored = await keep(this.shelf, () =>
      this.edit(id, false, ["draft", "photo"], async (draft, tx) => {
        const next = add(draft, true);
        await tx.objectStore("photo").put({ sha256, bytes });
        return next;
      }),
    );
    if (!stored) await this.edit(id, false, ["draft"], async (draft) => add(draft, false));
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
    const next = await this.shelf.env.sha256(blurred);
    await this.edit(id, false, all, async (draft, tx) => {
      const photos = draft.photos.map((photo) =>
        photo.sha256 === sha256 ? { sha256: next, kept: true } : photo,
      );
      await tx.objectStore("photo").put({ sha256: next, bytes: blurred });
      await tx.objectStore("draft").put({ ...draft, photos });
      if (next !== sha256) await releaseBytes(tx, [sha256]);
      return { ...draft, photos };
    });
  }

  async discard(id: string): Promise<void> {
    await this.inTurn(() =>
      this.shelf.write(all, async (tx) => {
        const draft = await tx.objectStore("draft").get(id);
        if (!draft) return;
        await tx.objectStore("draft").delete(id);
        await releaseBytes(tx, shas(draft));
      }),
    );
  }

  /** Report, outbox row and the end of the draft in one transaction; repeating it changes nothing. */
  async send(id: string, language: string): Promise<void> {
    await this.inTurn(() =>
      this.shelf.write(all, async (tx) => {
        const draft = await tx.objectStore("draft").get(id);
        if (!draft && (await tx.objectStore("report").get(id))) return;
        if (!draft) throw new Refused(0, "draft.gone");
        this.agree(draft);
        if (this.home === null) throw new Refused(0, "report.district");
        requireReachable(draft);
        const body = bodyOf(draft, language);
        const { kind, createdAt, category, text, urgency, place } = draft;
        await tx.objectStore("outbox").put({
          ...{ id, report: id, what: "report", body },
          ...{ at: this.shelf.env.now(), tries: 0, refusal: null },
        });
        await tx.objectStore("report").put({
          ...{ id, kind, createdAt, category, text, urgency, place, photos: body.photos ?? [] },
          ...{ hasContact: body.contact !== undefined, code: null, sentAt: null },
          ...{ answer: null, fetchedAt: null, gone: false, readAt: null },
        });
        for (const sha256 of body.photos ?? []) {
          const photo = { sha256, state: "waiting" as const, refusals: 0 };
          await tx.objectStore("upload").put({ ...photo, reason: null, sentAt: null });
        }
        await tx.objectStore("draft").delete(id);
      }),
    );
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => {});
    return mine;
  }

  private edit(
    id: string,
    strict: boolean,
    stores: TenantName[],
    work: (draft: ReportDraft, tx: TenantTx) => Promise<ReportDraft>,
  ): Promise<void> {
    return this.inTurn(async () => {
      const before = this.seen.get(id);
      const written = await this.shelf.write(stores, async (tx) => {
        const draft = await tx.objectStore("draft").get(id);
        if (!draft) throw new Refused(0, "draft.gone");
        if (strict) this.agree(draft);
        const changed = await work(draft, tx);
        const version = draft.version + 1;
        await tx.objectStore("draft").put({ ...changed, version, changedAt: this.shelf.env.now() });
        return { from: draft.version, to: version };
      });
      if (before === undefined || before === written.from) this.seen.set(id, written.to);
    });
  }

  private agree(draft: ReportDraft): void {
    const seen = this.seen.get(draft.id);
    if (seen === undefined || seen === draft.version) return;
    this.seen.set(draft.id, draft.version);
    throw new Refused(0, "draft.changed-elsewhere");
  }
}

/** A building or a point of there says nothing here; words may, and can be read again. */
function moved(draft: ReportDraft, home: string | null): ReportDraft {
  if (home === null || draft.district === home) return draft;
  const words = draft.place?.description;
  const place = words ? { description: words } : null;
  return { ...draft, district: home, place, alsoSeen: null, version: draft.version + 1 };
}

function shas(draft: ReportDraft): string[] {
  return draft.photos.map((photo) => photo.sha256);
}

/** Refuses what the server would refuse, while it can still be mended without a connection. */
export function bodyOf(draft: ReportDraft, language: string): ReportBody {
  const { id, kind, district, category, place, alsoSeen, urgency } = draft;
  const text = draft.text.trim();
  const phone = draft.phone.trim();
  const email = draft.email.trim();
  if (!district) throw new Refused(0, "report.district");
  if (kind === "report" && !category) throw new Refused(0, "report.category");
  if (["concern", "job", "idea"].includes(kind) && !text) throw new Refused(0, "report.text");
  if (kind === "volunteer" && !phone && !email) throw new Refused(0, "report.contact");
  const photos = kind === "concern" ? [] : draft.photos.filter((photo) => photo.kept);
  const where = place && kind === "concern" ? withoutPin(place) : place && rounded(place);
  return {
    ...{ id, kind, district, language, urgency, at: new Date(draft.createdAt).toISOString() },
    ...(category && (kind === "report" || kind === "job") ? { category } : {}),
    ...(text ? { text } : {}),
    ...(where && Object.keys(where).length > 0 ? { place: where } : {}),
    ...(photos.length ? { photos: photos.map((photo) => photo.sha256) } : {}),
    ...(phone || email ? { contact: { ...(phone && { phone }), ...(email && { email }) } } : {}),
    ...(alsoSeen ? { alsoSeen } : {}),
  };
}

/** Who worries about somebody says where in words, never on a map. */
function withoutPin({ complex, description }: NonNullable<ReportDraft["place"]>) {
  return { ...(complex && { complex }), ...(description && { description }) };
}

/** Said at once rather than hours later, by the office; that judges more strictly still. */
function requireReachable({ phone, email }: ReportDraft): void {
  const digits = phone.replace(/[\s()./-]/g, "");
  if (digits && !/^\+?\d{8,15}$/.test(digits)) throw new Refused(0, "contact.phone");
  if (email.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email.trim()))
    throw new Refused(0, "contact.email");
}
