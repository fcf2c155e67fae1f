import { connections, send, type Reply, type Sent } from "./http";

export interface Person {
  id: string;
  name: string;
  /** One session for each phone. */
  tokens: string[];
}

export interface Row {
  device: string;
  n: number;
  id: string;
  account: string;
  status: string;
  revision: number | null;
  at: string;
  raw: { name: string; entity: string; base: number | null; args: Record<string, unknown> };
}

export interface Picture {
  jpeg: string;
  greys: number[];
}

/** What the server holds of some accounts, read from its tables and files beside its routes. */
export interface Held {
  rows: Row[];
  quarantine: { id: string; state: string; reason: string }[];
  /** Sha256 → the greys of the file that lies there; null when the file is missing. */
  photos: Record<string, number[] | null>;
}

/** One real server with a clock of its own, and the hand that starts, copies and breaks it. */
export class Lane {
  now = 0;
  port = 0;
  backedUp = false;
  pictures: Picture[] = [];
  private told = 0;
  private kept = connections();
  private readonly strings = connections();

  constructor(
    private readonly control: number,
    readonly number: number,
  ) {}

  async open(): Promise<void> {
    const about = await this.ask<{ now: number; port: number; backedUp: boolean; pictures: Picture[] }>(
      "open",
    );
    // Time goes on where the run before this one left it, so that no identifier comes twice.
    Object.assign(this, { ...about, now: about.now + 24 * 3_600_000 });
  }

  /** The server's clock is set no earlier than somebody is about to look at it. */
  async tick(): Promise<void> {
    if (this.told === this.now) return;
    this.told = this.now;
    await this.ask("clock", { now: this.now });
  }

  people(count: number, sessions: number): Promise<{ district: string; people: Person[] }> {
    return this.ask("people", { count, sessions });
  }

  held(accounts: string[], photos: string[]): Promise<Held> {
    return this.ask("held", { accounts, photos });
  }

  /** Moves an account out of its district, as from the server's now. */
  leave(account: string): Promise<void> {
    return this.ask("leave", { account });
  }

  /** Signs somebody in anew. */
  session(account: string): Promise<string> {
    return this.ask("session", { account });
  }

  /** A fresh session of a coordinator. */
  coordinator(): Promise<string> {
    return this.ask("coordinator");
  }

  async restart(): Promise<void> {
    await this.ask("restart");
    this.kept = connections();
  }

  backUp(): Promise<void> {
    return this.ask("backup");
  }

  /** Puts the last copy back; false when there is none yet. */
  async restore(): Promise<boolean> {
    const restored = await this.ask<boolean>("restore");
    this.kept = connections();
    return restored;
  }

  /** From here on storing fails: every third mutation, or all for want of room; null ends it. */
  breakDown(how: "row" | "full" | null): Promise<void> {
    return this.ask("break", { how });
  }

  /** As a server that does not look at what it gets: other bytes under this name. */
  trust(sha256: string, token: string, bytes: Uint8Array, altered: Uint8Array): Promise<void> {
    const text = (part: Uint8Array) => Buffer.from(part).toString("base64");
    return this.ask("trust", { sha256, token, bytes: text(bytes), altered: text(altered) });
  }

  send(sent: Sent): Promise<Reply> {
    return send(this.kept, this.port, sent);
  }

  /** As `send`, for the test's own questions, which must have their answer. */
  async insist(sent: Sent, tries = 3): Promise<Reply> {
    try {
      return await this.send(sent);
    } catch (error) {
      if (tries === 1) throw error;
      return this.insist(sent, tries - 1);
    }
  }

  private async ask<T>(what: string, body: object = {}): Promise<T> {
    const reply = await send(this.strings, this.control, {
      method: "POST",
      path: `/${this.number}/${what}`,
      headers: { "Content-Type": "application/json" },
      body: Buffer.from(JSON.stringify(body)),
    });
    const text = reply.body.toString();
    if (reply.status !== 200) throw new Error(`control ${what}: ${reply.status} ${text}`);
    return JSON.parse(text) as T;
  }
}
