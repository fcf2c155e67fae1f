import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Environment } from "../environment";
import { Http } from "../http";
import { Guides } from "./guides";
import { guessed, isLanguage, language, say, show } from "./language";
import { Places, type Home } from "./places";
import type { Reports } from "./reports";
import { TenantStore } from "./store";
import type { Language } from "./values";

export type * from "./values";
export type { Home } from "./places";

/** A tenant's phone: the guide of a district, kept, and what was told to the office. */
export interface Tenant {
  env: Environment;
  http: Http;
  store: TenantStore;
  places: Places;
  guides: Guides;
  /** What was reported from here; null until somebody needs it, or its turn to be sent has come. */
  reports: ReadonlySignal<Reports | null>;
  openReports(): Promise<Reports>;
  /** Newer code wrote here before this one: all tabs have to be closed and opened again. */
  updateNeeded: { readonly value: boolean };
  choose(home: Home): Promise<void>;
  speak(wanted: Language): Promise<void>;
  /** Asks for what is new; never fails. */
  refresh(): Promise<void>;
  /** Begins to look for news now and whenever somebody looks at the phone. */
  start(): void;
}

/**
 * Opens it without a connection. A signed-in volunteer brings the own district and those whose
 * guides are kept beside it, and reads in the own language whatever a tenant chose on this phone.
 */
export async function openTenant(
  env: Environment,
  of?: { district: string; beside: string[]; language: Language },
): Promise<Tenant> {
  const updateNeeded = signal(false);
  const http = new Http(env, "omit");
  const store = new TenantStore(env.indexedDB, () => (updateNeeded.value = true));
  const places = new Places(store, http);
  const guides = new Guides(store, http, () => env.now(), of?.beside);
  await places.restore();
  if (of) places.home.value = { district: of.district, complex: null };
  await (of ? show(of.language) : firstLanguage(store).then(say)).catch(() => {});
  http.language = language.value;
  const home = places.home.value;
  if (home) await guides.open(home.district);

  const refreshGuide = async () => {
    const { district } = places.home.value ?? {};
    if (!district || (await guides.refresh(district, language.value))) return;
    if (of) return;
    await places.forget();
    await moveDrafts();
  };
  const reports = signal<Reports | null>(null);
  let opening: Promise<Reports> | null = null;
  // What could not be moved still says for which district it is. A volunteer's is no tenant's.
  const moveDrafts = async () => {
    if (!of) await reports.value?.drafts.moveTo(places.home.value?.district ?? null).catch(() => {});
  };
  const openReports = () =>
    (opening ??= open(env, store, http, reports)
      .then((opened) => moveDrafts().then(() => opened))
      .catch((error: unknown) => {
        opening = null;
        throw error;
      }));
  let running: Promise<void> | null = null;
  const refresh = () =>
    (running ??= Promise.all([places.refresh(), refreshGuide()])
      .then(() => reports.value?.dropLapsed())
      .finally(() => (running = null)));
  return {
    env,
    http,
    store,
    places,
    guides,
    reports,
    openReports,
    updateNeeded,
    async choose(home) {
      await places.choose(home);
      await moveDrafts();
      await guides.open(home.district);
      await refreshGuide();
    },
    async speak(wanted) {
      await say(wanted);
      http.language = wanted;
      await store.remember("language", wanted);
      await refreshGuide();
    },
    refresh,
    start() {
      void refresh();
      // After the screen: what waits is sent from whichever page was opened.
      openReports().then((opened) => opened.start(), () => {});
      env.onWake?.(() => {
        if (env.isVisible?.() !== false) void refresh();
      });
    },
  };
}

/** In a chunk of its own: most who look up a number have nothing to report. */
async function open(
  env: Environment,
  store: TenantStore,
  http: Http,
  opened: Signal<Reports | null>,
) {
  const { Reports } = await import("./reports");
  const reports = new Reports(env, store, http);
  await reports.open();
  opened.value = reports;
  return reports;
}

async function firstLanguage(store: TenantStore): Promise<Language> {
  const kept = await store.recall("language");
  if (isLanguage(kept)) return kept;
  return guessed(typeof navigator === "undefined" ? [] : (navigator.languages ?? []));
}
