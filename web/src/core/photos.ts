import type { Environment } from "./environment";
import type { Http } from "./http";
import type { Phone } from "./phone";
import { Refused } from "./refused";
import { named, type Name, type Tx } from "./store";

const week = 7 * 24 * 3_600_000;
const where: Name[] = ["draft", "outbox", "sent", "photo", "upload"];

export interface Prepared {
  sha256: string;
  bytes: ArrayBuffer;
}

/** Small, upright and without EXIF before anything is stored. */
export async function prepare(env: Environment, source: Blob): Promise<Prepared> {
  const bytes = env.shrink ? await env.shrink(source) : await source.arrayBuffer();
  return { sha256: await env.sha256(bytes), bytes };
}

/** Tries to write; on a full phone frees what the office has and tries once more. */
export async function store(
  phone: Phone,
  photo: Prepared,
  write: (put: (tx: Tx) => Promise<void>) => Promise<void>,
): Promise<boolean> {
  const put = async (tx: Tx) => {
    await tx.objectStore("photo").put(photo);
  };
  for (const last of [false, true]) {
    try {
      await write(put);
      return true;
    } catch (error) {
      if (!named(error, "QuotaExceededError") && !isFull(error)) throw error;
      if (!last) await free(phone, 0);
    }
  }
  return false;
}

function isFull(error: unknown): boolean {
  return error instanceof Refused && error.code === "storage.full";
}

/** The phone's own bytes, else the server's. */
export async function bytesOf(
  phone: Phone,
  http: Http,
  sha256: string,
): Promise<ArrayBuffer | null> {
  const kept = await phone.own.read(["photo"], (tx) => tx.objectStore("photo").get(sha256));
  if (kept) return kept.bytes;
  return http.bytes(`/api/photos/${sha256}`).catch(() => null);
}

/** Deletes bytes that nothing on this phone points to any more. */
export async function releaseBytes(tx: Tx, shas: string[]): Promise<void> {
  const drafts = await tx.objectStore("draft").getAll();
  const used = new Set(drafts.flatMap((draft) => draft.photos.map((photo) => photo.sha256)));
  for (const sha256 of shas) {
    if (used.has(sha256) || (await tx.objectStore("upload").get(sha256))) continue;
    await tx.objectStore("photo").delete(sha256);
  }
}

/** What is with the office, text and picture, leaves the phone after a week. */
export function tidy(phone: Phone): Promise<void> {
  return free(phone, week);
}

async function free(phone: Phone, age: number): Promise<void> {
  const before = phone.env.now() - age;
  await phone.write(where, async (tx) => {
    // Not confirmed, or confirmed and not yet durable: these bytes may be asked for again.
    const rows = [
      ...(await tx.objectStore("outbox").getAll()),
      ...(await tx.objectStore("sent").getAll()),
    ];
    const held = new Set(rows.flatMap((row) => (row.args.photos as string[] | undefined) ?? []));
    const drafts = await tx.objectStore("draft").getAll();
    drafts.forEach((draft) => draft.photos.forEach((photo) => held.add(photo.sha256)));
    for (const { sha256, state, sentAt } of await tx.objectStore("upload").getAll()) {
      if (state !== "sent" || held.has(sha256) || sentAt === null || sentAt > before) continue;
      await tx.objectStore("upload").delete(sha256);
      await tx.objectStore("photo").delete(sha256);
    }
    for (const sha256 of await tx.objectStore("photo").getAllKeys()) {
      if (held.has(sha256) || (await tx.objectStore("upload").get(sha256))) continue;
      await tx.objectStore("photo").delete(sha256);
    }
  });
}
