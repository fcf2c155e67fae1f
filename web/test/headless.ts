import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { createHash } from "node:crypto";
import { newId } from "../src/core/id";
import type { Environment } from "../src/core/index";

/** What may happen to one request on its way; `pass` sends it for real. */
export type Fault = (pass: () => Promise<Response>, path: string) => Promise<Response>;

export interface Headless {
  /** Where the server is, as in http://127.0.0.1:8080. */
  base: string;
  /** Keep it to open the same phone again after a crash. */
  indexedDB?: IDBFactory;
  cookies?: Map<string, string>;
  /** Added to the real time: a phone with a wrong clock. */
  clockOff?: number;
  /** Asked for every request; undefined lets it pass. */
  fault?: (method: string, path: string) => Fault | undefined;
}

/** The outside of a phone without a screen: real requests, a store in memory, a cookie jar. */
export function headlessEnvironment(options: Headless): Environment {
  const now = () => Date.now() + (options.clockOff ?? 0);
  return {
    fetch: browserFetch(options),
    now,
    newId: () => newId(now()),
    indexedDB: options.indexedDB ?? new IDBFactory(),
    sha256: async (bytes) => createHash("sha256").update(new Uint8Array(bytes)).digest("hex"),
    random: () => Math.random(),
    schedule(fn, ms) {
      const timer = setTimeout(fn, ms);
      return () => clearTimeout(timer);
    },
    deviceName: "headless",
    appVersion: "test",
  };
}

/** Node's fetch with what a browser adds by itself: the origin and the cookies. */
export function browserFetch({ base, cookies = new Map(), fault }: Headless): typeof fetch {
  return async (input, init = {}) => {
    const url = new URL(String(input), base);
    const method = init.method ?? "GET";
    const pass = async () => {
      const headers = new Headers(init.headers);
      if (method !== "GET") headers.set("Origin", new URL(base).origin);
      headers.set("Sec-Fetch-Site", "same-origin");
      const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      if (jar) headers.set("Cookie", jar);
      const response = await fetch(url, { ...init, headers });
      response.headers.getSetCookie().forEach((line) => keep(cookies, line));
      return response;
    };
    const meddle = fault?.(method, url.pathname);
    return meddle ? meddle(pass, url.pathname) : pass();
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair, ...rest] = line.split(";").map((part) => part.trim());
  const at = pair!.indexOf("=");
  const name = pair!.slice(0, at);
  const ended = rest.some((part) => /^max-age=(0|-)/i.test(part));
  if (ended) cookies.delete(name);
  else cookies.set(name, pair!.slice(at + 1));
}

const answer = (body: string, status: number, type: string) =>
  new Response(body, { status, headers: { "Content-Type": type } });

/** The faults of SYNC.md, by name. */
export const faults: Record<string, Fault> = {
  cut: () => Promise.reject(new TypeError("cut")),
  lost: async (pass) => {
    await (await pass()).arrayBuffer();
    throw new TypeError("lost");
  },
  doubled: async (pass) => {
    await (await pass()).arrayBuffer();
    return pass();
  },
  portal: async () => answer("<h1>wifi</h1>", 200, "text/html"),
  empty: async () => new Response(null, { status: 204 }),
  gateway: async () => answer("<h1>502</h1>", 502, "text/html"),
  broken: async () => answer('{"code":"bug"}', 500, "application/json"),
  busy: async () => answer("{}", 503, "application/json"),
  truncated: async (pass) => {
    const text = await (await pass()).text();
    return answer(text.slice(0, text.length / 2), 200, "application/json");
  },
};
