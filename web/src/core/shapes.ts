import type { Fields, Observation } from "./values";

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
  /** While sending: nothing has come back for ten seconds. */
  slow: boolean;
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
