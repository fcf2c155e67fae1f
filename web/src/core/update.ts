import { NoConnection } from "./refused";

type Policy = { createScriptURL(url: string): unknown };
type Types = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy };

let registration: ServiceWorkerRegistration | null = null;
let renewed = false;

/** Registers the service worker, and looks for a new version whenever somebody looks at the app. */
export async function startUpdates(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  // The very first worker is no news to its own page; each one after it is.
  let hadOne = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    renewed = hadOne;
    hadOne = true;
  });
  try {
    registration = await navigator.serviceWorker.register(address() as string, {
      updateViaCache: "none",
    });
  } catch {
    // Without one the app works as before, only not from a cold start without a connection.
    return;
  }
  const look = () => {
    if (document.visibilityState === "visible") registration?.update().catch(() => {});
  };
  document.addEventListener("visibilitychange", look);
  for (const name of ["pageshow", "focus"]) window.addEventListener(name, look);
}

/**
 * For the router, between two screens. Lets a waiting version take over when nothing is being
 * written; true once it did, so that the next screen is better fetched as a whole page.
 */
export function betweenScreens(writing: boolean): boolean {
  if (writing) return false;
  registration?.waiting?.postMessage("skip-waiting");
  return renewed;
}

/** Somebody asks for it: true when a newer version is there, and is used from the next screen on. */
export async function lookForUpdate(): Promise<boolean> {
  await registration?.update().catch(() => {
    throw new NoConnection();
  });
  return renewed || Boolean(registration?.waiting ?? registration?.installing);
}

/** Trusted Types: the one address of a script that is not in the HTML. */
function address(): unknown {
  const path = "/service-worker.js";
  const types = (window as { trustedTypes?: Types }).trustedTypes;
  if (!types) return path;
  const createScriptURL = (url: string) => {
    if (url !== path) throw new TypeError(url);
    return url;
  };
  return types.createPolicy("buurtronde", { createScriptURL }).createScriptURL(path);
}
