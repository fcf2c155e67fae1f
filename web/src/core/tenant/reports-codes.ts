import type { Http } from "../http";
import { NoConnection, Refused } from "../refused";
import { holdsAll, refusal, stopped, told, type Stop } from "./reports-answers";
import { readCode } from "./reports-code";
import { put } from "./reports-follow";
import type { Shelf } from "./reports-shelf";
import type { CodeToFind, ReportAnswer, ReportKept } from "./reports-values";
import type { TenantTx } from "./store";

const root = "/api/public/reports";

/**
 * A code from a card, or of another phone: looked up now, and the report kept here from then on.
 * Null when it could not be asked: the code is kept, and looked up as soon as that can be.
 */
export async function add(shelf: Shelf, http: Http, typed: string): Promise<string | null> {
  const code = readCode(typed);
  if (!code) throw new Refused(0, "report.code");
  const known = shelf.report.value.find((one) => one.code === code);
  if (known && !known.gone) return known.id;
  const asked = shelf.env.now();
  const heard = await http.answer("GET", `${root}/${code}`).catch((error: unknown) => {
    if (error instanceof NoConnection) return null;
    throw error;
  });
  const answer = heard && told(heard, null);
  if (answer) {
    await shelf.write(["outbox", "report", "meta"], (tx) => enter(tx, shelf, code, answer, asked));
    return answer.id;
  }
  const why = heard && refusal(heard);
  // Still not known there: what is on this phone says so itself.
  if (why && known) return known.id;
  if (why) throw new Refused(why.status, why.code, why.message || undefined);
  await keep(shelf, code, { code, refusal: null });
  return null;
}

/** Not to be looked up after all. */
export function dropCode(shelf: Shelf, code: string): Promise<void> {
  return keep(shelf, code, null);
}

/** What was typed without a connection; one that cannot be asked holds up no other. */
export async function lookUp(shelf: Shelf, http: Http, again: boolean): Promise<Stop | null> {
  let stop: Stop | null = null;
  for (const { code, refusal: refused } of shelf.codes.value) {
    if (refused && !again) continue;
    const asked = shelf.env.now();
    const heard = await http.answer("GET", `${root}/${code}`);
    const answer = told(heard, null);
    const why = refusal(heard);
    if (answer) await ifWaiting(shelf, code, (tx) => enter(tx, shelf, code, answer, asked));
    else if (why) await ifWaiting(shelf, code, (tx) => set(tx, code, { code, refusal: why }));
    else if (holdsAll((stop = stopped(heard)))) return stop;
  }
  return stop;
}

/** Dropped, or all forgotten, while the office was asked: then nothing of it comes back. */
function ifWaiting(shelf: Shelf, code: string, work: (tx: TenantTx) => Promise<void>): Promise<void> {
  return shelf.write(["outbox", "report", "meta"], async (tx) => {
    if ((await waiting(tx)).some((one) => one.code === code)) await work(tx);
  });
}

async function enter(
  tx: TenantTx,
  shelf: Shelf,
  code: string,
  answer: ReportAnswer,
  asked: number,
): Promise<void> {
  const kept = await tx.objectStore("report").get(answer.id);
  await tx.objectStore("report").put({ ...(kept ?? stranger(answer)), code, gone: false });
  await put(tx, shelf, answer.id, answer, asked);
  await set(tx, code, null);
}

function keep(shelf: Shelf, code: string, to: CodeToFind | null): Promise<void> {
  return shelf.write(["meta"], (tx) => set(tx, code, to));
}

async function set(tx: TenantTx, code: string, to: CodeToFind | null): Promise<void> {
  const others = (await waiting(tx)).filter((one) => one.code !== code);
  await tx.objectStore("meta").put(to ? [...others, to] : others, "codes");
}

async function waiting(tx: TenantTx): Promise<CodeToFind[]> {
  return ((await tx.objectStore("meta").get("codes")) ?? []) as CodeToFind[];
}

function stranger(answer: ReportAnswer): ReportKept {
  const { id, kind, category, text, urgency, place, hasContact, receivedAt } = answer;
  return {
    ...{ id, kind, category, text: text ?? "", urgency, place, hasContact, stay: "ask" as const },
    ...{ createdAt: Date.parse(receivedAt), sentAt: Date.parse(receivedAt), code: null },
    ...{ photos: (answer.photos ?? []).map(({ sha256 }) => sha256), answer, fetchedAt: null },
    ...{ gone: false, readAt: null },
  };
}
