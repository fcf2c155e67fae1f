import { Refused } from "../refused";
import { releasePhotos } from "./reports-photos";
import type { Shelf } from "./reports-shelf";
import { withoutContact, type ReportDraft } from "./reports-values";
import { reportStores } from "./store";

/** A report that the office would not take, as the draft that it was. */
export async function mend(
  shelf: Shelf,
  id: string,
  atHome: (draft: ReportDraft) => ReportDraft,
): Promise<ReportDraft> {
  const { env, sending } = shelf;
  if (sending.value.has(id)) throw new Refused(0, "busy");
  return shelf.write(reportStores, async (tx) => {
    const row = await tx.objectStore("outbox").get(id);
    const kept = await tx.objectStore("report").get(id);
    if (row?.what !== "report" || !row.refusal || !kept) throw new Refused(0, "draft.gone");
    const body = kept.erased ? withoutContact(row.body) : row.body;
    const rows = (await tx.objectStore("outbox").getAll()).filter((one) => one.report === id);
    const replies = rows.flatMap((one) => (one.what === "reply" ? one.text : []));
    const draft = atHome({
      // The office holds something else under this id: it becomes another report.
      ...{ id: row.refusal.status === 409 ? env.newId() : id, kind: body.kind, version: 1 },
      ...{ createdAt: kept.createdAt, changedAt: env.now(), district: body.district },
      ...{ category: body.category ?? null, text: [body.text ?? "", ...replies].join("\n\n").trim() },
      ...{ urgency: body.urgency ?? "later", place: body.place ?? null },
      photos: (body.photos ?? []).map((sha256) => ({ sha256, kept: true })),
      ...{ phone: body.contact?.phone ?? "", email: body.contact?.email ?? "" },
      alsoSeen: body.alsoSeen ?? null,
    });
    await tx.objectStore("draft").put(draft);
    // What goes along with this one must not reach the next: it would erase a number given since.
    for (const one of rows) await tx.objectStore("outbox").delete(one.id);
    await tx.objectStore("report").delete(id);
    await releasePhotos(tx, kept.photos);
    return draft;
  });
}
