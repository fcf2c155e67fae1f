import { signal } from "@preact/signals";
import type { Environment } from "./environment";
import { spoken } from "./messages/language";
import { NoConnection, Refused } from "./refused";

export interface Answer {
  status: number;
  headers: Headers;
  /** Only when the answer says that it is JSON and is; a captive portal's page is undefined. */
  json: unknown;
  /** The phone's time halfway between asking and hearing. */
  at: number;
}

export interface Question {
  body?: unknown;
  bytes?: ArrayBuffer;
  seconds?: number;
  /** What is known already: an answer that is still the same is 304, and empty. */
  etag?: string | null;
}

const patience = 10_000;

/** Requests to our own server, with a time limit, never following a redirect. */
export class Http {
  csrf: string | null = null;
  /** The server's clock minus this phone's; null while no answer of ours has said its time. */
  offset: number | null = null;
  /** In which language our own server says no. */
  language: string = spoken;
  /** A request has been under way for so long that the network, or the server, must be stuck. */
  readonly slow = signal(false);

  constructor(
    private readonly env: Environment,
    /** Who reports without an account must not be known by somebody's session on the same phone. */
    private readonly credentials: RequestCredentials = "same-origin",
  ) {}

  async answer(method: string, path: string, question: Question = {}): Promise<Answer> {
    const before = this.env.now();
    const response = await this.fetch(method, path, question, async (response) => ({
      status: response.status,
      headers: response.headers,
      text: await response.text(),
    }));
    const { status, headers, text } = response;
    const json = isJson(headers) ? parse(text) : undefined;
    const at = (before + this.env.now()) / 2;
    const date = Date.parse(headers.get("date") ?? "");
    if (!Number.isNaN(date) && (json !== undefined || status === 304)) this.offset = date - at;
    return { status, headers, json, at };
  }

  async bytes(path: string): Promise<ArrayBuffer | null> {
    return this.fetch("GET", path, { seconds: 120 }, async (response) => {
      const isImage = response.headers.get("content-type")?.startsWith("image/");
      return response.status === 200 && isImage ? await response.arrayBuffer() : null;
    });
  }

  /** For what needs a connection anyway: an answer, or Refused, or NoConnection. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const question = body instanceof ArrayBuffer ? { bytes: body, seconds: 120 } : { body };
    const answer = await this.answer(method, path, question);
    if (answer.status >= 200 && answer.status < 300) {
      if (answer.json !== undefined || answer.status !== 200) return answer.json as T;
      throw new NoConnection();
    }
    const error = answer.json as { code?: string; error?: string; message?: string } | undefined;
    const known = error?.code ?? error?.error;
    throw new Refused(answer.status, known ?? "sync.server", error?.message, answer.json);
  }

  private async fetch<T>(
    method: string,
    path: string,
    question: Question,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const { body, bytes, seconds = 30, etag } = question;
    const abort = new AbortController();
    const cancel = this.env.schedule(() => abort.abort(), seconds * 1000);
    const cancelSlow = this.env.schedule(() => (this.slow.value = true), patience);
    const headers: Record<string, string> = {
      Accept: bytes ? "*/*" : "application/json",
      // Always said: a browser would otherwise name the languages that it was set to.
      "Accept-Language": this.language,
    };
    if (method !== "GET" && this.csrf) headers["X-CSRF-Token"] = this.csrf;
    if (etag) headers["If-None-Match"] = etag;
    if (bytes) headers["Content-Type"] = "image/jpeg";
    const form = typeof FormData !== "undefined" && body instanceof FormData;
    if (body !== undefined && !form) headers["Content-Type"] = "application/json";
    try {
      const response = await this.env.fetch(path, {
        method,
        headers,
        body: bytes ?? (form ? body : body === undefined ? undefined : JSON.stringify(body)),
        redirect: "error",
        credentials: this.credentials,
        cache: "no-store",
        signal: abort.signal,
      } as RequestInit);
      return await read(response);
    } catch {
      throw new NoConnection();
    } finally {
      cancel();
      cancelSlow();
      this.slow.value = false;
    }
  }
}

/** What our own server says is the matter. A page of a proxy or a captive portal says nothing. */
export function said(answer: Answer): string | undefined {
  const json = answer.json as { code?: unknown; error?: unknown } | null | undefined;
  const word = json?.error ?? json?.code;
  return typeof word === "string" ? word : undefined;
}

/** The office took this phone's access away: everything kept here has to go. Only our own word counts. */
export function isRevoked(answer: Answer): boolean {
  return answer.status === 401 && said(answer) === "session.revoked";
}

function isJson(headers: Headers): boolean {
  return /^application\/([\w.+-]+\+)?json\b/i.test(headers.get("content-type") ?? "");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
