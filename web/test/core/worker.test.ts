import { beforeEach, describe, expect, test, vi } from "vitest";
import topics from "./push-topics.json";

type Listener = (event: Record<string, unknown>) => void;

interface Shown {
  title: string;
  body: string;
  data: unknown;
  tag: string;
  dir: string;
  requireInteraction: boolean;
}

/** The worker's surroundings, small: caches by name, and a network that may miss a file. */
class Browser {
  caches = new Map<string, Map<string, string>>();
  listeners = new Map<string, Listener>();
  missing = new Set<string>();
  skipped = 0;
  portal = false;
  shown: Shown[] = [];
  opened: string[] = [];
  pages: { focus(): Promise<unknown> }[] = [];

  async load(version: string, files: string[]): Promise<void> {
    const key = (request: Request | string) =>
      new URL(typeof request === "string" ? request : request.url, "https://buurt").pathname;
    const network = async (request: Request & { options?: RequestInit }) => {
      const path = key(request);
      if (this.portal) return typed("<h1>wifi</h1>", "/");
      if (this.missing.has(path)) return new Response("", { status: 404 });
      return typed(`${request.options ? version : "network"} ${path}`, path);
    };
    const match = async (name: string, request: Request | string) => {
      const text = this.caches.get(name)?.get(key(request));
      return text === undefined ? undefined : new Response(text);
    };
    const open = async (name: string) => {
      if (!this.caches.has(name)) this.caches.set(name, new Map());
      return {
        match: (request: Request | string) => match(name, request),
        put: async (request: Request | string, response: Response) =>
          void this.caches.get(name)!.set(key(request), await response.text()),
      };
    };
    vi.stubGlobal("__VERSION__", version);
    vi.stubGlobal("__PRECACHE__", files);
    vi.stubGlobal("Request", class {
      url: string;
      constructor(path: string, readonly options: RequestInit) {
        this.url = `https://buurt${path}`;
      }
    });
    vi.stubGlobal("fetch", network);
    vi.stubGlobal("caches", {
      open,
      keys: async () => [...this.caches.keys()],
      delete: async (name: string) => this.caches.delete(name),
      match: async (request: Request | string) => {
        for (const name of this.caches.keys()) {
          const found = await match(name, request);
          if (found) return found;
        }
        return undefined;
      },
    });
    vi.stubGlobal("self", {
      location: { origin: "https://buurt" },
      clients: {
        claim: async () => {},
        matchAll: async () => this.pages,
        openWindow: async (url: string) => void this.opened.push(url),
      },
      registration: {
        showNotification: async (title: string, { body, data, tag, dir, requireInteraction }: Shown) =>
          void this.shown.push({ title, body, data, tag, dir, requireInteraction }),
      },
      skipWaiting: async () => void this.skipped++,
      addEventListener: (name: string, listener: Listener) => this.listeners.set(name, listener),
    });
    vi.resetModules();
    await import("../../src/sw/service-worker");
  }

  async happen(name: string, event: object = {}): Promise<void> {
    let work: Promise<unknown> = Promise.resolve();
    const waitUntil = (promise: Promise<unknown>) => (work = promise);
    this.listeners.get(name)!({ ...event, waitUntil });
    await work;
  }

  async get(path: string, more: object = {}): Promise<string | null> {
    let answer: Promise<Response> | null = null;
    const request = { method: "GET", mode: "cors", url: `https://buurt${path}`, ...more };
    this.listeners.get("fetch")!({
      request,
      respondWith: (response: Promise<Response>) => (answer = response),
    });
    return answer ? (await (answer as Promise<Response>)).text() : null;
  }

  async update(version: string, files: string[]): Promise<void> {
    await this.load(version, files);
    await this.happen("install");
    await this.happen("activate");
  }
}

function typed(text: string, path: string): Response {
  const type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html";
  return new Response(text, { headers: { "Content-Type": type } });
}

describe("the service worker", () => {
  let browser: Browser;

  beforeEach(async () => {
    browser = new Browser();
    await browser.update("v1", ["/", "/assets/late-1.js"]);
  });

  test("answers every screen with the one page, also without a line", async () => {
    for (const path of ["/", "/desk", "/observations/new?x=1"]) {
      expect(await browser.get(path, { mode: "navigate" })).toBe("v1 /");
    }
  });

  test.each([
    ["/api/sync/pull", {}],
    ["/api", {}],
    ["/api/photos/ab", { mode: "navigate" }],
    ["/", { method: "POST" }],
    ["/assets/late-1.js", { method: "HEAD" }],
    ["", { url: "https://elsewhere/x.js" }],
  ])("leaves %s %o alone", async (path, more) => {
    expect(await browser.get(path, more)).toBeNull();
  });

  test("with one file missing installs nothing, and the version before goes on", async () => {
    await browser.load("v2", ["/", "/assets/late-2.js"]);
    browser.missing.add("/assets/late-2.js");
    await expect(browser.happen("install")).rejects.toThrow();
    expect([...browser.caches.keys()]).toEqual(["buurtronde-v1"]);
  });

  test("keeps what it fetched late, but never a portal's page in its place", async () => {
    browser.portal = true;
    expect(await browser.get("/assets/desk-1.js")).toBe("<h1>wifi</h1>");
    browser.portal = false;
    expect(await browser.get("/assets/desk-1.js")).toBe("network /assets/desk-1.js");
    browser.portal = true;
    expect(await browser.get("/assets/desk-1.js")).toBe("network /assets/desk-1.js");
  });

  test("installs nothing from a portal that answers every file with its page", async () => {
    await browser.load("v2", ["/", "/assets/late-2.js"]);
    browser.portal = true;
    await expect(browser.happen("install")).rejects.toThrow();
    expect([...browser.caches.keys()]).toEqual(["buurtronde-v1"]);
  });

  test("an old page still finds its late parts after one update", async () => {
    await browser.update("v2", ["/", "/assets/late-2.js"]);
    expect(await browser.get("/assets/late-1.js")).toBe("v1 /assets/late-1.js");
    expect(await browser.get("/", { mode: "navigate" })).toBe("v2 /");
    await browser.update("v3", ["/", "/assets/late-3.js"]);
    expect([...browser.caches.keys()]).toEqual(["buurtronde-v2", "buurtronde-v3"]);
  });

  test("takes over only when the app says so", async () => {
    await browser.load("v2", ["/"]);
    await browser.happen("install");
    expect(browser.skipped).toBe(0);
    browser.listeners.get("message")!({ data: "something" });
    expect(browser.skipped).toBe(0);
    browser.listeners.get("message")!({ data: "skip-waiting" });
    expect(browser.skipped).toBe(1);
  });

  const id = "0190a000-0000-7000-8000-000000000001";

  test.each(Object.entries(topics))("a push about %s has words of its own and opens %s", async (type, page) => {
    const said = { type, id, title: "Noor de Wit", text: "Lindestraat 4", path: "/desk", tag: "x" };
    await browser.happen("push", { data: { json: () => said } });
    const [shown] = browser.shown;
    expect(JSON.stringify(shown)).not.toMatch(/Noor|Lindestraat|desk/);
    expect(shown!.title.startsWith("OEFENING")).toBe(type === "practice");
    expect(shown!.title).not.toBe("Bericht van Buurtronde");
    expect(shown!.tag).toBe(type === "report" ? type : id);
    await browser.happen("notificationclick", { notification: { data: shown!.data, close: () => {} } });
    expect(browser.opened).toEqual([`https://buurt${page}`]);
  });

  test.each([
    ["nl", "Er is nieuws voor u", "ltr"],
    ["ar", "هناك خبر لك", "rtl"],
    ["uk", "Для вас є новина", "ltr"],
    ["xx", "Er is nieuws voor u", "ltr"],
    [["ar"], "Er is nieuws voor u", "ltr"],
  ])("a sign in %o is said so, and tells nothing of what it is about", async (language, title, dir) => {
    const said = { type: "report", id, language, kind: "concern", code: "SECRET", text: "SECRET" };
    await browser.happen("push", { data: { json: () => said } });
    const [shown] = browser.shown;
    expect([shown!.title, shown!.dir, shown!.requireInteraction]).toEqual([title, dir, false]);
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`SECRET|concern|${id}`));
    await browser.happen("notificationclick", { notification: { data: shown!.data, close: () => {} } });
    expect(browser.opened).toEqual(["https://buurt/reports"]);
  });

  test("a code is shown, and opens no more than the app", async () => {
    await browser.happen("push", { data: { json: () => ({ type: "code", id: "482913" }) } });
    expect(browser.shown[0]).toMatchObject({
      title: "Uw code voor Buurtronde",
      body: "Uw code is 482913. Hij is een kwartier geldig. Geef hem aan niemand.",
    });
  });

  test("a pair whose round is not known yet sees all of its own", async () => {
    await browser.happen("push", { data: { json: () => ({ type: "pair", id: null }) } });
    expect(browser.shown[0]!.title).toBe("Zijn jullie veilig?");
    const { data } = browser.shown[0]!;
    await browser.happen("notificationclick", { notification: { data, close: () => {} } });
    expect(browser.opened).toEqual(["https://buurt/round"]);
  });

  test.each([
    ["nothing", null],
    ["a page", "<html>"],
    ["no object", '"alarm"'],
    ["null", "null"],
    ["a list", `[{"type":"alarm","id":"${id}"}]`],
    ["no type", `{"id":"${id}"}`],
    ["an unknown type", `{"type":"party","id":"${id}"}`],
    ["a type of the language", `{"type":"constructor","id":"${id}"}`],
    ["no id", '{"type":"alarm"}'],
    ["a way out", '{"type":"alarm","id":"../../evil"}'],
    ["another place", '{"type":"alarm","id":"//elsewhere/x"}'],
    ["an object for an id", '{"type":"alarm","id":{"a":1}}'],
    ["words for a code", '{"type":"code","id":"bel 0906"}'],
    ["what was said before", '{"title":"Alarm","text":"Noor","path":"//elsewhere/x","tag":"t"}'],
  ])("a push with %s says that there is news, and opens the app", async (_, text) => {
    const data = text === null ? null : { json: () => JSON.parse(text) as object };
    await browser.happen("push", { data });
    expect(browser.shown).toMatchObject([
      { title: "Bericht van Buurtronde", body: "Open de app om het te lezen.", tag: "news" },
    ]);
    const notification = { data: browser.shown[0]!.data, close: () => {} };
    await browser.happen("notificationclick", { notification });
    expect(browser.opened).toEqual(["https://buurt/"]);
  });

  test.each(["https://elsewhere/x", "//elsewhere/x", "/desk", { type: "alarm", id: "x" }, null])(
    "a tap on a message that holds %o opens the app alone",
    async (data) => {
      await browser.happen("notificationclick", { notification: { data, close: () => {} } });
      expect(browser.opened).toEqual(["https://buurt/"]);
    },
  );

  test("a page that is open already goes there itself", async () => {
    const went: string[] = [];
    const page = { focus: async () => page, navigate: async (url: string) => (went.push(url), page) };
    browser.pages = [page];
    const data = { type: "swap", id: null };
    await browser.happen("notificationclick", { notification: { data, close: () => {} } });
    expect([went, browser.opened]).toEqual([["https://buurt/roster"], []]);
  });
});
