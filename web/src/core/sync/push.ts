import { said, type Answer, type Http } from "../http";
import { putMeta, type Phone } from "../phone";
import type { Session } from "../session";
import type { Mutation } from "../store";
import { measure } from "./clock";
import { changedEpoch, fill, queue, renumber, resend, rotate, settle } from "./outbox";
import { pushBody, pushed, stopped, type Stop } from "./protocol";

/** How often one round mends its numbers before it leaves the rest to the next round. */
const repairs = 6;

/** Sends the outbox in order, in batches that shrink when they are too large. */
export async function push(phone: Phone, http: Http, session: Session): Promise<Stop | null> {
  let size = 50;
  let mended = 0;
  const stuck = new Set<string>();
  let renewed = false;
  for (;;) {
    const batch = firstRun(phone.view.outbox.value).slice(0, size);
    if (batch.length === 0) return null;
    if (stuck.has(batch[0]!.id)) return { state: "refused", code: "sync.server", fatal: false };
    const store = phone.own;
    const answer = await send(phone, http, batch);
    phone.expectSame(store);
    const good = pushed(answer);
    if (good) {
      const settled = await phone.write(queue, async (tx) => {
        await putMeta(tx, "offset", measure(good.serverTime, answer));
        return settle(tx, batch, good);
      });
      if (settled > 0) continue;
      return { state: "refused", code: "sync.server", fatal: true };
    }
    if (isTooLarge(answer)) {
      if (batch.length > 1) size = Math.floor(batch.length / 2);
      else if (!said(answer)) return stopped(answer);
      else {
        stuck.add(batch[0]!.id);
        await phone.write(queue, rotate);
      }
      continue;
    }
    if (answer.status === 409 && mended++ < repairs && (await mend(phone, answer))) continue;
    if (answer.status === 403 && !renewed) {
      renewed = true;
      if (await session.check()) continue;
    }
    await session.shutOut(answer);
    return stopped(answer);
  }
}

/** The rows up to the first hole, which earlier answers may have left. */
function firstRun(rows: Mutation[]): Mutation[] {
  const hole = rows.findIndex((row, i) => i > 0 && row.n !== rows[i - 1]!.n + 1);
  return hole < 0 ? rows : rows.slice(0, hole);
}

async function send(phone: Phone, http: Http, batch: Mutation[]): Promise<Answer> {
  const { device, epoch } = phone.meta.value;
  phone.sending.value = new Set(batch.map((row) => row.id));
  try {
    const body = pushBody(device!, epoch ?? null, phone.env.now(), batch);
    return await http.answer("POST", "/api/sync/push", { body });
  } finally {
    phone.sending.value = new Set();
  }
}

/** Brings the numbers in line with what the server knows; false when it did not say. */
async function mend(phone: Phone, answer: Answer): Promise<boolean> {
  const json = answer.json as { expected?: number; epoch?: string };
  const error = said(answer);
  if (error !== "gap" && error !== "conflict" && error !== "epoch") return false;
  const device = phone.env.newId();
  await phone.write(queue, async (tx) => {
    const restored = typeof json.epoch === "string" && (await changedEpoch(tx, json.epoch));
    if (restored) await resend(tx);
    const filled = error === "gap" && (await fill(tx, json.expected ?? -1));
    if (error === "conflict" || (error === "gap" && !filled)) await renumber(tx, device);
  });
  return true;
}

/**
 * 400 and 422 are about one item in the batch as well: halving finds it. A proxy may find a batch too
 * large too, but of its other pages none is about us; and numbers change for our own server's word only.
 */
function isTooLarge(answer: Answer): boolean {
  const { status } = answer;
  return status === 413 || ((status === 400 || status === 422) && said(answer) !== undefined);
}
