import type { Phone } from "./phone";
import { sentence } from "./refused";
import type { Check, Member, RoundItem, RoundKind, RoundValue } from "./round-values";
import type { Mutation } from "./store";
import type { Account } from "./values";

/** Without a receipt for this long, what was asked counts as not sent. */
export const patience = 10_000;

/** Server's copy + what was refused + what was sent but not pulled + the outbox, in that order. */
export function replayRounds(phone: Phone, now: number): Map<string, RoundItem> {
  const { round, quarantine, sent, outbox } = phone.view;
  const account = phone.account.value;
  const items = new Map<string, RoundItem>();
  for (const value of round.value) items.set(value.id, known(value, account));

  const told = new Set<string>();
  for (const { id, name, entity, args, at, reason, message, state } of quarantine.value) {
    if (!isRound(name)) continue;
    told.add(id);
    if (state !== "parked") continue;
    refuse(items, { name, entity, args, at }, { reason, message }, account);
  }
  for (const row of [...sent.value].sort((a, b) => a.n - b.n)) {
    if (!isRound(row.name) || told.has(row.id)) continue;
    const reason = row.reason ?? "unknown";
    if (row.status === "quarantined") {
      refuse(items, row, { reason, message: sentence(reason) }, account);
      continue;
    }
    if (!row.pulled) apply(items, row, account);
    const item = items.get(row.entity);
    if (item && isSign(row.name) && (item.receivedAt ?? "") < row.at) item.receivedAt = row.at;
  }
  for (const row of outbox.value) {
    if (!isRound(row.name)) continue;
    apply(items, row, account);
    items.get(row.entity)?.wishes.push(wish(row, now));
  }
  return items;
}

/** A clock that was set back since tells nothing: then it counts as late too. */
export function wish({ id, name, at }: Pick<Mutation, "id" | "name" | "at">, now: number) {
  const age = now - Date.parse(at);
  return { id, name, at, isLate: !(age > -patience && age < patience) };
}

function isRound(name: string): boolean {
  return name.startsWith("round.");
}

function isSign(name: string): boolean {
  return ["round.checkIn", "round.extend", "round.finish"].includes(name);
}

function known(value: RoundValue, account: Account | null): RoundItem {
  const mine = value.members.some((member) => member.id === account?.id);
  const there = value.members.filter((member) => member.leftAt === null).length;
  return {
    ...value,
    members: [...value.members],
    checks: [...value.checks],
    isKnown: true,
    isMine: mine,
    isConfirmed: mine && value.members.length > 1 && (there > 1 || value.state === "finished"),
    wishes: [],
    refusals: [],
    confirmedDueBackAt: value.dueBackAt,
    receivedAt: null,
  };
}

type Asked = Pick<Mutation, "name" | "entity" | "args" | "at">;

function refuse(
  items: Map<string, RoundItem>,
  row: Asked,
  said: { reason: string; message: string },
  account: Account | null,
): void {
  const begins = ["round.start", "round.join", "round.plan"].includes(row.name);
  if (begins && !items.has(row.entity)) {
    apply(items, row, account);
    const item = items.get(row.entity)!;
    Object.assign(item, { members: [], isMine: true });
  }
  items.get(row.entity)?.refusals.push({ name: row.name, at: row.at, ...said });
}

function apply(items: Map<string, RoundItem>, row: Asked, account: Account | null): void {
  const { name, args, at } = row;
  let item = items.get(row.entity);
  if (!item && ["round.start", "round.join", "round.plan"].includes(name)) {
    item = fresh(row);
    items.set(row.entity, item);
  }
  if (!item) return;
  if (name === "round.plan") item.isMine = true;
  if (name === "round.start") {
    const { route, kind, complexes } = args as Partial<RoundValue>;
    if (route) item.route = route;
    if (kind) item.kind = kind;
    if (complexes) item.complexes = complexes;
    if (!isOver(item)) Object.assign(item, { state: open(item), startedAt: item.startedAt ?? at });
    item.dueBackAt = String(args.dueBackAt);
    join(item, at, account);
  }
  if (name === "round.join") {
    join(item, at, account);
    if (!isOver(item)) item.state = open(item);
  }
  if (name === "round.extend") item.dueBackAt = String(args.dueBackAt);
  if (name === "round.finish" && !isOver(item)) Object.assign(item, { state: "finished", finishedAt: at });
  if (name === "round.cancel") item.state = "cancelled";
  if (name === "round.leave") {
    item.members = item.members.map((member) =>
      member.id === account?.id ? { ...member, leftAt: member.leftAt ?? at } : member,
    );
  }
  if (name === "round.check") check(item, args as unknown as Check, account);
}

/** Two phones may each hold one half; only the server says that they walk together. */
function open(item: RoundItem): RoundItem["state"] {
  return item.state === "walking" ? "walking" : "started";
}

function isOver(item: RoundItem): boolean {
  return item.state === "finished" || item.state === "cancelled";
}

function join(item: RoundItem, at: string, account: Account | null): void {
  item.isMine = true;
  if (!account || item.members.some((member) => member.id === account.id)) return;
  const { id, name, fullName } = account;
  const me: Member = { id, name, fullName, at, leftAt: null };
  item.members = [...item.members, me];
}

function check(item: RoundItem, args: Check, account: Account | null): void {
  const others = item.checks.filter(
    (one) => one.complex !== args.complex || one.item !== args.item,
  );
  const { complex, item: about, result, note = "" } = args;
  const by = account ? { id: account.id, name: account.name, fullName: account.fullName } : "";
  item.checks = [...others, { complex, item: about, result, note, by }];
}

function fresh({ entity, name, args, at }: Asked): RoundItem {
  const { district, code, startsAt, dueBackAt, kind, route, complexes } =
    args as Partial<RoundValue>;
  return {
    id: entity,
    district: district ?? "",
    code: code ?? null,
    kind: kind ?? ("weekly" as RoundKind),
    route: route ?? null,
    complexes: complexes ?? [],
    state: name === "round.plan" ? "planned" : "started",
    startsAt: startsAt ?? null,
    startedAt: name === "round.plan" ? null : at,
    dueBackAt: dueBackAt ?? null,
    finishedAt: null,
    members: [],
    lastSign: null,
    watchedBy: [],
    watchedUntil: null,
    unwatchedReason: null,
    checks: [],
    revision: 0,
    isKnown: false,
    isMine: false,
    isConfirmed: false,
    wishes: [],
    refusals: [],
    confirmedDueBackAt: null,
    receivedAt: null,
  };
}
