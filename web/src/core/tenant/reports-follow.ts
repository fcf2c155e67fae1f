import type { Http } from "../http";
import { Refused, NoConnection } from "../refused";
import { refusal, stopped, told, type Stop } from "./reports-answers";
import { readCode } from "./reports-code";
import type { ReportAnswer, ReportKept } from "./reports-values";
import type { Shelf } from "./reports-shelf";
import type { TenantTx } from "./store";

const root = "/api/public/reports";
const day = 24 * 3_600_000;
const week = 7 * day;

/** Asks the office about every report that has arrived; one that is closed, once a day. */
export async function follow(shelf: Shelf, http: Http, only?: string): Promise<Stop | null> {
  for (const { id } of shelf.report.value) {
    const kept = shelf.report.value.find((one) => one.id === id);
    if (!kept?.code || kept.gone || (only !== undefined && id !== only)) continue;
    const age = shelf.env.now() - (kept.fetchedAt ?? -Infinity);
    if (only === undefined && kept.answer?.state === "closed" && age >= 0 && age < day) continue;
    const heard = await http.answer("GET", `${root}/${kept.code}`);
    const answer = told(heard, id);
    if (answer) await take(shelf, id, answer);
    else if (refusal(heard)?.code === "report.unknown") await lose(shelf, id);
    else return stopped(heard);
  }
  return null;
}

/** A code from a card, or of another phone: looked up now, and kept here from then on. */
export async function add(shelf: Shelf, http: Http, typed: string): Promise<string> {
  const code = readCode(typed);
  if (!code) throw new Refused(0, "report.code");
  const known = shelf.report.value.find((one) => one.code === code);
  if (known) return known.id;
  const heard = await http.answer("GET", `${root}/${code}`);
  const answer = told(heard, null);
  if (!answer) {
    const why = refusal(heard);
    if (why) throw new Refused(why.status, why.code, why.message || undefined);
    if (heard.status === 429) throw new Refused(429, "busy");
    throw new NoConnection();
  }
  await shelf.write(["report"], async (tx) => {
    const kept = await tx.objectStore("report").get(answer.id);
    await tx.objectStore("report").put({ ...(kept ?? stranger(answer)), code, gone: false });
    await put(tx, shelf, answer.id, answer);
  });
  return answer.id;
}

function take(shelf: Shelf, id: string, answer: ReportAnswer): Promise<void> {
  return shelf.write(["report", "upload", "photo"], async (tx) => {
    await put(tx, shelf, id, answer);
    // A copy that was put back may lack a photo that had arrived before.
    await sendAgain(tx, answer.missingPhotos ?? []);
  });
}

async function put(tx: TenantTx, shelf: Shelf, id: string, answer: ReportAnswer): Promise<void> {
  const kept = await tx.objectStore("report").get(id);
  if (!kept) return;
  const { sent, ...rest } = kept;
  const again = sent && isRecent(shelf, kept) ? { sent } : {};
  const heard = { answer, fetchedAt: shelf.env.now(), hasContact: answer.hasContact };
  await tx.objectStore("report").put({ ...rest, ...again, ...heard });
}

/**
 * A copy that the office put back lacks what came after it: that goes again. Of all else its time
 * is over, or it never was: what is on this phone stays until somebody takes it away.
 */
function lose(shelf: Shelf, id: string): Promise<void> {
  return shelf.write(["outbox", "report", "upload", "photo"], async (tx) => {
    const kept = await tx.objectStore("report").get(id);
    if (!kept) return;
    const { sent: body, ...rest } = kept;
    if (!body || kept.answer?.state === "closed" || !isRecent(shelf, kept)) {
      await tx.objectStore("report").put({ ...rest, gone: true, hasContact: false });
      return;
    }
    await tx.objectStore("outbox").put({
      ...{ id, report: id, what: "report", body },
      ...{ at: shelf.env.now(), tries: 1, refusal: null },
    });
    await sendAgain(tx, body.photos ?? []);
  });
}

async function sendAgain(tx: TenantTx, photos: string[]): Promise<void> {
  for (const sha256 of photos) {
    const sent = await tx.objectStore("upload").get(sha256);
    if (sent?.state === "sent" && (await tx.objectStore("photo").getKey(sha256))) {
      await tx.objectStore("upload").put({ ...sent, state: "waiting", sentAt: null });
    }
  }
}

function isRecent(shelf: Shelf, kept: ReportKept): boolean {
  return shelf.env.now() - (kept.sentAt ?? -Infinity) < week;
}

function stranger(answer: ReportAnswer): ReportKept {
  const { id, kind, category, text, urgency, place, hasContact, receivedAt } = answer;
  return {
    ...{ id, kind, category, text: text ?? "", urgency, place, hasContact },
    ...{ createdAt: Date.parse(receivedAt), sentAt: Date.parse(receivedAt), code: null },
    ...{ photos: (answer.photos ?? []).map(({ sha256 }) => sha256), answer, fetchedAt: null },
    ...{ gone: false, readAt: null },
  };
}
