import { getMeta, putMeta, type Phone } from "../phone";
import type { Mutation, Name, Sent, Tx } from "../store";
import type { Pushed } from "./protocol";

/** The stores that every change of the queue works on, in one transaction. */
export const queue: Name[] = ["outbox", "sent", "upload", "meta"];

/** Adds one mutation, numbered on from the last one of this device. */
export async function enqueue(
  phone: Phone,
  tx: Tx,
  wish: Pick<Mutation, "name" | "entity" | "base" | "epoch"> & { at?: string; args: object },
  id = phone.env.newId(),
): Promise<void> {
  const n = (await getMeta(tx, "nextN")) ?? 1;
  const at = wish.at ?? new Date(phone.env.now()).toISOString();
  const args = wish.args as Record<string, unknown>;
  // Without a cursor the copy on this phone is of the server's life before, or of none.
  const fresh = wish.base !== null && (await getMeta(tx, "cursor"));
  const epoch = wish.epoch ?? (fresh ? ((await getMeta(tx, "epoch")) ?? undefined) : undefined);
  const base = epoch ? wish.base : null;
  await tx.objectStore("outbox").put({ ...wish, n, id, base, ...(epoch ? { epoch } : {}), at, args });
  await putMeta(tx, "nextN", n + 1);
}

/** Photos that came with a mutation are ready to go once its text is there. */
export async function release(tx: Tx, shas: string[]): Promise<void> {
  const uploads = tx.objectStore("upload");
  for (const sha256 of shas) {
    const known = await uploads.get(sha256);
    if (known && known.state !== "refused") continue;
    await uploads.put({ sha256, state: "waiting", refusals: 0, reason: null, sentAt: null });
  }
}

/** Takes in an answer: what it names is sent, what it does not name is not. */
export async function settle(tx: Tx, batch: Mutation[], answer: Pushed): Promise<number> {
  if (await changedEpoch(tx, answer.epoch)) await resend(tx);
  let settled = 0;
  for (const { id, status, revision, reason } of answer.results) {
    const row = batch.find((row) => row.id === id);
    if (!row || (await tx.objectStore("outbox").get(row.n))?.id !== id) continue;
    await tx.objectStore("outbox").delete(row.n);
    await tx.objectStore("sent").put({ ...row, status, revision, reason, pulled: false });
    settled++;
  }
  for (const sha256 of answer.missingPhotos) {
    const upload = await tx.objectStore("upload").get(sha256);
    if (upload?.state === "sent") await tx.objectStore("upload").put({ ...upload, state: "waiting" });
  }
  await putMeta(tx, "durableThrough", answer.durableThrough);
  await forget(tx);
  return settled;
}

/** Lets go of what the server holds durably and what came back in a pull. */
export async function forget(tx: Tx): Promise<void> {
  const durable = (await getMeta(tx, "durableThrough")) ?? 0;
  for (const row of await tx.objectStore("sent").getAll()) {
    if (row.pulled && row.n <= durable) await tx.objectStore("sent").delete(row.id);
  }
}

/** Remembers the server's epoch; true when it was another one, so the server was restored. */
export async function changedEpoch(tx: Tx, epoch: string): Promise<boolean> {
  const known = await getMeta(tx, "epoch");
  if (known === epoch) return false;
  await putMeta(tx, "epoch", epoch);
  return typeof known === "string";
}

/** A restored server may have forgotten all that was not durable: send it again. */
export async function resend(tx: Tx): Promise<void> {
  const durable = (await getMeta(tx, "durableThrough")) ?? 0;
  await reopen(tx, (row) => row.n > durable);
  for (const upload of await tx.objectStore("upload").getAll()) {
    if (upload.state === "sent") await tx.objectStore("upload").put({ ...upload, state: "waiting" });
  }
  await putMeta(tx, "cursor", null);
}

/** The server misses `expected`. False when this phone cannot give it any more. */
export async function fill(tx: Tx, expected: number): Promise<boolean> {
  await reopen(tx, (row) => row.n >= expected);
  return (await tx.objectStore("outbox").get(expected)) !== undefined;
}

/** Starts again as a new device: same mutations, numbered from 1 without a hole. */
export async function renumber(tx: Tx, device: string): Promise<void> {
  const sent = await tx.objectStore("sent").getAll();
  const rows = [...sent.map(bare), ...(await tx.objectStore("outbox").getAll())];
  rows.sort((a, b) => a.n - b.n);
  await tx.objectStore("sent").clear();
  await tx.objectStore("outbox").clear();
  for (const [i, row] of rows.entries()) await tx.objectStore("outbox").put({ ...row, n: i + 1 });
  await putMeta(tx, "device", device);
  await putMeta(tx, "nextN", rows.length + 1);
  await putMeta(tx, "durableThrough", 0);
}

/** Puts the first row last, so that one the server cannot take does not hold up the others. */
export async function rotate(tx: Tx): Promise<void> {
  const rows = await tx.objectStore("outbox").getAll();
  const turned = [...rows.slice(1), rows[0]!];
  for (const [i, row] of turned.entries()) {
    await tx.objectStore("outbox").put({ ...row, n: rows[i]!.n });
  }
}

async function reopen(tx: Tx, which: (row: Sent) => boolean): Promise<void> {
  for (const row of await tx.objectStore("sent").getAll()) {
    if (!which(row)) continue;
    await tx.objectStore("sent").delete(row.id);
    await tx.objectStore("outbox").put(bare(row));
  }
}

function bare({ n, id, name, entity, base, epoch, at, args }: Sent): Mutation {
  return { n, id, name, entity, base, ...(epoch ? { epoch } : {}), at, args };
}
