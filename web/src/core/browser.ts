import type { Environment } from "./environment";
import { shrink } from "./image";
import { newId } from "./id";

/** The real outside: this browser. */
export function browserEnvironment(): Environment {
  const { storage, locks } = navigator as Partial<Navigator>;
  return {
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    newId: () => newId(Date.now()),
    indexedDB,
    sha256,
    random: () => Math.random(),
    schedule(fn, ms) {
      const timer = setTimeout(fn, ms);
      return () => clearTimeout(timer);
    },
    storage: storage && "persist" in storage ? storage : undefined,
    locks,
    broadcast: "BroadcastChannel" in window ? broadcast : undefined,
    shrink,
    onWake,
    isVisible: () => document.visibilityState === "visible",
    live: "EventSource" in window ? live : undefined,
    forget,
    deviceName: deviceName(navigator.userAgent),
    appVersion: __APP_VERSION__,
  };
}

declare const __APP_VERSION__: string;

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function broadcast(onMessage: () => void) {
  const channel = new BroadcastChannel("buurtronde");
  channel.onmessage = onMessage;
  return { post: () => channel.postMessage("stored") };
}

function onWake(run: () => void): () => void {
  const visible = ["visibilitychange"];
  const others = ["pageshow", "focus", "online"];
  visible.forEach((name) => document.addEventListener(name, run));
  others.forEach((name) => window.addEventListener(name, run));
  return () => {
    visible.forEach((name) => document.removeEventListener(name, run));
    others.forEach((name) => window.removeEventListener(name, run));
  };
}

/** The browser itself tries again after a lost line; an answer like 401 ends it. */
function live(onChanged: () => void, lost: () => void): () => void {
  const source = new EventSource("/api/live");
  source.addEventListener("changed", onChanged);
  source.onopen = onChanged;
  source.onerror = () => {
    if (source.readyState !== EventSource.CLOSED) return;
    source.close();
    lost();
  };
  return () => source.close();
}

async function forget(): Promise<void> {
  const theme = localStorage.getItem("buurtronde.theme");
  localStorage.clear();
  sessionStorage.clear();
  if (theme) localStorage.setItem("buurtronde.theme", theme);
  for (const name of await caches.keys()) await caches.delete(name);
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  for (const registration of registrations) await registration.unregister();
}

/** Enough for a coordinator to tell two phones apart, and no more. */
function deviceName(agent: string): string {
  const system = /iPhone|iPad|Android|Windows|Mac OS|Linux/.exec(agent)?.[0] ?? "";
  const browser = /Firefox|Edg|SamsungBrowser|Chrome|Safari/.exec(agent)?.[0] ?? "";
  return `${system} ${browser.replace("Edg", "Edge")}`.trim();
}
