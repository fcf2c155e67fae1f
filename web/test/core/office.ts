import { createHash } from "node:crypto";

export type Json = Record<string, unknown>;
type Pass = () => Promise<Response>;
/** Meddles with one request: may answer itself, lose the answer, or pass it on twice. */
export type Fault = (pass: Pass) => Promise<Response>;

export interface Row extends Json {
  n: number;
  id: string;
  name: string;
  entity: string;
  base: number | null;
  args: Json;
}

interface Stored {
  row: Row;
  account: string;
  result: Json;
}

interface Device {
  account: string;
  rows: Map<number, Stored>;
  lastN: number;
  durableN: number;
}

/** A small model of the server: the protocol as SYNC.md says, with room for faults. */
export class Office {
  epoch = "e1";
  revision = 0;
  backedUp = false;
  clock = Date.parse("2026-11-22T09:00:00.000Z");
  devices = new Map<string, Device>();
  observations = new Map<string, Json>();
  quarantine = new Map<string, Json>();
  gone = new Map<string, number>();
  photos = new Map<string, ArrayBuffer>();
  reports: Json[] = [];
  sessions = new Map<string, { account: string; state: "live" | "expired" | "revoked" }>();
  requests: string[] = [];
  pullStatus = 200;
  photoRefusal: ((sha256: string) => Response | null) | null = null;
  maxBatch = Infinity;
  watch: (path: string, body: string) => void = () => {};
  private faults: { path: string; fault: Fault }[] = [];

  /** The next request whose path begins like this one meets the fault. */
  meddle(path: string, ...faults: Fault[]): void {
    faults.forEach((fault) => this.faults.push({ path, fault }));
  }

  /** Faults that nobody met yet are over. */
  calm(): void {
    this.faults = [];
  }

  get mutations(): Stored[] {
    return [...this.devices.values()].flatMap((device) => [...device.rows.values()]);
  }

  /** How often each mutation was truly carried out. */
  get applied(): string[] {
    return this.mutations.filter((row) => row.result.status === "applied").map(({ row }) => row.id);
  }

  connect(): typeof fetch {
    const jar = { session: "" };
    return async (input, init = {}) => {
      const [path] = String(input).split("?");
      const method = init.method ?? "GET";
      this.requests.push(`${method} ${path}`);
      this.watch(path!, String(init.body));
      const pass = () => this.answer(method, String(input), init, jar);
      const i = this.faults.findIndex((fault) => path!.startsWith(fault.path));
      return i < 0 ? pass() : this.faults.splice(i, 1)[0]!.fault(pass);
    };
  }

  /** As if yesterday's copy was put back: what came since is forgotten, and the epoch is new. */
  restore(copy: Copy): void {
    this.epoch = `e${Number(this.epoch.slice(1)) + 1}`;
    Object.assign(this, structuredClone(copy));
  }

  copy(): Copy {
    const { revision, devices, observations, quarantine, photos, gone } = this;
    return structuredClone({ revision, devices, observations, quarantine, photos, gone });
  }

  /** Everything up to now is safe in a backup. */
  backUp(): void {
    this.devices.forEach((device) => (device.durableN = device.lastN));
  }

  private async answer(
    method: string,
    url: string,
    init: RequestInit,
    jar: { session: string },
  ): Promise<Response> {
    const path = url.split("?")[0]!;
    const session = this.sessions.get(jar.session);
    if (path === "/api/session" && method === "POST") {
      const { name } = JSON.parse(String(init.body)) as { name: string };
      jar.session = `${name}-${this.sessions.size + 1}`;
      this.sessions.set(jar.session, { account: name, state: "live" });
      return new Response(null, { status: 204 });
    }
    if (!session) return json({ code: "session.none", message: "Meld u aan." }, 401);
    if (session.state === "revoked") {
      return json({ code: "session.revoked" }, 401);
    }
    const csrf = new Headers(init.headers).get("x-csrf-token");
    if (method !== "GET" && csrf !== jar.session) return json({ code: "csrf" }, 403);
    if (path === "/api/sync/push") return this.push(JSON.parse(String(init.body)), session.account);
    if (path.startsWith("/api/photos/") && method === "PUT") {
      return this.putPhoto(path.slice(12), init.body as ArrayBuffer);
    }
    if (session.state === "expired") return json({ code: "session.expired" }, 401);
    if (path === "/api/session" && method === "DELETE") {
      this.sessions.delete(jar.session);
      return new Response(null, { status: 204 });
    }
    if (path === "/api/session") {
      const { account } = session;
      const who = { id: idOf(account), name: account, fullName: account, role: "volunteer" };
      return json({ account: { ...who, districts: [] }, csrf: jar.session });
    }
    if (path === "/api/sync/pull") return this.pull(new URL(url, "http://x"), session.account);
    if (path.startsWith("/api/devices/")) {
      this.reports.push(JSON.parse(String(init.body)) as Json);
      return new Response(null, { status: 204 });
    }
    const beyond = this.beyond(method, path, String(init.body), session.account);
    return beyond ?? json({ code: "unknown", message: "Dit bestaat niet." }, 404);
  }

  /** What rooms after the protocol's own would answer, do, and show. */
  protected beyond(_method: string, _path: string, _body: string, _account: string): Response | null {
    return null;
  }

  protected handle(_row: Row, _account: string, _revision: number): Json | null {
    return null;
  }

  protected alsoShown(_account: string): ReturnType<typeof change>[] {
    return [];
  }

  private push(
    body: { device: string; mutations: Row[] },
    account: string,
  ): Response {
    if (body.mutations.length > this.maxBatch) return json({ code: "large" }, 413);
    if (body.mutations.some((row) => row.args.text === "huge")) return json({ code: "large" }, 413);
    if (body.mutations.some((row, i, all) => i > 0 && row.n !== all[i - 1]!.n + 1)) {
      return json({ code: "push.envelope" }, 400);
    }
    const device = this.devices.get(body.device) ?? { account, rows: new Map(), lastN: 0, durableN: 0 };
    if (device.account !== account) return json({ error: "conflict", epoch: this.epoch }, 409);
    this.devices.set(body.device, device);
    const first = body.mutations[0]?.n ?? 1;
    if (first > device.lastN + 1) {
      return json({ error: "gap", expected: device.lastN + 1, epoch: this.epoch }, 409);
    }
    const used = body.mutations.find(({ n, id }) => n <= device.lastN && device.rows.get(n)?.row.id !== id);
    if (used) return json({ error: "conflict", n: used.n, epoch: this.epoch }, 409);
    const results = body.mutations.map((row) => {
      const known = device.rows.get(row.n);
      if (known) return known.result;
      const result = { n: row.n, id: row.id, ...this.carryOut(row, account) };
      device.rows.set(row.n, { row, account, result });
      device.lastN = row.n;
      return result;
    });
    return json({
      proto: 1,
      epoch: this.epoch,
      serverTime: new Date(this.clock).toISOString(),
      results,
      acknowledgedThrough: device.lastN,
      durableThrough: this.backedUp ? device.durableN : device.lastN,
      missingPhotos: this.missing(account),
    });
  }

  private carryOut(row: Row, account: string): Json {
    const known = this.mutations.find((stored) => stored.row.id === row.id);
    if (known) return { ...known.result, n: row.n, status: "duplicate" };
    const revision = ++this.revision;
    const author = { id: idOf(account), name: account, fullName: account };
    const handled = this.handle(row, account, revision);
    if (handled) return handled;
    if (row.args.category === "poison") {
      const { id, entity, name, args } = row;
      const value = { id, entity, name, args, reason: "mutation.failed", message: "Ligt apart." };
      this.quarantine.set(id, { ...value, state: "parked", answers: [], at: row.at, revision, author });
      return { status: "quarantined", revision: null, reason: "mutation.failed" };
    }
    const before = this.observations.get(row.entity) ?? fresh(row, author);
    const photos = row.args.photos as string[] | undefined;
    const fields = row.name === "observation.reply" ? {} : row.args;
    const state = row.name === "observation.withdraw" ? "withdrawn" : before.state;
    this.observations.set(row.entity, {
      ...before,
      ...fields,
      state,
      photos: photos ? photos.map((sha256) => ({ sha256 })) : before.photos,
      revision,
    });
    return { status: "applied", revision, reason: null };
  }

  private pull(url: URL, account: string): Response {
    if (this.pullStatus !== 200) return json({ code: "pull.old" }, this.pullStatus);
    const [epoch, after] = (url.searchParams.get("cursor") ?? "").split(":");
    const reset = epoch !== "" && epoch !== this.epoch;
    const since = epoch === this.epoch ? Number(after) : -1;
    const mine = (value: Json) => (value.author as Json).name === account;
    const changes = [
      ...[...this.observations].map(([id, value]) => change("observation", id, this.shown(value))),
      ...[...this.quarantine].map(([id, value]) => change("quarantine", id, value)),
    ].filter(({ value, revision }) => mine(value) && revision > since);
    changes.push(...this.alsoShown(account).filter(({ revision }) => revision > since));
    const gone = [...this.gone].filter(([, revision]) => revision > since);
    const departed = gone.map(([id, revision]) => ({ noun: "observation", id, revision, gone: "scope" }));
    return json({
      proto: 1,
      epoch: this.epoch,
      reset,
      changes: [...changes, ...departed],
      cursor: `${this.epoch}:${this.revision}`,
      more: false,
      serverTime: new Date(this.clock).toISOString(),
    });
  }

  private shown(value: Json): Json {
    const photos = (value.photos as { sha256: string }[]).map(({ sha256 }) => {
      return { sha256, stored: this.photos.has(sha256) };
    });
    return { ...value, photos };
  }

  private missing(account: string): string[] {
    return [...this.observations.values()]
      .filter((value) => (value.author as Json).name === account)
      .flatMap((value) => (value.photos as { sha256: string }[]).map((photo) => photo.sha256))
      .filter((sha256) => !this.photos.has(sha256));
  }

  private putPhoto(sha256: string, bytes: ArrayBuffer): Response {
    const refusal = this.photoRefusal?.(sha256);
    if (refusal) return refusal;
    const hash = createHash("sha256").update(new Uint8Array(bytes)).digest("hex");
    if (hash !== sha256) return json({ error: "hash", bytes: bytes.byteLength }, 422);
    const status = this.photos.has(sha256) ? 200 : 201;
    this.photos.set(sha256, bytes);
    return json({ sha256 }, status);
  }
}

type Copy = Pick<
  Office,
  "revision" | "devices" | "observations" | "quarantine" | "photos" | "gone"
>;

export function change(noun: string, id: string, value: Json) {
  return { noun, id, value, revision: value.revision as number };
}

function fresh(row: Row, author: Json): Json {
  const lists = { photos: [], messages: [], otherTexts: [] };
  const at = row.at;
  return { id: row.entity, author, state: "new", awaits: "office", observedAt: at, ...lists };
}

export function idOf(name: string): string {
  return `00000000-0000-7000-8000-${Buffer.from(name).toString("hex").padStart(12, "0").slice(0, 12)}`;
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const type = { "Content-Type": "application/json", ...headers };
  return new Response(JSON.stringify(body), { status, headers: type });
}

export function html(status = 200, text = "<h1>Wifi</h1>"): Response {
  return new Response(text, { status, headers: { "Content-Type": "text/html" } });
}

/** Never got there. */
export const cut: Fault = () => Promise.reject(new TypeError("cut"));
/** Got there; the answer did not come back. */
export const lost: Fault = async (pass) => {
  await pass();
  throw new TypeError("lost");
};
/** Got there twice; the second answer comes back. */
export const doubled: Fault = async (pass) => {
  await pass();
  return pass();
};
/** Anything in between that answers in our server's place. */
export const instead =
  (make: () => Response): Fault =>
  async () =>
    make();
