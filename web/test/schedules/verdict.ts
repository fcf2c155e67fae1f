import type { Item } from "../../src/core/index";
import type { Held, Row } from "./lane";
import { keyOf, Violation, type Wish } from "./ledger";
import { asking, office } from "./office";
import type { Phone } from "./phone";
import { textsThatStand } from "./texts";
import type { World } from "./world";

export interface Opened {
  id: string;
  text: string;
  otherTexts: { text: string }[];
  messages: { text: string }[];
  history: unknown[];
}

/** Compares what was saved with what the server holds, and what phones show with what it says. */
export async function judge(world: World): Promise<void> {
  const held = await world.lane.held(world.accounts, world.photos);
  onceEach(world, held);
  everyPhoto(world, held);
  const applied = held.rows.filter((row) => row.status === "applied" || row.status === "merged");
  const entities = [...new Set(applied.map((row) => row.raw.entity))];
  for (const entity of entities) {
    const opened = (await office<Opened>(world, "GET", `/api/observations/${entity}`))!;
    const rows = applied.filter((row) => row.raw.entity === entity);
    rows.forEach((row) => isThere(row, opened));
    if (!world.restored) textsThatStand(rows, opened);
  }
  for (const phone of world.phones) {
    if (phone.revoked) continue;
    await sameView(world, phone);
    sameDrafts(phone);
  }
}

/** Nothing lost, nothing doubled: as many of each as were saved, applied or set aside. */
function onceEach(world: World, held: Held): void {
  const rows = held.rows.filter((row) => row.status !== "duplicate");
  world.tally.mutations += rows.length;
  const counts = count(rows.map((row) => keyOf(row.raw)));
  const wishes = new Set(world.ledger.wishes.map((wish) => wish.key));
  for (const key of wishes) {
    const alike = world.ledger.wishes.filter((wish) => wish.key === key);
    const least = alike.filter((wish) => wish.state === "sure" && !isGone(world, wish)).length;
    const most = alike.filter((wish) => wish.state !== "dropped").length;
    const found = counts.get(key) ?? 0;
    if (found < least) throw new Violation(`lost: ${key} is there ${found} times, not ${least}`);
    if (found > most) throw new Violation(`doubled: ${key} is there ${found} times, not ${most}`);
  }
  for (const key of counts.keys()) {
    if (!wishes.has(key)) throw new Violation(`never saved, and yet there: ${key}`);
  }
  const parked = count(held.quarantine.map((row) => row.id));
  for (const row of rows) {
    const times = parked.get(row.id) ?? 0;
    const right = row.status === "quarantined" ? times === 1 : times <= 1;
    if (!right) throw new Violation(`${row.raw.name} ${row.id} is set aside ${times} times`);
    if (row.raw.name === "observation.amend" && "urgency" in row.raw.args && times !== 1) {
      throw new Violation(`what cannot be applied was not set aside: ${row.id}`);
    }
  }
}

/** A phone that was shut out may have had to forget what it had not sent. */
function isGone(world: World, wish: Wish): boolean {
  return world.phones[wish.phone]!.revoked;
}

function everyPhoto(world: World, held: Held): void {
  for (const wish of world.ledger.wishes) {
    if (wish.state !== "sure" || isGone(world, wish)) continue;
    for (const sha of wish.photos) {
      const found = held.photos[sha];
      const wanted = world.greys.get(sha)!;
      world.tally.photos++;
      if (!found) throw new Violation(`photo ${sha} of ${wish.key} is not there`);
      const same = wanted.every((grey, i) => Math.abs(grey - found[i]!) < 12);
      if (!same) throw new Violation(`photo ${sha} shows ${found}, not ${wanted}`);
    }
  }
}

/** Whatever was said is to be found: in the value that stands, beside it, or in the history. */
function isThere(row: Row, opened: Opened): void {
  const all = JSON.stringify(opened);
  for (const field of ["text", "category"]) {
    const said = row.raw.args[field];
    if (typeof said === "string" && !all.includes(JSON.stringify(said))) {
      throw new Violation(`${field} ${said} of ${row.raw.name} ${row.status} is nowhere: ${all}`);
    }
  }
  if (row.raw.name !== "observation.reply") return;
  const times = opened.messages.filter(({ text }) => text === row.raw.args.text).length;
  if (times !== 1) throw new Violation(`reply ${String(row.raw.args.text)} is there ${times} times`);
}

async function sameView(world: World, phone: Phone): Promise<void> {
  const wanted = new Map<string, object>();
  const aside = new Set<string>();
  let cursor = "";
  for (let more = true; more; ) {
    const path = `/api/sync/pull?limit=500&cursor=${encodeURIComponent(cursor)}`;
    const page = (await asking(world, phone.line.token, "GET", path)) as {
      changes: { noun: string; id: string; value: { state: string; entity: string; name: string } }[];
      cursor: string;
      more: boolean;
    };
    for (const { noun, id, value } of page.changes) {
      if (noun === "observation") wanted.set(id, value);
      if (noun === "quarantine" && value.state !== "admitted") aside.add(value.entity);
    }
    ({ cursor, more } = page);
  }
  for (const item of phone.core.observations.items.value) {
    const truth = aside.has(item.id) ? "parked" : "office";
    if (item.truth !== truth) {
      throw new Violation(`phone ${phone.number} shows ${item.id} as ${item.truth}, not ${truth}`);
    }
    if (!wanted.has(item.id)) {
      if (truth === "parked") continue;
      throw new Violation(`phone ${phone.number} shows ${item.id}, which is not for it`);
    }
    const [shown, said] = [sorted(bare(item)), sorted(wanted.get(item.id)!)];
    if (shown !== said) throw new Violation(`phone ${phone.number} shows ${shown}, not ${said}`);
    wanted.delete(item.id);
  }
  const [missing] = wanted.keys();
  if (missing) throw new Violation(`phone ${phone.number} does not show ${missing}`);
}

function sameDrafts({ core, drafts, number }: Phone): void {
  const here = new Map(core.drafts.items.value.map((draft) => [draft.id, draft.text]));
  for (const [id, texts] of drafts) {
    if (!texts.includes(here.get(id) ?? "(no draft)")) {
      throw new Violation(`phone ${number} lost draft ${id}: ${here.get(id)}, not ${texts}`);
    }
  }
}

function bare({ truth: _, parked: _1, photosWaiting: _2, photosRefused: _3, ...value }: Item): object {
  return value;
}

function sorted(value: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function count(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  names.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  return counts;
}
