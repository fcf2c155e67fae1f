import type { Http } from "../http";
import { holdsAll, refusal, stopped, told, type Stop } from "./reports-answers";
import { dated, isRecent, queueAgain, uploadAgain } from "./reports-again";
import type { ReportAnswer } from "./reports-values";
import type { Shelf } from "./reports-shelf";
import type { TenantTx } from "./store";

const root = "/api/public/reports";
const day = 24 * 3_600_000;

/** Asks the office about every report that has arrived; one that is closed, once a day. */
export async function follow(shelf: Shelf, http: Http, only?: string): Promise<Stop | null> {
  let stop: Stop | null = null;
  for (const { id } of shelf.report.value) {
    const kept = shelf.report.value.find((one) => one.id === id);
    if (!kept?.code || kept.gone || (only !== undefined && id !== only)) continue;
    const age = shelf.env.now() - (kept.fetchedAt ?? -Infinity);
    if (only === undefined && kept.answer?.state === "closed" && age >= 0 && age < day) continue;
    const asked = shelf.env.now();
    const heard = await http.answer("GET", `${root}/${kept.code}`);
    const answer = told(heard, id);
    if (answer) await take(shelf, id, answer, asked);
    else if (refusal(heard)?.code === "report.unknown") await lose(shelf, id);
    else if (holdsAll((stop = stopped(heard)))) return stop;
  }
  return stop;
}

function take(shelf: Shelf, id: string, answer: ReportAnswer, asked: number): Promise<void> {
  return shelf.write(["outbox", "report", "upload", "photo", "meta"], async (tx) => {
    await put(tx, shelf, id, answer, asked);
    // A copy that was put back may lack a photo that had arrived before.
    await uploadAgain(tx, answer.missingPhotos ?? []);
  });
}

export async function put(
  tx: TenantTx,
  shelf: Shelf,
  id: string,
  answer: ReportAnswer,
  asked: number,
): Promise<void> {
  const kept = await tx.objectStore("report").get(id);
  if (!kept) return;
  const { sent, replied = [], ...rest } = kept;
  const now = shelf.env.now();
  const still = {
    ...(sent && isRecent(kept.sentAt, now) ? { sent } : {}),
    replied: replied.filter(({ at }) => isRecent(at, now)).map((one) => dated(one, now, asked)),
  };
  const heard = { answer, fetchedAt: now, hasContact: answer.hasContact };
  await tx.objectStore("report").put({ ...rest, ...still, ...heard });
  await queueAgain(tx, { ...rest, ...still }, answer, asked);
}

/**
 * A copy that the office put back lacks what came after it: that goes again. Of all else its time
 * is over, or it never was: what is on this phone stays until somebody takes it away.
 */
function lose(shelf: Shelf, id: string): Promise<void> {
  return shelf.write(["outbox", "report", "upload", "photo"], async (tx) => {
    const kept = await tx.objectStore("report").get(id);
    if (!kept) return;
    const { sent: body, replied: _, ...rest } = kept;
    const now = shelf.env.now();
    if (!body || kept.answer?.state === "closed" || !isRecent(kept.sentAt, now)) {
      await tx.objectStore("report").put({ ...rest, gone: true, hasContact: false });
      return;
    }
    const outbox = tx.objectStore("outbox");
    // It is on its way again, or refused and for somebody to mend.
    if (await outbox.getKey(id)) return;
    // Refused because it was not there: what belongs to it goes again, after it.
    for (const row of await outbox.getAll()) {
      if (row.report === id && row.refusal) await outbox.put({ ...row, refusal: null });
    }
    await outbox.put({
      ...{ id, report: id, what: "report", body },
      ...{ at: kept.createdAt, tries: 1, refusal: null },
    });
    await uploadAgain(tx, body.photos ?? []);
  });
}
