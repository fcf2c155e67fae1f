import { computed, signal } from "@preact/signals";
import { said, type Http } from "../http";
import type { TenantStore } from "./store";
import type { Guide, Language } from "./values";

/** A guide as it was last heard, and when. */
interface KeptGuide {
  district: string;
  guide: Guide;
  etag: string | null;
  at: number;
}

/** The guide of a district: asked anew whenever somebody looks, and kept for when there is no line. */
export class Guides {
  private readonly kept = signal<KeptGuide | null>(null);
  private wanted: string | null = null;
  private turn = 0;
  private readonly coming = new Map<string, Promise<ArrayBuffer | null>>();
  /** Nothing came back the last time that it was asked. */
  readonly isOffline = signal(false);
  /** Nothing is kept and nothing could be fetched. */
  readonly failed = computed(() => this.isOffline.value && this.kept.value === null);
  readonly guide = computed<Guide | null>(() => this.kept.value?.guide ?? null);
  /** When it was last heard, by the phone's own clock. */
  readonly heardAt = computed<number | null>(() => this.kept.value?.at ?? null);

  constructor(
    private readonly store: TenantStore,
    private readonly http: Http,
    private readonly now: () => number,
    /** Districts whose guides stay when this one comes. */
    private readonly beside: string[] = [],
  ) {}

  /** Shows what is kept of this district, and nothing of another one. */
  async open(district: string): Promise<void> {
    if (this.wanted === district) return;
    this.wanted = district;
    this.kept.value = null;
    this.isOffline.value = false;
    const kept = await this.store
      .read(["guide"], (tx) => tx.objectStore("guide").get(district) as Promise<KeptGuide | undefined>)
      .catch(() => undefined);
    if (kept && this.wanted === district) this.kept.value = kept;
  }

  /** False when our own server says that there is no such district any more. */
  async refresh(district: string, language: Language): Promise<boolean> {
    const turn = ++this.turn;
    const before = this.kept.value;
    const isSame = before?.district === district && before.guide.language === language;
    const path = `/api/public/guide?district=${encodeURIComponent(district)}&language=${language}`;
    const answer = await this.http
      .answer("GET", path, { etag: isSame ? before.etag : null })
      .catch(() => null);
    // Another district or language was asked for meanwhile.
    if (turn !== this.turn) return true;
    const guide = answer?.json as Guide | undefined;
    if (answer?.status === 304 && isSame) {
      await this.keep({ ...before, at: this.now() });
    } else if (answer?.status === 200 && isGuide(guide)) {
      await this.keep({ district, guide, etag: answer.headers.get("etag"), at: this.now() });
    } else {
      this.isOffline.value = true;
      return !(answer?.status === 404 && said(answer));
    }
    return true;
  }

  /** The phone's own copy, else the server's; null when it was withdrawn or there is no line. */
  picture(sha256: string): Promise<ArrayBuffer | null> {
    const coming =
      this.coming.get(sha256) ?? this.fetch(sha256).finally(() => this.coming.delete(sha256));
    this.coming.set(sha256, coming);
    return coming;
  }

  private async fetch(sha256: string): Promise<ArrayBuffer | null> {
    const kept = await this.store
      .read(["picture"], (tx) => tx.objectStore("picture").get(sha256))
      .catch(() => undefined);
    if (kept) return kept.bytes;
    const bytes = await this.http.bytes(`/api/public/pictures/${sha256}`).catch(() => null);
    // Asked again after the wait: it may have been withdrawn meanwhile.
    if (!bytes || !this.shows(sha256)) return null;
    await this.store
      .write(["picture"], async (tx) => void (await tx.objectStore("picture").put({ sha256, bytes })))
      .catch(() => {});
    return bytes;
  }

  /** Also what nobody looked at yet: tomorrow there may be no line. One after another, off the way. */
  private async fetchAhead({ team }: Guide): Promise<void> {
    for (const { picture } of team) {
      if (picture && this.shows(picture)) await this.picture(picture);
    }
  }

  private shows(sha256: string): boolean {
    return this.guide.value?.team.some(({ picture }) => picture === sha256) ?? false;
  }

  /** With it goes whatever it no longer names: guides of other districts, and withdrawn pictures. */
  private async keep(kept: KeptGuide): Promise<void> {
    this.isOffline.value = false;
    this.kept.value = kept;
    await this.store
      .write(["guide", "picture"], async (tx) => {
        const guides = tx.objectStore("guide");
        await guides.put(kept, kept.district);
        for (const key of await guides.getAllKeys()) {
          if (key !== kept.district && !this.beside.includes(String(key))) await guides.delete(key);
        }
        const all = (await guides.getAll()) as KeptGuide[];
        const shown = all.flatMap(({ guide }) => guide.team.map(({ picture }) => picture));
        const pictures = tx.objectStore("picture");
        for (const key of await pictures.getAllKeys()) {
          if (!shown.includes(String(key))) await pictures.delete(key);
        }
      })
      .catch(() => {});
    void this.fetchAhead(kept.guide);
  }
}

function isGuide(guide: Guide | undefined): guide is Guide {
  return Array.isArray(guide?.partners) && Array.isArray(guide.rules) && Array.isArray(guide.team);
}
