import { said, type Answer, type Http } from "../http";
import type { Phone } from "../phone";
import type { Session } from "../session";
import type { Upload } from "../store";
import { stopped, type Stop } from "./protocol";

/** After this many refusals of one photo the others go on and its reason is shown. */
const patience = 3;

/** Sends every waiting photo whose text is with the server. */
export async function upload(phone: Phone, http: Http, session: Session): Promise<Stop | null> {
  const held = new Set(phone.view.outbox.value.flatMap((row) => (row.args.photos as string[]) ?? []));
  const ready = phone.view.upload.value.filter(
    ({ state, sha256 }) => state === "waiting" && !held.has(sha256),
  );
  const store = phone.own;
  let stop: Stop | null = null;
  for (const photo of ready) {
    const kept = await store.read(["photo"], (tx) => tx.objectStore("photo").get(photo.sha256));
    if (!kept) {
      await note(phone, { ...photo, state: "refused", reason: "photo.lost" });
      continue;
    }
    const path = `/api/photos/${photo.sha256}`;
    const answer = await http.answer("PUT", path, { bytes: kept.bytes, seconds: 120 });
    phone.expectSame(store);
    if (isStored(answer, photo.sha256)) {
      await note(phone, { ...photo, state: "sent", sentAt: phone.env.now() });
    } else if (isRefusal(answer)) {
      await refuse(phone, photo, answer);
    } else if (said(answer) === "hash") {
      // The line or the browser altered it: it stays queued and goes again, as often as needed.
      stop = { state: "refused", code: "sync.server", fatal: false };
    } else {
      stop = stopped(answer);
      await session.shutOut(answer);
      // A server error may be about this photo alone: the next one still gets its turn.
      if (answer.status !== 500) return stop;
    }
  }
  return stop;
}

/** Anything on the way can say 200; only our server names the photo. */
function isStored(answer: Answer, sha256: string): boolean {
  const json = answer.json as { sha256?: string } | undefined;
  return (answer.status === 200 || answer.status === 201) && json?.sha256 === sha256;
}

/** A page that is not ours, as of a proxy, refuses nothing: the photo goes again. */
function isRefusal(answer: Answer): boolean {
  const word = said(answer);
  const about = [400, 404, 413, 415, 422].includes(answer.status);
  return about && word !== undefined && word !== "hash";
}

async function refuse(phone: Phone, photo: Upload, answer: Answer): Promise<void> {
  const refusals = photo.refusals + 1;
  const reason = (answer.json as { message?: string } | undefined)?.message;
  const state = refusals < patience ? "waiting" : "refused";
  await note(phone, { ...photo, refusals, state, reason: reason ?? "photo.refused" });
}

async function note(phone: Phone, photo: Upload): Promise<void> {
  await phone.write(["upload"], (tx) => tx.objectStore("upload").put(photo));
}
