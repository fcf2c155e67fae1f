import type { Phone } from "./phone";
import { Refused } from "./refused";
import type { Draft } from "./shapes";
import type { Mutation } from "./store";
import { enqueue, release } from "./sync/outbox";

const format = "buurtronde-unsent";

interface File {
  format: typeof format;
  version: 1;
  account: string;
  mutations: Mutation[];
  drafts: Draft[];
  photos: { sha256: string; data: string }[];
}

/** Everything that is not with the office yet, photos included, as one file. */
export async function exportFile(phone: Phone): Promise<Blob> {
  const file = await phone.own.read(["outbox", "draft", "photo", "upload"], async (tx) => {
    const mutations = await tx.objectStore("outbox").getAll();
    const drafts = await tx.objectStore("draft").getAll();
    const uploads = await tx.objectStore("upload").getAll();
    const shas = new Set(uploads.filter((row) => row.state !== "sent").map((row) => row.sha256));
    drafts.forEach((draft) => draft.photos.forEach((photo) => shas.add(photo.sha256)));
    const photos = [];
    for (const sha256 of shas) {
      const photo = await tx.objectStore("photo").get(sha256);
      if (photo) photos.push({ sha256, data: toBase64(photo.bytes) });
    }
    return { mutations, drafts, photos };
  });
  const account = phone.account.value!.id;
  const text = JSON.stringify({ format, version: 1, account, ...file } satisfies File);
  return new Blob([text], { type: "application/json" });
}

/** Answers how many were new here. What this phone or the server knows already is not doubled. */
export async function importFile(phone: Phone, text: string): Promise<number> {
  const file = parse(text);
  if (file.account !== phone.account.value?.id) throw new Refused(0, "unsent.other-account");
  const photos: { sha256: string; bytes: ArrayBuffer }[] = [];
  for (const { sha256, data } of file.photos) {
    const bytes = fromBase64(data);
    if ((await phone.env.sha256(bytes)) === sha256) photos.push({ sha256, bytes });
  }
  return phone.write(["outbox", "sent", "draft", "photo", "upload", "meta"], async (tx) => {
    const outbox = await tx.objectStore("outbox").getAll();
    const sent = await tx.objectStore("sent").getAll();
    const known = new Set([...outbox, ...sent].map((row) => row.id));
    const entities = new Set([...outbox, ...sent].map((row) => row.entity));
    let added = 0;
    for (const { sha256, bytes } of photos) await tx.objectStore("photo").put({ sha256, bytes });
    for (const { n: _, id, ...wish } of [...file.mutations].sort((a, b) => a.n - b.n)) {
      if (known.has(id)) continue;
      await enqueue(phone, tx, wish, id);
      if (wish.name === "observation.record") await tx.objectStore("draft").delete(wish.entity);
      entities.add(wish.entity);
      added++;
    }
    for (const draft of file.drafts) {
      if (entities.has(draft.id) || (await tx.objectStore("draft").get(draft.id))) continue;
      await tx.objectStore("draft").put(draft);
      added++;
    }
    const loose = new Set(file.drafts.flatMap((draft) => draft.photos.map((row) => row.sha256)));
    const rest = photos.map((photo) => photo.sha256).filter((sha) => !loose.has(sha));
    await release(tx, rest);
    return added;
  });
}

function parse(text: string): File {
  try {
    const file = JSON.parse(text) as File;
    const lists = [file.mutations, file.drafts, file.photos];
    if (file.format === format && file.version === 1 && lists.every(Array.isArray)) return file;
  } catch {
    // Said below, in words that help.
  }
  throw new Refused(0, "unsent.unreadable");
}

function toBase64(bytes: ArrayBuffer): string {
  const view = new Uint8Array(bytes);
  let text = "";
  for (let i = 0; i < view.length; i += 0x8000) {
    text += String.fromCharCode(...view.subarray(i, i + 0x8000));
  }
  return btoa(text);
}

function fromBase64(text: string): ArrayBuffer {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer;
  } catch {
    throw new Refused(0, "unsent.unreadable");
  }
}
