import type { Http } from "../http";
import { getMeta, putMeta, type Phone } from "../phone";
import type { Session } from "../session";
import { nouns, type Name, type Tx } from "../store";
import { measure } from "./clock";
import { changedEpoch, forget, queue, resend } from "./outbox";
import { isNoun, pulled, stopped, type Pulled, type Stop } from "./protocol";

const stores: Name[] = [...new Set<Name>([...nouns, ...queue])];

/** Brings the server's copy up to date, a page at a time; `again` when it was restored. */
export async function pull(
  phone: Phone,
  http: Http,
  session: Session,
): Promise<Stop | "again" | null> {
  for (;;) {
    const cursor = phone.meta.value.cursor ?? null;
    const path = `/api/sync/pull?limit=500&cursor=${encodeURIComponent(cursor ?? "")}`;
    const store = phone.own;
    const answer = await http.answer("GET", path);
    phone.expectSame(store);
    const page = pulled(answer);
    if (!page) {
      await session.shutOut(answer);
      return stopped(answer);
    }
    const restored = await phone.write(stores, async (tx) => {
      await putMeta(tx, "offset", measure(page.serverTime, answer));
      if (await changedEpoch(tx, page.epoch)) {
        await resend(tx);
        return true;
      }
      // Another tab was here first: its page holds, and this one is asked for anew.
      if (((await getMeta(tx, "cursor")) ?? null) !== cursor) return false;
      await take(tx, page, cursor === null);
      return false;
    });
    if (restored) return "again";
    if (!page.more) return null;
  }
}

/** Changes and cursor together. The outbox and the drafts are never touched. */
async function take(tx: Tx, page: Pulled, first: boolean): Promise<void> {
  if (page.reset || first) for (const noun of nouns) await tx.objectStore(noun).clear();
  for (const { noun, id, revision, value, gone } of page.changes) {
    if (!isNoun(noun)) continue;
    if (gone || !value) await tx.objectStore(noun).delete(id);
    else await tx.objectStore(noun).put({ ...(value as object), id, revision } as never);
    if (noun === "observation" && value) await wantAgain(tx, value as Value);
  }
  await putMeta(tx, "cursor", page.cursor);
  if (page.more) return;
  for (const row of await tx.objectStore("sent").getAll()) {
    if (!row.pulled) await tx.objectStore("sent").put({ ...row, pulled: true });
  }
  await forget(tx);
}

type Value = { photos?: { sha256: string; stored: boolean }[] };

/** The server tells which photos it truly has, whatever an earlier answer seemed to say. */
async function wantAgain(tx: Tx, value: Value): Promise<void> {
  for (const { sha256, stored } of value.photos ?? []) {
    const upload = await tx.objectStore("upload").get(sha256);
    if (!stored && upload?.state === "sent") {
      await tx.objectStore("upload").put({ ...upload, state: "waiting" });
    }
  }
}
