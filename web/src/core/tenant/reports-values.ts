import type { Place, Urgency } from "../values";

export type ReportKind = "report" | "concern" | "job" | "idea" | "volunteer";
export type ReportState = "new" | "acknowledged" | "asked" | "answered" | "closed";

export interface PhotoInDraft {
  sha256: string;
  /** False when the phone was full: the rest is there, this photo is not. */
  kept: boolean;
}

/** What somebody is writing. Its id becomes the report's, so that sending twice makes one. */
export interface ReportDraft {
  id: string;
  kind: ReportKind;
  version: number;
  createdAt: number;
  changedAt: number;
  /** The version whose `changedAt` is by a clock that the server agreed with. */
  dated?: number;
  district: string | null;
  category: string | null;
  text: string;
  urgency: Urgency;
  place: Place | null;
  photos: PhotoInDraft[];
  phone: string;
  email: string;
  /** A report of somebody else that says the same. */
  alsoSeen: string | null;
}

/** A form that was only looked at is no draft to anybody. */
export function isBegun({ kind, category, text, photos, place, phone, email }: ReportDraft): boolean {
  const words = [text, phone, email].some((one) => one.trim());
  return (kind === "report" && category !== null) || words || Boolean(photos.length || place);
}

export type ReportChanges = Partial<
  Omit<ReportDraft, "id" | "version" | "createdAt" | "changedAt" | "dated" | "photos">
>;

/** The body of POST /api/public/reports; once it may have left, only contact data leave it. */
export interface ReportBody {
  id: string;
  kind: ReportKind;
  district: string;
  at: string;
  language: string;
  category?: string;
  text?: string;
  urgency?: Urgency;
  place?: Place;
  photos?: string[];
  contact?: { phone?: string; email?: string };
  alsoSeen?: string;
}

export function withoutContact({ contact: _, ...body }: ReportBody): ReportBody {
  return body;
}

/** What our own server, and nobody on the way, has against it. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
}

interface Waiting {
  id: string;
  /** The report that it is, or belongs to. */
  report: string;
  at: number;
  /** Requests that may have arrived. */
  tries: number;
  refusal: Refusal | null;
}

export type Outgoing =
  | (Waiting & { what: "report"; body: ReportBody })
  | (Waiting & { what: "reply"; text: string })
  | (Waiting & { what: "erasure" });

/** Under one id for each report, so that asking twice is one request. */
export function erasure(report: string, at: number): Outgoing {
  return { id: `erase-${report}`, report, what: "erasure", at, tries: 0, refusal: null };
}

/** A photo goes once, however many reports name it. */
export interface ReportPhoto {
  sha256: string;
  state: "waiting" | "sent" | "refused";
  refusals: number;
  /** A code of ours, or the server's sentence. */
  reason: string | null;
  sentAt: number | null;
}

export interface ReportMessage {
  id: string;
  kind: "acknowledgement" | "answer" | "question" | "closure" | "reopening" | "reply";
  text: string;
  by: "office" | "tenant";
  at: string;
}

/** What GET /api/public/reports/{code} says. */
export interface ReportAnswer {
  id: string;
  kind: ReportKind;
  district: string;
  category: string | null;
  text: string;
  urgency: Urgency;
  place: Place | null;
  photos: { sha256: string; stored: boolean }[];
  hasContact: boolean;
  state: ReportState;
  outcome: string | null;
  awaits: string;
  receivedAt: string;
  changedAt: string;
  messages: ReportMessage[];
  alsoSeen: boolean;
  missingPhotos: string[];
  /** What a browser subscribes with to get a sign; null where none is sent. */
  pushKey?: string | null;
  /** Identifiers of the browsers that do get one. */
  followers?: string[];
}

/** What this phone remembers of a report that was sent from here, or whose code was typed here. */
export interface ReportKept {
  id: string;
  kind: ReportKind;
  createdAt: number;
  category: string | null;
  text: string;
  urgency: Urgency;
  place: Place | null;
  photos: string[];
  hasContact: boolean;
  /** Null while it has not arrived. */
  code: string | null;
  sentAt: number | null;
  answer: ReportAnswer | null;
  fetchedAt: number | null;
  /** The server does not know its code any more. */
  gone: boolean;
  /** The change that was last looked at. */
  readAt: string | null;
  /** What this phone asked a sign as; whether it gets one stands in the answer. */
  sign?: string;
  /** It was turned off here. Stays until another is asked for: an old copy turns it on again. */
  unsigned?: boolean;
  /** By a typed code: nobody has said yet whose phone this is, or it is not kept here. */
  stay?: "ask" | "leave";
  /** What arrived, for a week: a copy that the office puts back may lack it. */
  sent?: ReportBody;
  /** The same of what was written back. */
  replied?: ArrivedReply[];
  /** Contact data were taken back here. Stays as long as the report: an old copy brings them back. */
  erased?: boolean;
}

export interface ArrivedReply {
  id: string;
  text: string;
  /** When the report, read back, showed it. */
  at: number;
}

/** A code that could not be looked up yet; `refusal` when the office does not know it. */
export interface CodeToFind {
  code: string;
  refusal: Refusal | null;
}

export interface SimilarReport {
  id: string;
  category: string;
  complex: string | null;
  receivedAt: string;
  state: ReportState;
  seen: number;
}

/** What a report's screens have no need of. */
type Inner = "gone" | "readAt" | "sent" | "replied" | "erased" | "sign" | "unsigned";

/** One report as this phone can truly tell of it. */
export interface ReportItem extends Omit<ReportKept, Inner> {
  truth: "waiting" | "sending" | "refused" | "office" | "gone";
  refusal: Refusal | null;
  replies: { id: string; text: string; at: number; truth: "waiting" | "sending" | "refused"; refusal: Refusal | null }[];
  isErasing: boolean;
  /** It may be with the office, though that has not confirmed it. */
  mayHaveArrived: boolean;
  /** The office gives this phone a sign. */
  isTold: boolean;
  photosWaiting: number;
  photosRefused: { sha256: string; reason: string }[];
  /** The office said something that was not looked at yet. */
  isNews: boolean;
}

export interface ReportsStatus {
  state: "idle" | "sending" | "offline" | "refused" | "update-needed";
  /** What goes by itself as soon as it can. */
  unsent: number;
  /** What the office would not take: somebody here has to change it. */
  refused: number;
  /** Names a sentence; null when all is well. */
  reason: string | null;
  lastSuccessAt: number | null;
}
