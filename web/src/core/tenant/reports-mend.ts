import { Refused } from "../refused";
import { releasePhotos } from "./reports-photos";
import type { Shelf } from "./reports-shelf";
import type { ReportDraft } from "./reports-values";
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
    const { body } = row;
    const draft = atHome({
      // The office holds something else under this id: it becomes another report.
      ...{ id: row.refusal.status === 409 ? env.newId() : id, kind: body.kind, version: 1 },
      ...{ createdAt: kept.createdAt, changedAt: env.now(), district: body.district },
      ...{ category: body.category ?? null, text: body.text ?? "" },
      ...{ urgency: body.urgency ?? "later", place: body.place ?? null },
      photos: (body.photos ?? []).map((sha256) => ({ sha256, kept: true })),
      ...{ phone: body.contact?.phone ?? "", email: body.contact?.email ?? "" },
      alsoSeen: body.alsoSeen ?? null,
    });
    await tx.objectStore("draft").put(draft);
    await tx.objectStore("outbox").delete(id);
    await tx.objectStore("report").delete(id);
    await releasePhotos(tx, kept.photos);
    return draft;
  });
}
