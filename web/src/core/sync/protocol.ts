import { said, type Answer } from "../http";
import { nouns, type Mutation, type Noun, type Status } from "../store";

export const proto = 1;

export interface Result {
  n: number;
  id: string;
  status: Status;
  revision: number | null;
  reason: string | null;
}

export interface Pushed {
  epoch: string;
  serverTime: string;
  results: Result[];
  durableThrough: number;
  missingPhotos: string[];
}

export interface Pulled {
  epoch: string;
  serverTime: string;
  reset: boolean;
  changes: { noun: string; id: string; revision: number; value?: unknown; gone?: string }[];
  cursor: string;
  more: boolean;
}

/** Why a round ended before its end; `code` names a sentence, `wait` is what the server asked. */
export interface Stop {
  state: "offline" | "refused" | "update-needed";
  code: string | null;
  wait?: number;
  /** Nothing more can be tried in this round. */
  fatal: boolean;
}

export function pushBody(device: string, epoch: string | null, now: number, rows: Mutation[]) {
  const mutations = rows.map(({ n, id, name, entity, base, epoch: of, at, args }) => {
    return { n, id, name, entity, base, ...(of ? { epoch: of } : {}), at, args };
  });
  return { proto, device, epoch, clock: new Date(now).toISOString(), mutations };
}

/** Only JSON of our protocol is an answer; any other 200 may come from a captive portal. */
export function pushed(answer: Answer): Pushed | null {
  const json = answer.json as Partial<Pushed> & { proto?: unknown };
  if (answer.status !== 200 || !isOurs(json) || !Array.isArray(json.results)) return null;
  return {
    epoch: json.epoch!,
    serverTime: String(json.serverTime),
    results: json.results.filter(isResult),
    durableThrough: Number.isInteger(json.durableThrough) ? json.durableThrough! : 0,
    missingPhotos: Array.isArray(json.missingPhotos) ? json.missingPhotos : [],
  };
}

export function pulled(answer: Answer): Pulled | null {
  const json = answer.json as Partial<Pulled> & { proto?: unknown };
  if (answer.status !== 200 || !isOurs(json)) return null;
  if (!Array.isArray(json.changes) || typeof json.cursor !== "string") return null;
  return {
    epoch: json.epoch!,
    serverTime: String(json.serverTime),
    reset: json.reset === true,
    changes: json.changes,
    cursor: json.cursor,
    more: json.more === true,
  };
}

export function isNoun(text: string): text is Noun {
  return (nouns as readonly string[]).includes(text);
}

/** What an answer that is no success means for the round. */
export function stopped(answer: Answer): Stop {
  const { status } = answer;
  const wait = retryAfter(answer);
  if (status === 401 && said(answer)) {
    return { state: "refused", code: "sync.expired", fatal: true };
  }
  if (status === 426) return { state: "update-needed", code: "sync.update", fatal: false };
  if (status === 429 || status === 503 || status === 507) {
    return { state: "refused", code: "sync.server", wait, fatal: true };
  }
  // A 200 that is not ours: there is a network, but it is not our server that answered.
  if (status < 400) return { state: "offline", code: "no-connection", fatal: true };
  return { state: "refused", code: "sync.server", wait, fatal: true };
}

export const offline: Stop = { state: "offline", code: "no-connection", fatal: true };

function retryAfter(answer: Answer): number | undefined {
  const text = answer.headers.get("retry-after");
  if (!text) return undefined;
  const seconds = Number(text);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - answer.at;
  return ms > 0 ? Math.min(ms, 3_600_000) : undefined;
}

function isOurs(json: { proto?: unknown; epoch?: unknown } | undefined): boolean {
  return json?.proto === proto && typeof json.epoch === "string";
}

function isResult(result: Result | null): boolean {
  const known = ["applied", "merged", "quarantined", "duplicate"];
  return typeof result?.id === "string" && known.includes(result.status);
}
