/// <reference lib="webworker" />
import { pageOf, readPushed, wordsOf } from "./pushed";

declare const self: ServiceWorkerGlobalScope;
/** Both filled in by the build: every file of this version, and a hash over them. */
declare const __PRECACHE__: string[];
declare const __VERSION__: string;

const prefix = "buurtronde-";
const mine = prefix + __VERSION__;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

// Only the app says when: between two screens, with nothing being written.
self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname === "/api" || url.pathname.startsWith("/api/")) return;
  // The plain page for who has no scripts is the server's, and no screen of the app.
  if (url.pathname === "/numbers") return;
  event.respondWith(answer(request));
});

self.addEventListener("push", (event) => event.waitUntil(show(event.data)));

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});

/** What cannot be read is shown all the same: something was worth a message. */
async function show(data: PushMessageData | null): Promise<void> {
  let said: unknown = null;
  try {
    said = data?.json();
  } catch {
    // Said in general words below.
  }
  const pushed = readPushed(said);
  const { title, text } = wordsOf(pushed);
  const { language = "nl" } = pushed;
  // An alarm stays until somebody looks; an answer to a tenant can be swept away.
  const isUrgent = pushed.type !== "report";
  const look = { icon: "/icon-192.png", badge: "/icon-192.png" };
  const more = { tag: pushed.id ?? pushed.type, renotify: true, requireInteraction: isUrgent };
  await self.registration.showNotification(title, {
    ...{ body: text, data: pushed, lang: language, dir: language === "ar" ? "rtl" : "ltr" },
    ...{ vibrate: isUrgent ? [400, 200, 400] : [200], ...look, ...more },
  } as NotificationOptions);
}

/** Only to a screen of our own; a tap is never an answer to what was asked. */
async function open(data: unknown): Promise<void> {
  const url = self.location.origin + pageOf(readPushed(data));
  const [page] = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const shown = await page?.focus().then((one) => one.navigate(url)).catch(() => null);
  if (!shown) await self.clients.openWindow(url);
}

/** All files or none: one that is missing leaves the version before in charge. */
async function install(): Promise<void> {
  const cache = await caches.open(mine);
  try {
    await Promise.all(
      __PRECACHE__.map(async (path) => {
        const fetched = await fetch(new Request(path, { cache: "reload" }));
        if (!isOurs(path, fetched)) throw new TypeError(path);
        await cache.put(path, fetched);
      }),
    );
  } catch (error) {
    await caches.delete(mine);
    throw error;
  }
}

/** The version before stays, so that a page of it still finds the parts it loads late. */
async function activate(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== mine);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(mine);
  const wanted = request.mode === "navigate" ? "/" : request;
  const kept = (await cache.match(wanted)) ?? (await caches.match(wanted));
  if (kept) return kept;
  const fetched = await fetch(request);
  // The staff's screens are not fetched ahead; once used they belong to this version too.
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/assets/") && isOurs(pathname, fetched))
    await cache.put(request, fetched.clone());
  return fetched;
}

/** A captive portal answers everything with a page of its own, and says that all is well. */
function isOurs(path: string, { ok, redirected, headers }: Response): boolean {
  const type = headers.get("content-type") ?? "";
  const isPage = /^text\/html\b/i.test(type);
  if (!ok || redirected || isPage !== (path === "/")) return false;
  if (path.endsWith(".js")) return /javascript/i.test(type);
  return !path.endsWith(".css") || /^text\/css\b/i.test(type);
}
