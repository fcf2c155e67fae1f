import type { Ask } from "./ask";
import { Refused } from "./refused";

export type ContactKind = "push" | "email" | "phone";

export interface Contact {
  id: string;
  kind: ContactKind;
  address: string;
  provenAt: string | null;
  lastHandedAt: string | null;
  lastFailedAt?: string | null;
  usable: boolean;
}

export interface ContactList {
  contacts: Contact[];
  /** What this server signs its messages with; null when it sends none. */
  pushKey: string | null;
  /** The kinds by which this installation can send; all when it does not say. */
  channels?: ContactKind[];
}

const patience = 20_000;

/** How the server can reach this person; each way counts once its code came back. */
export function openContacts(ask: Ask) {
  const one = (id: string) => `/api/contacts/${encodeURIComponent(id)}`;
  return {
    list: () => ask<ContactList>("GET", "/api/contacts"),
    /** Sends a code over the very channel. */
    add: (id: string, contact: { kind: ContactKind; address?: string; subscription?: unknown }) =>
      ask<void>("PUT", one(id), contact),
    sendCode: (id: string) => ask<void>("POST", `${one(id)}/code`),
    prove: (id: string, code: string) =>
      ask<void>("POST", `${one(id)}/proof`, { code: code.replace(/\s/g, "") }),
    remove: (id: string) => ask<void>("DELETE", one(id)),
  };
}

export function canPush(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/** This phone's address at its maker's message service; asks the person, who may say no. */
export async function subscribe(pushKey: string): Promise<unknown> {
  if ((await Notification.requestPermission()) !== "granted") {
    throw new Refused(0, "push.denied");
  }
  const registration = await ready();
  const known = await registration.pushManager.getSubscription();
  // One that was made for another key would never arrive.
  if (known && !isFor(known, pushKey)) await known.unsubscribe();
  const wanted = { userVisibleOnly: true, applicationServerKey: bytes(pushKey) };
  try {
    return (await registration.pushManager.subscribe(wanted)).toJSON();
  } catch {
    throw new Refused(0, "push.failed");
  }
}

/** Whether what was asked for still stands: a person, or the browser, can take it back. */
export async function isSubscribed(pushKey: string): Promise<boolean> {
  if (Notification.permission !== "granted") return false;
  const registration = await navigator.serviceWorker.getRegistration();
  const known = await registration?.pushManager.getSubscription();
  return Boolean(known && isFor(known, pushKey));
}

/** A worker that could not be installed would keep somebody waiting for ever. */
function ready(): Promise<ServiceWorkerRegistration> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Refused(0, "push.failed")), patience);
    void navigator.serviceWorker.ready.then((registration) => {
      clearTimeout(late);
      resolve(registration);
    });
  });
}

function isFor(subscription: PushSubscription, pushKey: string): boolean {
  const key = subscription.options.applicationServerKey;
  const wanted = bytes(pushKey);
  const given = key ? new Uint8Array(key) : null;
  return given?.length === wanted.length && given.every((byte, i) => byte === wanted[i]);
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
