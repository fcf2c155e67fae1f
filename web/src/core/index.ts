import { computed, type ReadonlySignal, type Signal } from "@preact/signals";
import { Alarms } from "./alarms";
import { Drafts } from "./drafts";
import type { Environment } from "./environment";
import { Helpline } from "./helpline";
import { Http } from "./http";
import { inWords } from "./messages/category";
import "./messages/index";
import { Observations } from "./observations";
import { Phone, putMeta } from "./phone";
import { bytesOf, tidy } from "./photos";
import { nearest } from "./places";
import { Pulse } from "./pulse";
import { Refused } from "./refused";
import { watchOver } from "./round-beat";
import { Rounds } from "./rounds";
import { Session } from "./session";
import type { Draft, DraftChanges, Item, SessionState, SyncStatus } from "./shapes";
import { Loop } from "./sync/loop";
import { syncStatus } from "./sync/status";
import type {
  Account,
  Category,
  Complex,
  District,
  Fields,
  InvitationPreview,
} from "./values";
import { exportFile, importFile } from "./unsent";
import { Watch } from "./watch";

export type { Environment } from "./environment";
export type * from "./values";
export type * from "./round-values";
export { NoConnection, Refused } from "./refused";

export type * from "./shapes";

export interface Core {
  session: {
    account: Signal<Account | null>;
    state: Signal<SessionState>;
    /** The office took this phone out. */
    revoked: Signal<boolean>;
    signIn(name: string, password: string): Promise<void>;
    signOut(): Promise<void>;
    preview(code: string): Promise<InvitationPreview>;
    accept(code: string, name: string, password: string): Promise<void>;
  };
  sync: { status: Signal<SyncStatus>; now(): Promise<void>; start(): void; stop(): void };
  observations: {
    items: Signal<Item[]>;
    get(id: string): Item | undefined;
    amend(id: string, changes: Partial<Fields>): Promise<void>;
    addPhoto(id: string, source: Blob): Promise<void>;
    removePhoto(id: string, sha256: string): Promise<void>;
    withdraw(id: string): Promise<void>;
    reply(id: string, text: string): Promise<void>;
  };
  drafts: {
    items: Signal<Draft[]>;
    start(): Promise<Draft>;
    change(id: string, changes: DraftChanges): Promise<void>;
    addPhoto(id: string, source: Blob): Promise<void>;
    removePhoto(id: string, sha256: string): Promise<void>;
    replacePhoto(id: string, sha256: string, blurred: ArrayBuffer): Promise<void>;
    /** Resolves once record and outbox row are on disk; answers the observation's id. */
    save(id: string): Promise<string>;
    discard(id: string): Promise<void>;
  };
  photos: {
    /** The phone's own bytes, else the server's; null when neither has them. */
    bytes(sha256: string): Promise<ArrayBuffer | null>;
  };
  places: {
    districts: Signal<District[]>;
    complexes: Signal<Complex[]>;
    nearest(lat: number, lon: number): Complex | undefined;
  };
  categories: Signal<Category[]>;
  /** The number of who helps volunteers; null when none is known. */
  helpline: Signal<string | null>;
  rounds: Rounds;
  alarms: Alarms;
  /** Who can be called now, kept for when there is no line. */
  watch: Watch;
  unsent: { exportFile(): Promise<Blob>; importFile(text: string): Promise<number> };
  /**
   * One JSON request to our own server, with the CSRF token, for the pages that need a
   * connection anyway (desk, setup). Throws Refused or NoConnection. A FormData body goes as is,
   * an ArrayBuffer as a photo.
   */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  newId(): string;
  /** This phone's own number with the server; null before anybody signed in. */
  device: ReadonlySignal<string | null>;
}

/**
 * Opens this phone. Works without a connection, and without anybody signed in. Where somebody came to
 * sign in, a phone that remembers nobody need not ask the server to refuse it.
 */
export async function openCore(env: Environment, signingIn = false): Promise<Core> {
  const phone = new Phone(env);
  const http = new Http(env);
  const session = new Session(phone, http);
  const loop = new Loop(phone, http, session);
  const helpline = new Helpline(phone, http);
  const saved = () => {
    void persist(phone);
    loop.nudge();
  };
  const drafts = new Drafts(phone, saved, () => rounds.running.value?.id ?? null);
  const observations = new Observations(phone, http, saved);
  const asked: Core["ask"] = (method, path, body) => ask(http, session, method, path, body);
  const pulse = new Pulse(env);
  const urge = () => {
    void persist(phone);
    void loop.urge();
  };
  const rounds = new Rounds(phone, pulse, asked, urge);
  const alarms = new Alarms(phone, pulse, http, urge);
  watchOver(phone, pulse, rounds, alarms, () => loop.nudge());
  phone.onElsewhere(() => void session.restore().then(() => phone.refresh()));
  await session.restore();
  if (signingIn && session.state.value === "unknown") session.state.value = "signed-out";
  await helpline.restore();
  if (phone.isOpen) await tidy(phone).catch(() => {});
  const { district, complex, category } = phone.view;
  return {
    session: {
      account: session.account,
      state: session.state,
      revoked: session.revoked,
      signIn: (name, password) => session.signIn(name, password).then(() => loop.nudge()),
      signOut: () => session.signOut(),
      preview: (code) => session.preview(code),
      accept: (code, name, password) =>
        session.accept(code, name, password).then(() => loop.nudge()),
    },
    sync: {
      status: syncStatus(phone, session, loop, http) as Signal<SyncStatus>,
      now: () => loop.now(),
      start: () => {
        loop.start();
        void helpline.refresh();
      },
      stop: () => loop.stopAll(),
    },
    observations: observations as typeof observations & { items: Signal<Item[]> },
    drafts,
    rounds,
    alarms,
    watch: new Watch(phone, asked),
    photos: { bytes: (sha256) => bytesOf(phone, http, sha256) },
    places: {
      districts: district,
      complexes: complex,
      nearest: (lat, lon) => nearest(complex.value, lat, lon),
    },
    categories: computed(() =>
      category.value.map(inWords).sort((a, b) => a.position - b.position),
    ) as Signal<Category[]>,
    helpline: helpline.number,
    unsent: {
      exportFile: () => exportFile(phone),
      importFile: (text) => importFile(phone, text).finally(() => loop.nudge()),
    },
    ask: asked,
    newId: () => env.newId(),
    device: computed(() => phone.meta.value.device ?? null),
  };
}

/** A session that ended shows; a CSRF token that another tab renewed is fetched once. */
async function ask<T>(http: Http, session: Session, ...question: Question): Promise<T> {
  try {
    return await http.ask<T>(...question);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 401) await session.check();
    if (error.status !== 403 || !error.code.startsWith("csrf")) throw error;
    if (!(await session.check())) throw error;
    return http.ask<T>(...question);
  }
}

type Question = [method: string, path: string, body?: unknown];

/** Asked once there is something to lose; the answer is for the coordinator to see. */
async function persist(phone: Phone): Promise<void> {
  const { storage } = phone.env;
  if (!storage || typeof phone.meta.value.persisted === "boolean") return;
  const persisted = await storage.persist().catch(() => false);
  await phone.write(["meta"], (tx) => putMeta(tx, "persisted", persisted)).catch(() => {});
}
