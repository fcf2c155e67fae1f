import { isTold } from "./reports-sign";
import type { ReportItem, ReportKept } from "./reports-values";
import type { Shelf } from "./reports-shelf";

/** What the office said, with what this phone has not seen confirmed. */
export function item(shelf: Shelf, kept: ReportKept): ReportItem {
  const { gone, readAt, sent: _, replied: __, erased: ___, sign: ____, unsigned: _____, ...rest } = kept;
  const rows = shelf.outbox.value.filter((row) => row.report === kept.id);
  const own = rows.find((row) => row.what === "report");
  const photos = shelf.upload.value.filter(({ sha256 }) => kept.photos.includes(sha256));
  const truth = (id: string, refused: boolean) =>
    shelf.sending.value.has(id) ? "sending" : refused ? "refused" : "waiting";
  return {
    ...rest,
    truth: own ? truth(own.id, own.refusal !== null) : gone ? "gone" : "office",
    refusal: own?.refusal ?? null,
    replies: rows.flatMap((row) =>
      row.what === "reply"
        ? { id: row.id, text: row.text, at: row.at, refusal: row.refusal, truth: truth(row.id, row.refusal !== null) }
        : [],
    ),
    isTold: isTold(kept),
    mayHaveArrived: own !== undefined && own.tries > 0,
    isErasing: rows.some((row) => row.what === "erasure"),
    photosWaiting: photos.filter((photo) => photo.state === "waiting").length,
    photosRefused: photos.flatMap(({ sha256, state, reason }) =>
      state === "refused" ? { sha256, reason: reason ?? "photo.refused" } : [],
    ),
    isNews: hasNews(kept, readAt),
  };
}

/** That it was received is known already; what the office wrote since is news. */
function hasNews({ answer }: ReportKept, readAt: string | null): boolean {
  return (answer?.messages ?? []).some(({ by, at }) => by === "office" && at > (readAt ?? ""));
}
