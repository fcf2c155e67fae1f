import { computed, signal } from "@preact/signals";
import type { Http } from "../http";
import { checked } from "./language";
import type { TenantStore } from "./store";
import type { Districts, PublicComplex, PublicDistrict } from "./values";

/** Where the tenant lives: remembered on this phone, and told to nobody. */
export interface Home {
  district: string;
  complex: string | null;
}

/** The districts there are, and the one that was chosen here. */
export class Places {
  readonly known = signal<Districts | null>(null);
  readonly home = signal<Home | null>(null);
  /** Asked since this page was opened, whatever came of it. */
  readonly asked = signal(false);
  readonly failed = computed(() => this.asked.value && this.known.value === null);
  readonly districts = computed<PublicDistrict[]>(() => this.known.value?.districts ?? []);

  constructor(
    private readonly store: TenantStore,
    private readonly http: Http,
  ) {}

  async restore(): Promise<void> {
    const [known, home] = await Promise.all([
      this.store.recall<Districts>("districts"),
      this.store.recall<Home>("home"),
    ]);
    if (known) this.show(known);
    this.home.value = home ?? null;
  }

  async refresh(): Promise<void> {
    const answer = await this.http.answer("GET", "/api/public/districts").catch(() => null);
    const found = answer?.json as Districts | undefined;
    const isOurs = answer?.status === 200 && Array.isArray(found?.districts);
    if (isOurs) this.show(found!);
    this.asked.value = true;
    if (isOurs) await this.store.remember("districts", found);
  }

  async choose(home: Home): Promise<void> {
    this.home.value = home;
    await this.store.remember("home", home);
  }

  /** There is no such district any more. */
  async forget(): Promise<void> {
    this.home.value = null;
    await this.store.remember("home", null);
  }

  district(id: string | undefined): PublicDistrict | undefined {
    return this.districts.value.find((district) => district.id === id);
  }

  complex(id: string | null | undefined): PublicComplex | undefined {
    if (!id) return undefined;
    return this.districts.value.flatMap(({ complexes }) => complexes).find((one) => one.id === id);
  }

  /** The home that a poster's code means. */
  byCode(code: string): Home | null {
    const same = (complex: PublicComplex) => complex.code.toLowerCase() === code.toLowerCase();
    for (const { id, complexes } of this.districts.value) {
      const found = complexes.find(same);
      if (found) return { district: id, complex: found.id };
    }
    return null;
  }

  private show(known: Districts): void {
    this.known.value = known;
    if (Array.isArray(known.languages)) checked.value = known.languages;
  }
}
