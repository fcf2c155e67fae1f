import type { Person } from "./values";

export type RoundKind = "weekly" | "inspection";
export type RoundState = "planned" | "started" | "walking" | "finished" | "cancelled";
export type CheckResult = "good" | "attention" | "unseen";

export interface Member extends Person {
  at: string;
  leftAt: string | null;
  certified?: boolean;
}

export interface Check {
  complex: string;
  item: string;
  result: CheckResult;
  note: string;
  by: Person | string;
}

/** A round as the server knows it. */
export interface RoundValue {
  id: string;
  district: string;
  /** Only for its members: whoever has it may join. */
  code: string | null;
  kind: RoundKind;
  route: string | null;
  complexes: string[];
  state: RoundState;
  plannedBy?: Person | null;
  partner?: Person | null;
  startsAt: string | null;
  startedAt: string | null;
  dueBackAt: string | null;
  finishedAt: string | null;
  members: Member[];
  lastSign: { at: string; by: Person | string } | null;
  watchedBy: Person[];
  watchedUntil: string | null;
  unwatchedReason: string | null;
  checks: Check[];
  revision: number;
}

export interface AlarmValue {
  id: string;
  kind: "overdue" | "call" | "practice";
  round: string | null;
  state: "open" | "acknowledged" | "closed";
  practice: boolean;
  openedAt: string;
  acknowledgedBy: Person | null;
  acknowledgedAt: string | null;
  closedAt: string | null;
  called?: number;
  revision: number;
}

/** What this phone asked and the server has not confirmed. */
export interface Wish {
  id: string;
  name: string;
  at: string;
  /** Ten seconds went by without a receipt: it counts as not sent. */
  isLate: boolean;
}

/** The server's round with everything on top that this phone has not seen confirmed. */
export interface RoundItem extends RoundValue {
  /** The server has this round. */
  isKnown: boolean;
  /** I walk or walked in it, by the server's word or by my own wish. */
  isMine: boolean;
  /** The server has two members in it, and I am one of them. */
  isConfirmed: boolean;
  wishes: Wish[];
  /** What the server would not do, in words. */
  refusals: { name: string; reason: string; message: string; at: string }[];
  /** The server's own due time, while a later one was only asked for. */
  confirmedDueBackAt: string | null;
  /** The last sign of life by this phone that the server took. */
  receivedAt: string | null;
}

export interface AlarmItem extends AlarmValue {
  /** Refused: the server set the call aside, and nobody is called. */
  receipt: "sending" | "late" | "received" | "refused";
  /** Why, in the server's words. */
  refusal: string | null;
  /** I called it, with the button on this phone. */
  isMine: boolean;
}

/** Who watches, in the server's words; never more than that, and only while they are fresh. */
export type Claim =
  | { kind: "watched"; until: string; by: Person[] }
  | { kind: "nobody"; reason: string }
  | { kind: "no-contact"; since: number | null };

export interface Walker extends Person {
  districts: string[];
  certifiedAt: string | null;
  waiver: string | null;
  mayWalk: boolean;
}

export interface Whereabouts {
  lat: number;
  lon: number;
  accuracy: number;
}

/** What a round begins with: typed here, or as it was planned. */
export interface Plan {
  district: string;
  dueBackAt: string;
  kind: RoundKind;
  route: string;
  complexes: string[];
}
