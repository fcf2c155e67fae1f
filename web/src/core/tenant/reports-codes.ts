import type { Http } from "../http";
import { NoConnection, Refused } from "../refused";
import { refusal, stopped, told, type Stop } from "./reports-answers";
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
  if (known) return known.id;
  const asked = shelf.env.now();
  const heard = await http.answer("GET", `${root}/${code}`).catch((error: unknown) => {
    if (error instanceof NoConnection) return null;
    throw error;
  });
  const answer = heard && told(heard, null);
  if (answer) return found(shelf, code, answer, asked);
  const why = heard && refusal(heard);
  if (why) throw new Refused(why.status, why.code, why.message || undefined);
  await keep(shelf, code, { code, refusal: null });
  return null;
}

/** Not to be looked up after all. */
export function dropCode(shelf: Shelf, code: string): Promise<void> {
  return keep(shelf, code, null);
}

/** What was typed without a connection. */
export async function lookUp(shelf: Shelf, http: Http, again: boolean): Promise<Stop | null> {
  for (const { code, refusal: refused } of shelf.codes.value) {
    if (refused && !again) continue;
    const asked = shelf.env.now();
    const heard = await http.answer("GET", `${root}/${code}`);
    const answer = told(heard, null);
    const why = refusal(heard);
    if (answer) await found(shelf, code, answer, asked);
    else if (why) await keep(shelf, code, { code, refusal: why });
    else return stopped(heard);
  }
  return null;
}

async function found(
  shelf: Shelf,
  code: string,
  answer: ReportAnswer,
  asked: number,
): Promise<string> {
  await shelf.write(["outbox", "report", "meta"], async (tx) => {
    const kept = await tx.objectStore("report").get(answer.id);
    await tx.objectStore("report").put({ ...(kept ?? stranger(answer)), code, gone: false });
    await put(tx, shelf, answer.id, answer, asked);
    await set(tx, code, null);
  });
  return answer.id;
}

function keep(shelf: Shelf, code: string, to: CodeToFind | null): Promise<void> {
  return shelf.write(["meta"], (tx) => set(tx, code, to));
}

async function set(tx: TenantTx, code: string, to: CodeToFind | null): Promise<void> {
  const meta = tx.objectStore("meta");
  const codes = ((await meta.get("codes")) ?? []) as CodeToFind[];
  const others = codes.filter((one) => one.code !== code);
  await meta.put(to ? [...others, to] : others, "codes");
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
