/** The shapes on the wire, as the server sends them. */
export type Role = "volunteer" | "caretaker" | "coordinator" | "admin";
export type Urgency = "later" | "soon" | "now";

export interface Account {
  id: string;
  name: string;
  fullName: string;
  role: Role;
  districts: string[];
}

export interface InvitationPreview {
  fullName: string;
  role: Role;
  districts: string[];
  expiresAt: string;
  /** Of somebody who has an account, and only chooses another password. */
  name?: string | null;
}

export interface District {
  id: string;
  name: string;
  outline: { type: string; coordinates: unknown } | null;
}

export interface Complex {
  id: string;
  name: string;
  district: string;
  code: string;
  street: string;
  numbers: string;
  postcode: string;
  lat: number | null;
  lon: number | null;
  caretaker: string | null;
}

export interface Category {
  key: string;
  label: string;
  icon: string;
  position: number;
  active: boolean;
}

export interface Place {
  complex?: string;
  lat?: number;
  lon?: number;
  accuracy?: number;
  description?: string;
}

export interface Visit {
  outcome: string;
  note: string;
}

export interface Person {
  id: string;
  name: string;
  fullName: string;
  role?: Role;
}

export interface Message {
  id: string;
  kind: "acknowledgement" | "answer" | "question" | "closure" | "reopening" | "reply";
  text: string;
  by: Person;
  at: string;
  /** Written on this phone, and not yet heard back from the office. */
  isOnPhone?: boolean;
}

/** What a volunteer can fill in: the fields of observation.record and observation.amend. */
export interface Fields {
  category: string;
  text: string;
  urgency: Urgency;
  place: Place | null;
  visit: Visit | null;
  wantsHelp: boolean;
  round: string | null;
  photos: string[];
}

export interface OtherText {
  text: string;
  by: Person | string;
  at: string;
}

export interface Observation extends Omit<Fields, "photos"> {
  id: string;
  district: string | null;
  author: Person;
  otherTexts: OtherText[];
  photos: { sha256: string; stored: boolean }[];
  state: "new" | "acknowledged" | "asked" | "answered" | "closed" | "withdrawn";
  awaits: "office" | "volunteer" | "nobody";
  outcome: string | null;
  observedAt: string;
  claimedAt: string;
  receivedAt: string | null;
  changedAt: string | null;
  revision: number;
  sensitive: boolean;
  review: null | "withdrawn-and-changed";
  messages: Message[];
}

/** A mutation the server kept but did not apply. */
export interface Quarantined {
  id: string;
  entity: string;
  name: string;
  args: Record<string, unknown>;
  reason: string;
  message: string;
  state: "parked" | "admitted" | "answered";
  answers: { text: string; by: Person | string; at: string }[];
  at: string;
  receivedAt: string;
}
