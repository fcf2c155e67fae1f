import { said, type Answer } from "../http";
import { readCode } from "./reports-code";
import type { Refusal, ReportAnswer } from "./reports-values";

/** Why a round ended before its end; `code` names a sentence, `wait` is what the server asked. */
export interface Stop {
  state: "offline" | "refused";
  code: string;
  wait: number;
}

export const offline: Stop = { state: "offline", code: "no-connection", wait: 0 };

/** No line, or a server that asks for patience; any other may be about that one item alone. */
export function holdsAll({ state, code, wait }: Stop): boolean {
  return state === "offline" || code === "busy" || wait > 0;
}

/** The code that our server gave; anything else that says 200 or 201 is no answer. */
export function accepted({ status, json }: Answer): string | null {
  const { code, state, receivedAt } = (json ?? {}) as Record<string, unknown>;
  if (status !== 200 && status !== 201) return null;
  if (typeof code !== "string" || typeof state !== "string" || !receivedAt) return null;
  return readCode(code);
}

/** What GET says of a report, when it is our server's and of the right one. */
export function told({ status, json }: Answer, id: string | null): ReportAnswer | null {
  const answer = json as Partial<ReportAnswer> | undefined;
  if (status !== 200 || typeof answer?.id !== "string" || typeof answer.state !== "string") return null;
  if (!Array.isArray(answer.messages) || (id !== null && answer.id !== id)) return null;
  return answer as ReportAnswer;
}

/** Only our own server's word about this very item; the rest may be better next time. */
export function refusal(answer: Answer): Refusal | null {
  const code = said(answer);
  if (code === undefined || ![400, 404, 409, 413, 422].includes(answer.status)) return null;
  const { message } = answer.json as { message?: string };
  return { status: answer.status, code, message: message ?? "" };
}

/** A line, a proxy or a busy server: nothing changes on this phone. */
export function stopped(answer: Answer): Stop {
  const { status } = answer;
  const wait = retryAfter(answer);
  if (status === 429) return { state: "refused", code: "busy", wait };
  // A page that is not ours: there is a network, but it is not our server that answered.
  if (status < 400 || (said(answer) === undefined && status < 500)) return offline;
  return { state: "refused", code: "sync.server", wait };
}

function retryAfter(answer: Answer): number {
  const text = answer.headers.get("retry-after");
  if (!text) return 0;
  const seconds = Number(text);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - answer.at;
  return ms > 0 ? Math.min(ms, 3_600_000) : 0;
}
