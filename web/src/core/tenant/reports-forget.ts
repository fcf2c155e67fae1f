import { releaseBytes, releasePhotos } from "./reports-photos";
import { readNow } from "./reports-reading";
import { silence } from "./reports-silence";
import type { Shelf } from "./reports-shelf";
import type { ReportDraft, ReportKept } from "./reports-values";
import { reportStores, type TenantTx } from "./store";

const day = 24 * 3_600_000;
const month = 30 * day;

/** What nobody sent by then goes: a phone is lent, and sold. */
export function lapsesAt(draft: ReportDraft): number {
  return draft.changedAt + month;
}

/**
 * Only while the server agrees about the day, and counted from when it first did: a phone whose
 * clock is wrong, or was when it was written, throws nothing away. `offset` is the server's clock
 * minus this phone's.
 */
export async function dropLapsed(shelf: Shelf, offset: number | null): Promise<void> {
  if (offset === null || Math.abs(offset) > day) return;
  const now = shelf.env.now();
  const isDue = (draft: ReportDraft) => draft.dated !== draft.version || lapsesAt(draft) <= now;
  if (!shelf.draft.value.some(isDue)) return;
  await shelf.write(reportStores, async (tx) => {
    for (const draft of await tx.objectStore("draft").getAll()) {
      if (draft.dated !== draft.version) {
        await tx.objectStore("draft").put({ ...draft, changedAt: now, dated: draft.version });
      } else if (lapsesAt(draft) <= now) {
        await tx.objectStore("draft").delete(draft.id);
        await releaseBytes(tx, draft.photos.map(({ sha256 }) => sha256));
      }
    }
  });
}

/** Off this phone, with all that waits; what has arrived stays with the office. */
export function forget(shelf: Shelf, id: string): Promise<void> {
  return shelf.write([...reportStores, "meta"], async (tx) => {
    const kept = await tx.objectStore("report").get(id);
    if (kept) await remove(tx, shelf, kept);
  });
}

/** Everything, drafts and codes too. A phone that was emptied does not go on ringing: see silence. */
export function forgetAll(shelf: Shelf): Promise<void> {
  return shelf.write([...reportStores, "meta"], async (tx) => {
    const now = shelf.env.now();
    for (const kept of await tx.objectStore("report").getAll()) await silence(tx, kept, now);
    for (const name of reportStores) await tx.objectStore(name).clear();
    await tx.objectStore("meta").delete("codes");
  });
}

/** Whether it stays here, as whoever looked it up by its code says. */
export function stay(shelf: Shelf, id: string, own: boolean): Promise<void> {
  return shelf.write(["report"], async (tx) => {
    const kept = await tx.objectStore("report").get(id);
    if (!kept) return;
    const { stay: _, ...rest } = kept;
    await tx.objectStore("report").put(own ? rest : { ...rest, stay: "leave" });
  });
}

/** Read, and nobody said that it may stay: then the phone is not known to be the reader's own. */
export async function leaveUnanswered(shelf: Shelf): Promise<void> {
  const elsewhere = await readNow(shelf.env);
  const isUnanswered = ({ id, stay, readAt }: ReportKept) =>
    stay === "ask" && readAt !== null && !elsewhere.has(id);
  if (!shelf.report.value.some(isUnanswered)) return;
  await shelf.write(["report"], async (tx) => {
    for (const kept of (await tx.objectStore("report").getAll()).filter(isUnanswered)) {
      await tx.objectStore("report").put({ ...kept, stay: "leave" });
    }
  });
}

/** What was only looked at goes once it is closed, in each tab, and no reply waits that may still go. */
export async function dropLeft(shelf: Shelf): Promise<void> {
  const elsewhere = await readNow(shelf.env);
  const isLeft = ({ id, stay }: ReportKept) =>
    stay === "leave" && id !== shelf.reading && !elsewhere.has(id);
  if (!shelf.report.value.some(isLeft)) return;
  await shelf.write([...reportStores, "meta"], async (tx) => {
    const rows = await tx.objectStore("outbox").getAll();
    const waiting = rows.filter(({ refusal }) => !refusal).map(({ report }) => report);
    for (const kept of await tx.objectStore("report").getAll()) {
      if (isLeft(kept) && !waiting.includes(kept.id)) await remove(tx, shelf, kept);
    }
  });
}

async function remove(tx: TenantTx, shelf: Shelf, kept: ReportKept): Promise<void> {
  const { id, photos } = kept;
  await silence(tx, kept, shelf.env.now());
  await tx.objectStore("report").delete(id);
  for (const row of await tx.objectStore("outbox").getAll()) {
    if (row.report === id) await tx.objectStore("outbox").delete(row.id);
  }
  await releasePhotos(tx, photos);
}
