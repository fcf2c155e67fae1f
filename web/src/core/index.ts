import type { Signal } from "@preact/signals";
import type { Environment } from "./environment";
import type {
  Account,
  Category,
  Complex,
  District,
  Fields,
  InvitationPreview,
  Observation,
} from "./values";

export type { Environment } from "./environment";
export type * from "./values";
export { NoConnection, Refused } from "./refused";

export type SessionState = "unknown" | "signed-out" | "signed-in" | "expired";

/** Where an observation truly is; `sending` only while its own request is under way. */
export type Truth = "draft" | "waiting" | "sending" | "office" | "parked";

/** The server's value with everything replayed that this phone has not seen confirmed. */
export interface Item extends Observation {
  truth: Truth;
  parked: {
    reason: string;
    message: string;
    answers: { text: string; by: unknown; at: string }[];
  } | null;
  /** Photos of this item that are only on this phone yet. */
  photosWaiting: number;
  /** Photos the server would not take, with the reason. */
  photosRefused: { sha256: string; reason: string }[];
}

export interface DraftPhoto {
  sha256: string;
  /** False when the phone was full: the text is there, this photo is not. */
  kept: boolean;
  reason: string | null;
}

export interface Draft {
  /** Becomes the observation's id, so that saving twice makes one. */
  id: string;
  version: number;
  createdAt: number;
  changedAt: number;
  category: string | null;
  text: string;
  urgency: Fields["urgency"];
  place: Fields["place"];
  visit: Fields["visit"];
  wantsHelp: boolean;
  round: string | null;
  photos: DraftPhoto[];
}

export type DraftChanges = Partial<
  Omit<Draft, "id" | "version" | "createdAt" | "changedAt" | "photos">
>;

export interface SyncStatus {
  state: "idle" | "sending" | "offline" | "refused" | "update-needed";
  /** Outbox rows without an explicit answer. */
  unsent: number;
  missingPhotos: number;
  /** True only with an empty outbox, no missing photo and a successful last pull. */
  allSent: boolean;
  lastSuccessAt: number | null;
  /** Milliseconds this phone's clock is ahead of the server, 0 when within ten minutes. */
  clockOff: number;
  /** A sentence for the reader, null when all is well. */
  reason: string | null;
  /** What `persist()` answered; null when it was never asked or does not exist. */
  persisted: boolean | null;
}

export interface Warning {
  kind: "bsn" | "plate" | "phone" | "email" | "iban" | "word";
  /** The part of the text that it is about. */
  found: string;
  from: number;
  to: number;
}

export interface Core {
  session: {
    account: Signal<Account | null>;
    state: Signal<SessionState>;
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
  unsent: { exportFile(): Promise<Blob>; importFile(text: string): Promise<number> };
  /** Never leaves the phone, and can be ignored. */
  privacy(text: string): Warning[];
  /**
   * One JSON request to our own server, with the CSRF token, for the pages that need a
   * connection anyway (desk, setup). Throws Refused or NoConnection. A FormData body goes as is.
   */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
}

export async function openCore(_env: Environment): Promise<Core> {
  throw new Error("under construction");
}
