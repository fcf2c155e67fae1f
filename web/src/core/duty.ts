import type { Ask } from "./ask";
import type { Person, Role } from "./values";

export interface Shift {
  id: string;
  /** Null is for all of them. */
  district: string | null;
  person: Person;
  startsAt: string;
  endsAt: string;
  rank: number;
  proposed: { id: string; person: Person } | null;
  reachable: boolean;
}

export interface Gap {
  district: string;
  from: string;
  to: string;
}

export interface Backer extends Person {
  role: Role;
  reachable: boolean;
}

export interface Roster {
  shifts: Shift[];
  gaps: Gap[];
  people: Backer[];
}

export type ShiftPlan = Pick<Shift, "id" | "district" | "startsAt" | "endsAt" | "rank"> & {
  person: string;
};

export interface Alarm {
  id: string;
  kind: "overdue" | "call" | "practice";
  practice: boolean;
  state: "open" | "acknowledged" | "closed";
  round: string | null;
  district: string | null;
  openedAt: string;
  deadlineAt: string | null;
  members: (Person & { phone?: string | null })[];
  step: number;
  nextStepAt: string | null;
  acknowledgedBy: Person | null;
  acknowledgedAt: string | null;
  closedBy: Person | null;
  closedAt: string | null;
  reason: string | null;
  falseAlarm: boolean;
  /** When the pair said that it is safe, after the alarm. */
  safeAt: string | null;
}

export interface Delivery {
  person: Person | null;
  kind: string;
  state: string;
  at: string;
  detail: string | null;
}

export interface AlarmStep {
  step: number;
  who: string;
  at: string;
  skipped: boolean;
  deliveries: Delivery[];
}

export interface AlarmEvent {
  kind: string;
  step: number | null;
  person: Person | null;
  at: string;
  detail: string | null;
}

/** One alarm with all there is to take over with. */
export interface Handover extends Alarm {
  route: string;
  startedAt: string | null;
  lastSign: {
    at: string;
    by: Person | null;
    place: { lat?: number; lon?: number; accuracy?: number } | null;
  } | null;
  steps: AlarmStep[];
  history: AlarmEvent[];
}

export interface Statistics {
  month: string;
  overdue: number;
  called: number;
  practices: number;
  falseAlarms: number;
  closed: number;
}

export interface WatchNow {
  /** False when no message gets through to anybody. */
  channels: boolean;
}

export interface StaffRound {
  id: string;
  district: string;
  kind: string;
  route: string | null;
  state: string;
  plannedBy: Person | null;
  partner: Person | null;
  startsAt: string | null;
  startedAt: string | null;
  dueBackAt: string | null;
  finishedAt: string | null;
  members: (Person & { leftAt: string | null })[];
  lastSign: { at: string; by: Person } | null;
  watchedBy: Person[];
  unwatchedReason: string | null;
}

export interface Walker extends Person {
  districts: string[];
  certifiedAt: string | null;
  waiver: string | null;
  mayWalk: boolean;
}

/** Who backs the pairs up: the roster, the alarms, and who may walk. */
export interface Duty {
  roster(): Promise<Roster>;
  /** Another person on a shift is only asked; that goes by `propose`. */
  putShift(plan: ShiftPlan): Promise<void>;
  removeShift(id: string): Promise<void>;
  propose(shift: string, person: string): Promise<void>;
  accept(swap: string): Promise<void>;
  refuse(swap: string): Promise<void>;
  alarms(): Promise<Alarm[]>;
  alarm(id: string): Promise<Handover>;
  acknowledge(id: string): Promise<void>;
  close(id: string, reason: string, falseAlarm: boolean): Promise<void>;
  practise(): Promise<string>;
  statistics(): Promise<Statistics>;
  watch(): Promise<WatchNow>;
  rounds(state: "open" | "planned" | "finished"): Promise<StaffRound[]>;
  walkers(): Promise<Walker[]>;
  certify(account: string): Promise<void>;
  endCertificate(account: string): Promise<void>;
  waive(account: string, reason: string): Promise<void>;
  endWaiver(account: string): Promise<void>;
}

export function openDuty(ask: Ask): Duty {
  const shift = (id: string) => `/api/roster/shifts/${encodeURIComponent(id)}`;
  const swap = (id: string) => `/api/roster/swaps/${encodeURIComponent(id)}`;
  const alarm = (id: string) => `/api/alarms/${encodeURIComponent(id)}`;
  const walker = (id: string) => `/api/walkers/${encodeURIComponent(id)}`;
  return {
    roster: () => ask("GET", "/api/roster"),
    putShift: ({ id, ...plan }) => ask("PUT", shift(id), plan),
    removeShift: (id) => ask("DELETE", shift(id)),
    propose: (id, person) => ask("POST", `${shift(id)}/swap`, { person }),
    accept: (id) => ask("POST", `${swap(id)}/acceptance`),
    refuse: (id) => ask("POST", `${swap(id)}/refusal`),
    alarms: async () => (await ask<{ alarms: Alarm[] }>("GET", "/api/alarms")).alarms,
    alarm: (id) => ask("GET", alarm(id)),
    acknowledge: (id) => ask("POST", `${alarm(id)}/acknowledgement`),
    close: (id, reason, falseAlarm) => ask("POST", `${alarm(id)}/closure`, { reason, falseAlarm }),
    practise: async () => (await ask<{ id: string }>("POST", "/api/alarms/practice")).id,
    statistics: () => ask("GET", "/api/alarms/statistics"),
    watch: () => ask("GET", "/api/watch"),
    rounds: async (state) =>
      (await ask<{ rounds: StaffRound[] }>("GET", `/api/rounds?state=${state}`)).rounds,
    walkers: async () => (await ask<{ walkers: Walker[] }>("GET", "/api/walkers")).walkers,
    certify: (id) => ask("POST", `${walker(id)}/certificate`),
    endCertificate: (id) => ask("DELETE", `${walker(id)}/certificate`),
    waive: (id, reason) => ask("POST", `${walker(id)}/waiver`, { reason }),
    endWaiver: (id) => ask("DELETE", `${walker(id)}/waiver`),
  };
}
