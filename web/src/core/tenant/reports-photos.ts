import { Refused } from "../refused";
import { named, type TenantName, type TenantTx } from "./store";
import type { Shelf } from "./reports-shelf";

const week = 7 * 24 * 3_600_000;
const where: TenantName[] = ["draft", "outbox", "photo", "upload"];

/** Tries to write; on a full phone lets go of what the office has and tries once more. */
export async function keep(shelf: Shelf, write: () => Promise<void>): Promise<boolean> {
  for (const last of [false, true]) {
    try {
      await write();
      return true;
    } catch (error) {
      const full = error instanceof Refused && error.code === "storage.full";
      if (!full && !named(error, "QuotaExceededError")) throw error;
      if (!last) await free(shelf, 0);
    }
  }
  return false;
}

/** Deletes bytes that no draft and no report on this phone needs any more. */
export async function releaseBytes(tx: TenantTx, shas: string[]): Promise<void> {
  const drafts = await tx.objectStore("draft").getAll();
  const used = new Set(drafts.flatMap((draft) => draft.photos.map((photo) => photo.sha256)));
  for (const sha256 of shas) {
    if (used.has(sha256) || (await tx.objectStore("upload").get(sha256))) continue;
    await tx.objectStore("photo").delete(sha256);
  }
}

/** For a report that has left the shelf: another one may name the same photos, and keeps them. */
export async function releasePhotos(tx: TenantTx, shas: string[]): Promise<void> {
  const others = await tx.objectStore("report").getAll();
  const named = new Set(others.flatMap(({ photos }) => photos));
  for (const sha256 of shas) {
    if (!named.has(sha256)) await tx.objectStore("upload").delete(sha256);
  }
  await releaseBytes(tx, shas);
}

/** A picture that is with the office leaves the phone after a week. */
export function tidy(shelf: Shelf): Promise<void> {
  return free(shelf, week);
}

async function free(shelf: Shelf, age: number): Promise<void> {
  const before = shelf.env.now() - age;
  await shelf.write(where, async (tx) => {
    const drafts = await tx.objectStore("draft").getAll();
    const held = new Set(drafts.flatMap((draft) => draft.photos.map((photo) => photo.sha256)));
    for (const row of await tx.objectStore("outbox").getAll()) {
      if (row.what === "report") row.body.photos?.forEach((sha256) => held.add(sha256));
    }
    const uploads = await tx.objectStore("upload").getAll();
    const waiting = uploads.filter(({ sentAt }) => sentAt === null || sentAt > before);
    waiting.forEach(({ sha256 }) => held.add(sha256));
    for (const sha256 of await tx.objectStore("photo").getAllKeys()) {
      if (!held.has(sha256)) await tx.objectStore("photo").delete(sha256);
    }
  });
}
