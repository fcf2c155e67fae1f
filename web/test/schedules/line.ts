import type { Dice } from "./dice";
import { everywhere, onPhotos, type Fault } from "./faults";
import { Silence, type Reply, type Sent } from "./http";
import type { Shortcut } from "./shortcuts";
import type { World } from "./world";
import { keyOf, type Mutation } from "./ledger";

const all: Record<string, Fault> = { ...everywhere, ...onPhotos };

/** The line of one phone to the server, in all weathers. */
export class Line {
  online = true;
  /** The chance that a request meets a fault. */
  weather = 0;
  /** The name under which the phone last spoke. */
  device: string | null = null;

  constructor(
    private readonly world: World,
    private readonly dice: Dice,
    public token: string,
    private readonly shortcut: Shortcut | null,
  ) {}

  async answer(input: string, init: RequestInit): Promise<Response> {
    const method = init.method ?? "GET";
    const sent = this.sent(method, input, init);
    // Signing in is another test's subject, and its password hash takes its time on purpose.
    if (method === "POST" && sent.path === "/api/session") return new Response(null, { status: 204 });
    this.world.tally.requests++;
    if (!this.online) {
      this.world.tally.fault("offline");
      throw new TypeError("offline");
    }
    const reply = await this.meet(sent);
    const { status } = reply;
    const body = status === 204 || status === 304 ? null : new Uint8Array(reply.body);
    return new Response(body, { status, headers: reply.headers });
  }

  private async meet(sent: Sent): Promise<Reply> {
    const { world, dice, shortcut } = this;
    const photo = isPhoto(sent);
    const real = (other = sent) => shortcut?.real?.(world, this, other, sent) ?? this.real(other);
    if (!dice.chance(this.weather)) return real();
    const name = dice.pick(Object.keys(photo && dice.chance(0.5) ? onPhotos : everywhere));
    world.tally.fault(name);
    world.note(`  ${sent.method} ${sent.path.split("?")[0]}: ${name}`);
    return all[name]!({
      sent,
      port: world.lane.port,
      real,
      later: (late) => world.late.push(() => this.real(late)),
      outlast: () => world.pass(photo ? 121_000 : 31_000),
      draw: () => dice.next(),
    });
  }

  async real(sent: Sent): Promise<Reply> {
    this.world.busy++;
    try {
      await this.world.lane.tick();
      const reply = await this.world.lane.send(sent);
      this.observe(sent, reply);
      if (reply.status >= 300) this.world.note(`    ${reply.status} ${reply.body.toString()}`);
      return reply;
    } catch (error) {
      if (error instanceof Silence) this.world.tally.fault("silence");
      throw error;
    } finally {
      this.world.busy--;
    }
  }

  /** What the server itself said it took in, whether or not the phone will hear of it. */
  private observe(sent: Sent, { status, body }: Reply): void {
    const { ledger } = this.world;
    if (sent.path === "/api/sync/push" && status === 200) {
      const { device, mutations } = JSON.parse(Buffer.from(sent.body!).toString()) as {
        device: string;
        mutations: (Mutation & { id: string })[];
      };
      this.device = device;
      const { results } = JSON.parse(body.toString()) as { results: { id: string }[] };
      const named = new Set(results.map(({ id }) => id));
      for (const mutation of mutations) if (named.has(mutation.id)) ledger.held.add(keyOf(mutation));
    }
    // Where the answer to a photo was lost even to this test, the server's word is in its pulls.
    if (sent.path.startsWith("/api/sync/pull") && status === 200) {
      const stored = body.toString().matchAll(/"sha256":"([0-9a-f]{64})","stored":true/g);
      for (const [, sha] of stored) ledger.heldPhotos.add(sha!);
    }
    if (isPhoto(sent) && (status === 200 || status === 201)) {
      ledger.heldPhotos.add(sent.path.slice("/api/photos/".length));
    }
  }

  private sent(method: string, path: string, init: RequestInit): Sent {
    const own = Object.entries((init.headers ?? {}) as Record<string, string>);
    const headers: Record<string, string> = Object.fromEntries(own);
    headers.Cookie = `__Host-session=${this.token}`;
    headers["Sec-Fetch-Site"] = "same-origin";
    if (method !== "GET") headers.Origin = `http://127.0.0.1:${this.world.lane.port}`;
    return { method, path, headers, body: bytesOf(init.body) };
  }
}

export function isPhoto({ method, path }: Sent): boolean {
  return method === "PUT" && path.startsWith("/api/photos/");
}

function bytesOf(body: RequestInit["body"]): Uint8Array | undefined {
  if (body === undefined || body === null) return undefined;
  return typeof body === "string" ? Buffer.from(body) : new Uint8Array(body as ArrayBuffer);
}
