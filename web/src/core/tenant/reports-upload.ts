import { said, type Answer, type Http } from "../http";
import { offline, stopped, type Stop } from "./reports-answers";
import type { ReportPhoto } from "./reports-values";
import type { Shelf } from "./reports-shelf";

/** After this many refusals of one photo the others go on and its reason is shown. */
const patience = 3;

/** Sends every waiting photo whose report has arrived. */
export async function upload(shelf: Shelf, http: Http): Promise<Stop | null> {
  const held = heldPhotos(shelf);
  let stop: Stop | null = null;
  for (const photo of shelf.upload.value) {
    if (photo.state !== "waiting" || held.has(photo.sha256)) continue;
    const bytes = await shelf.bytes(photo.sha256);
    if (!bytes) {
      await note(shelf, { ...photo, state: "refused", reason: "photo.lost" });
      continue;
    }
    const path = `/api/public/photos/${photo.sha256}`;
    const answer = await http.answer("PUT", path, { bytes, seconds: 120 });
    if (isStored(answer, photo.sha256)) {
      await note(shelf, { ...photo, state: "sent", sentAt: shelf.env.now() });
    } else if (isRefusal(answer)) {
      const refusals = photo.refusals + 1;
      const state = refusals < patience ? "waiting" : "refused";
      await note(shelf, { ...photo, refusals, state, reason: said(answer) ?? "photo.refused" });
    } else {
      stop = said(answer) === "hash" ? { ...offline, state: "refused" } : stopped(answer);
      // The line altered this one, or it alone breaks the server: the next one gets its turn.
      if (said(answer) !== "hash" && answer.status !== 500) return stop;
    }
  }
  return stop;
}

/** Those that only reports name which have not arrived. */
function heldPhotos(shelf: Shelf): Set<string> {
  const waiting = new Set(shelf.outbox.value.flatMap(({ what, id }) => (what === "report" ? id : [])));
  const arrived = shelf.report.value.filter(({ id }) => !waiting.has(id));
  const free = new Set(arrived.flatMap(({ photos }) => photos));
  return new Set(shelf.upload.value.map(({ sha256 }) => sha256).filter((sha256) => !free.has(sha256)));
}

/** Anything on the way can say 200; only our server names the photo. */
function isStored({ status, json }: Answer, sha256: string): boolean {
  return (status === 200 || status === 201) && (json as { sha256?: string } | undefined)?.sha256 === sha256;
}

function isRefusal(answer: Answer): boolean {
  const word = said(answer);
  const about = [400, 404, 413, 415, 422].includes(answer.status);
  return about && word !== undefined && word !== "hash";
}

async function note(shelf: Shelf, photo: ReportPhoto): Promise<void> {
  await shelf.write(["upload"], async (tx) => {
    if (await tx.objectStore("upload").get(photo.sha256)) await tx.objectStore("upload").put(photo);
  });
}
