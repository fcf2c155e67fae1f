import { change, idOf, json, Office, type Json, type Row } from "./office";

interface Round extends Json {
  id: string;
  state: string;
  members: { id: string; name: string; fullName: string; at: string; leftAt: string | null }[];
  dueBackAt: string;
  revision: number;
}

/** The small server with rounds and alarms: as little as a pair's phones can tell apart. */
export class RoundOffice extends Office {
  rounds = new Map<string, Round>();
  alarms = new Map<string, Json & { revision: number }>();
  /** Who is on call; nobody when empty. */
  onCall: string[] = [];
  takesCalls = true;
  /** Why a call is set aside; empty when it is taken. */
  refusesCalls = "";
  uncertified = new Set<string>();

  /** What the server decides by itself, as its clock or roster moves. */
  change(id: string, more: Json): void {
    const round = this.rounds.get(id)!;
    Object.assign(round, more, { revision: ++this.revision });
  }

  changeAlarm(id: string, more: Json): void {
    Object.assign(this.alarms.get(id)!, more, { revision: ++this.revision });
  }

  protected override handle(row: Row, account: string, revision: number): Json | null {
    const isCall = row.name === "alarm.call";
    if (!isCall && !row.name.startsWith("round.")) return null;
    const reason = isCall ? this.refusesCalls : this.round(row, account, revision);
    if (isCall && !reason) this.open(row.entity, row.args.round as string | undefined, account);
    if (!reason) return applied(revision);
    const { id, entity, name, args, at } = row;
    const author = { id: idOf(account), name: account, fullName: account };
    const message = `Nee: ${reason}.`;
    const value = { id, entity, name, args, at, reason, message, author, revision };
    this.quarantine.set(id, { ...value, state: "parked", answers: [] });
    return { status: "quarantined", revision: null, reason };
  }

  private round(row: Row, account: string, revision: number): string | null {
    const round = this.rounds.get(row.entity);
    const me = idOf(account);
    const mine = round?.members.find((member) => member.id === me);
    const at = row.at as string;
    const member = { id: me, name: account, fullName: account, at, leftAt: null };
    const { args } = row;
    if (row.name === "round.start") {
      if (this.uncertified.has(account)) return "round.uncertified";
      if (round) return mine ? null : "round.taken";
      const { district, code, dueBackAt, kind = "weekly", route = null, complexes = [] } = args;
      const fresh = { startedAt: row.at, finishedAt: null, lastSign: null, unwatchedReason: "pair" };
      const watch = { watchedBy: [], watchedUntil: null };
      const value: Json = { district, code, kind, route, complexes, checks: [], startsAt: null };
      this.rounds.set(row.entity, {
        ...{ ...value, ...fresh, ...watch, id: row.entity, revision, state: "started" },
        ...{ dueBackAt: dueBackAt as string, members: [member] },
      });
      return null;
    }
    if (!round) return "round.unknown";
    if (row.name === "round.join") {
      if (mine) return null;
      if (round.members.length > 1) return "round.full";
      round.members.push(member);
      round.state = "walking";
    } else if (!mine) return "round.others";
    if (row.name === "round.extend") round.dueBackAt = args.dueBackAt as string;
    if (row.name === "round.checkIn") round.lastSign = { at: row.at, by: member };
    if (row.name === "round.finish") Object.assign(round, { state: "finished", finishedAt: row.at });
    if (row.name === "round.leave") mine!.leftAt = at;
    if (row.name === "round.check") (round.checks as Json[]).push({ ...args, by: member });
    this.watchOver(round);
    round.revision = revision;
    return null;
  }

  private watchOver(round: Round): void {
    const pair = round.members.filter((member) => member.leftAt === null).length > 1;
    const reason = round.state === "finished" ? "finished" : pair ? "nobody" : "pair";
    const isWatched = pair && round.state === "walking" && this.onCall.length > 0;
    const watchedBy = isWatched
      ? this.onCall.map((name) => ({ id: idOf(name), name, fullName: name }))
      : [];
    round.watchedBy = watchedBy;
    round.watchedUntil = isWatched ? round.dueBackAt : null;
    round.unwatchedReason = isWatched ? null : reason;
  }

  protected override beyond(method: string, path: string, body: string, account: string) {
    if (method !== "POST" || path !== "/api/alarms") return null;
    if (!this.takesCalls) return json({ code: "bug" }, 500);
    const { id, round } = JSON.parse(body) as { id: string; round?: string };
    this.open(id, round, account);
    return json({ id }, 201);
  }

  private open(id: string, round: string | undefined, account: string): void {
    if (this.alarms.has(id)) return;
    const revision = ++this.revision;
    const openedAt = new Date(this.clock).toISOString();
    const value = { id, kind: "call", round: round ?? null, state: "open", practice: false, account };
    const nobody = { acknowledgedBy: null, acknowledgedAt: null, closedAt: null };
    this.alarms.set(id, { ...value, ...nobody, openedAt, revision });
  }

  protected override alsoShown(account: string) {
    const isMine = (round: Round) => round.members.some((member) => member.id === idOf(account));
    const rounds = [...this.rounds.values()].filter(isMine);
    const ids = rounds.map((round) => round.id);
    const alarms = [...this.alarms.values()].filter(
      (alarm) => alarm.account === account || ids.includes(alarm.round as string),
    );
    return [
      ...rounds.map((round) => change("round", round.id, structuredClone(round))),
      ...alarms.map((alarm) => change("alarm", alarm.id as string, structuredClone(alarm))),
    ];
  }
}

function applied(revision: number): Json {
  return { status: "applied", revision, reason: null };
}
