import { createHash } from "node:crypto";
import { json, type Fault, type Json } from "./office";

export interface Held extends Json {
  id: string;
  messages: Json[];
  hasContact: boolean;
  state: string;
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A small model of the server's public side: no account, a code for each report. */
export class PublicOffice {
  clock = Date.parse("2026-11-22T09:00:00.000Z");
  reports = new Map<string, Held>();
  bodies = new Map<string, string>();
  photos = new Map<string, ArrayBuffer>();
  requests: string[] = [];
  /** Every report as it came, also the same one again. */
  posted: string[] = [];
  credentials = new Set<unknown>();
  redirects = new Set<unknown>();
  /** How often a report was made, not only answered. */
  made = 0;
  similar: Json[] = [];
  /** Which browsers get a sign, by report and identifier. */
  followers = new Map<string, Map<string, unknown>>();
  pushKey: string | null = "AQID";
  private faults: { path: string; method: string; fault: Fault }[] = [];

  meddle(method: string, path: string, ...faults: Fault[]): void {
    faults.forEach((fault) => this.faults.push({ path, method, fault }));
  }

  calm(): void {
    this.faults = [];
  }

  code(id: string): string {
    const bytes = createHash("sha256").update(id).digest();
    return Array.from({ length: 26 }, (_, i) => alphabet[bytes[i]! % 32]).join("");
  }

  by(id: string): Held {
    return this.reports.get(id)!;
  }

  /** What a caretaker does at the desk. */
  say(id: string, kind: string, text: string, state: string): void {
    const at = new Date(++this.clock).toISOString();
    const report = this.by(id);
    const messages = [...report.messages, { id: `m${this.clock}`, kind, text, by: "office", at }];
    this.reports.set(id, { ...report, messages, state, changedAt: at });
  }

  connect(): typeof fetch {
    return async (input, init = {}) => {
      const method = init.method ?? "GET";
      const path = String(input).split("?")[0]!;
      this.requests.push(`${method} ${path}`);
      this.credentials.add(init.credentials);
      this.redirects.add(init.redirect);
      const pass = async () => this.answer(method, path, init);
      const i = this.faults.findIndex((one) => one.method === method && path.startsWith(one.path));
      const response = await (i < 0 ? pass() : this.faults.splice(i, 1)[0]!.fault(pass));
      response.headers.set("date", new Date(this.clock).toUTCString());
      return response;
    };
  }

  private answer(method: string, path: string, init: RequestInit): Response {
    const [, , , noun, code, rest] = path.split("/");
    if (noun === "photos") return this.putPhoto(code!, init.body as ArrayBuffer);
    if (method === "POST" && !code) return this.receive(String(init.body));
    if (!code) return json({ reports: this.similar });
    const report = [...this.reports.values()].find((one) => this.code(one.id) === code);
    if (!report) return json({ code: "report.unknown", message: "Deze code kennen we niet." }, 404);
    if (rest === "followers") return this.follow(report, method, path.split("/")[6]!, init.body);
    if (method === "DELETE") {
      this.followers.delete(report.id);
      this.reports.set(report.id, { ...report, hasContact: false });
      return new Response(null, { status: 204 });
    }
    if (rest === "replies") return this.reply(report, String(init.body));
    return json(this.shown(report));
  }

  private receive(body: string): Response {
    this.posted.push(body);
    const report = JSON.parse(body) as Held & { contact?: unknown; photos?: string[] };
    const known = this.bodies.get(report.id);
    if (known !== undefined && content(known) !== content(body)) {
      return json({ code: "report.other", message: "Dit nummer is al van een andere melding." }, 409);
    }
    if (report.district === "gone") {
      return json({ code: "report.district", message: "Deze wijk is er niet." }, 400);
    }
    if (report.category === "wrong") {
      return json({ code: "report.category", message: "Kies waar het over gaat." }, 400);
    }
    if (report.kind === "volunteer" && !report.contact) {
      return json({ code: "report.contact", message: "Hoe bereiken we u?" }, 400);
    }
    const at = new Date(this.clock).toISOString();
    if (known === undefined) {
      this.made++;
      this.bodies.set(report.id, body);
      const rest = { messages: [], hasContact: report.contact !== undefined, state: "new" };
      this.reports.set(report.id, { ...report, ...rest, receivedAt: at, changedAt: at });
    }
    const missingPhotos = this.missing(report.id);
    return json({ code: this.code(report.id), state: "new", receivedAt: at, missingPhotos }, 201);
  }

  private reply(report: Held, body: string): Response {
    const { id, text } = JSON.parse(body) as { id: string; text: string };
    const known = report.messages.find((message) => message.id === id);
    if (known && known.text !== text) return json({ code: "reply.other", message: "Anders." }, 409);
    const at = new Date(++this.clock).toISOString();
    if (!known) report.messages.push({ id, kind: "reply", text, by: "tenant", at });
    return json({ id }, 201);
  }

  private shown(report: Held): Json {
    const photos = ((report.photos ?? []) as string[]).map((sha256) => {
      return { sha256, stored: this.photos.has(sha256) };
    });
    const followers = [...(this.followers.get(report.id)?.keys() ?? [])];
    const signs = { pushKey: this.pushKey, followers };
    return { ...report, photos, missingPhotos: this.missing(report.id), ...signs };
  }

  private follow(report: Held, method: string, id: string, body: unknown): Response {
    const all = this.followers.get(report.id) ?? new Map<string, unknown>();
    this.followers.set(report.id, all);
    if (method === "DELETE") all.delete(id);
    else if (all.size >= 3) return json({ code: "report.follower.many", message: "Drie." }, 409);
    else all.set(id, JSON.parse(String(body)));
    return new Response(null, { status: 204 });
  }

  private missing(id: string): string[] {
    return ((this.by(id).photos ?? []) as string[]).filter((sha256) => !this.photos.has(sha256));
  }

  private putPhoto(sha256: string, bytes: ArrayBuffer): Response {
    const hash = createHash("sha256").update(new Uint8Array(bytes)).digest("hex");
    if (hash !== sha256) return json({ error: "hash", bytes: bytes.byteLength }, 422);
    const status = this.photos.has(sha256) ? 200 : 201;
    this.photos.set(sha256, bytes);
    return json({ sha256 }, status);
  }
}

/** Whoever is to be reached, it is the same report. */
function content(body: string): string {
  return body.replace(/,"contact":\{[^}]*\}/, "");
}
