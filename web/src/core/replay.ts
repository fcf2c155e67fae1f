import type { Phone } from "./phone";
import { sentence } from "./refused";
import type { Item, Truth } from "./shapes";
import type { Mutation } from "./store";
import type { Account, Fields, Message, Person } from "./values";

/** Server's copy + what is parked + what was sent but not pulled + the outbox, in that order. */
export function replay(phone: Phone, slow: boolean): Map<string, Item> {
  const { observation, quarantine, sent, outbox, upload } = phone.view;
  const account = phone.account.value;
  const items = new Map<string, Item>();
  for (const value of observation.value) {
    const item = { ...value, truth: "office" as Truth, parked: null };
    items.set(value.id, { ...item, photosWaiting: 0, photosRefused: [] });
  }
  for (const { state, reason, message, answers, ...mutation } of quarantine.value) {
    if (state === "admitted") continue;
    if (mutation.name === "observation.record") apply(items, mutation, account);
    park(items.get(mutation.entity), { reason, message, answers });
  }
  const open = sent.value.filter((row) => !row.pulled).sort((a, b) => a.n - b.n);
  for (const row of open) {
    apply(items, row, account);
    const reason = row.reason ?? "unknown";
    const parked = { reason, message: sentence("parked"), answers: [] };
    if (row.status === "quarantined") park(items.get(row.entity), parked);
  }
  for (const row of outbox.value) {
    apply(items, row, account);
    const item = items.get(row.entity);
    const sending = (!slow && phone.sending.value.has(row.id)) || item?.truth === "sending";
    if (item) item.truth = sending ? "sending" : "waiting";
  }
  const uploads = new Map(upload.value.map((row) => [row.sha256, row]));
  if (uploads.size > 0) for (const item of items.values()) addPhotos(item, uploads);
  return items;
}

type Uploads = Map<string, Phone["view"]["upload"]["value"][number]>;

function addPhotos(item: Item, uploads: Uploads): void {
  for (const { sha256, stored } of item.photos) {
    const upload = uploads.get(sha256);
    if (stored || !upload) continue;
    if (upload.state === "waiting") item.photosWaiting++;
    if (upload.state !== "refused") continue;
    const reason = upload.reason ?? "photo.refused";
    item.photosRefused.push({ sha256, reason: /\s/.test(reason) ? reason : sentence(reason) });
  }
  if (item.photosWaiting > 0 && item.truth === "office") item.truth = "waiting";
}

function park(item: Item | undefined, parked: NonNullable<Item["parked"]>): void {
  if (item) Object.assign(item, { truth: "parked", parked });
}

type Wish = Pick<Mutation, "id" | "name" | "entity" | "at" | "args">;

function apply(items: Map<string, Item>, wish: Wish, account: Account | null): void {
  const item = items.get(wish.entity);
  if (wish.name === "observation.record") {
    if (!item) items.set(wish.entity, fresh(wish, account));
    return;
  }
  if (!item) return;
  if (wish.name === "observation.withdraw") item.state = "withdrawn";
  if (wish.name === "observation.amend") amend(item, wish.args as Partial<Fields>);
  if (wish.name === "observation.reply") reply(item, wish, account);
}

function amend(item: Item, { photos, ...fields }: Partial<Fields>): void {
  Object.assign(item, fields);
  if (photos) item.photos = pictures(photos, item);
}

function reply(item: Item, { id, args, at }: Wish, account: Account | null): void {
  if (item.messages.some((message) => message.id === id)) return;
  const text = String(args.text ?? "");
  const message: Message = {
    id,
    kind: "reply",
    text,
    by: person(account),
    at,
    isOnPhone: true,
  };
  item.messages = [...item.messages, message];
  item.awaits = "office";
}

function fresh({ entity, args, at }: Wish, account: Account | null): Item {
  const fields = args as Partial<Fields>;
  return {
    id: entity,
    district: null,
    author: person(account),
    category: fields.category ?? "other",
    text: fields.text ?? "",
    otherTexts: [],
    urgency: fields.urgency ?? "later",
    place: fields.place ?? null,
    visit: fields.visit ?? null,
    wantsHelp: fields.wantsHelp ?? false,
    round: fields.round ?? null,
    photos: pictures(fields.photos ?? []),
    state: "new",
    awaits: "office",
    outcome: null,
    observedAt: at,
    claimedAt: at,
    receivedAt: null,
    changedAt: null,
    revision: 0,
    sensitive: false,
    review: null,
    messages: [],
    truth: "office",
    parked: null,
    photosWaiting: 0,
    photosRefused: [],
  };
}

function pictures(shas: string[], item?: Item): Item["photos"] {
  const stored = new Set(item?.photos.filter((photo) => photo.stored).map(({ sha256 }) => sha256));
  return shas.map((sha256) => ({ sha256, stored: stored.has(sha256) }));
}

function person(account: Account | null): Person {
  return { id: account?.id ?? "", name: account?.name ?? "", fullName: account?.fullName ?? "" };
}
