import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refused } from "../../src/core/refused";
import type { Reports } from "../../src/core/tenant/reports";
import { cut, instead, lost } from "./office";
import type { PublicOffice } from "./public-office";
import { stored, tenant, write, type TenantPhone } from "./tenant-world";

const endpoint = "https://push.example/abc";
let permission: "granted" | "denied";
let phone: TenantPhone;
let office: PublicOffice;
let reports: Reports;
let id: string;

/** What a browser gives a page of its own, as far as a sign needs it. */
function surround(): void {
  let subscription: object | null = null;
  const pushManager = {
    getSubscription: async () => subscription,
    subscribe: async (options: { applicationServerKey: Uint8Array }) =>
      (subscription ??= { options, toJSON: () => ({ endpoint, keys: { p256dh: "x", auth: "y" } }) }),
  };
  vi.stubGlobal("Notification", {
    requestPermission: async () => permission,
    get permission() {
      return permission;
    },
  });
  vi.stubGlobal("navigator", { serviceWorker: { ready: Promise.resolve({ pushManager }) } });
}

beforeEach(async () => {
  permission = "granted";
  surround();
  ({ phone, office, reports } = await tenant());
  id = await write(reports);
  await reports.now();
  await reports.look(id);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const told = () => reports.get(id)!.isTold;
const at = () => `/api/public/reports/${office.code(id)}/followers`;

test("a sign is asked for in the tenant's language, and said to come once the office has it", async () => {
  expect([reports.get(id)!.answer!.pushKey, told()]).toEqual(["AQID", false]);
  await reports.askForSign(id, "ar");
  expect(told()).toBe(true);
  expect([...office.followers.get(id)!.values()]).toEqual([
    { subscription: { endpoint, keys: { p256dh: "x", auth: "y" } }, language: "ar" },
  ]);
  await reports.dropSign(id);
  expect([told(), office.followers.get(id)!.size]).toEqual([false, 0]);
  await reports.dropSign(id);
});

test("a portal that says yes to everything is not believed", async () => {
  office.meddle("PUT", at(), instead(() => new Response(null, { status: 204 })));
  await expect(reports.askForSign(id, "nl")).rejects.toThrow(Refused);
  expect([told(), office.followers.size]).toEqual([false, 0]);
});

test("without a line nothing is said to be on, and an answer that was lost can be turned off", async () => {
  office.meddle("PUT", at(), cut);
  await expect(reports.askForSign(id, "nl")).rejects.toMatchObject({ code: "no-connection" });
  expect(told()).toBe(false);
  office.meddle("PUT", at(), lost);
  await expect(reports.askForSign(id, "nl")).rejects.toMatchObject({ code: "no-connection" });
  expect([told(), office.followers.get(id)!.size]).toEqual([false, 1]);
  await reports.look(id);
  expect(told()).toBe(true);
  office.meddle("DELETE", at(), cut);
  await expect(reports.dropSign(id)).rejects.toMatchObject({ code: "no-connection" });
  expect(told()).toBe(true);
  await reports.dropSign(id);
  expect([told(), office.followers.get(id)!.size]).toEqual([false, 0]);
});

test("who says no to the browser is asked nothing of the office", async () => {
  permission = "denied";
  await expect(reports.askForSign(id, "nl")).rejects.toMatchObject({ code: "push.denied" });
  expect(office.requests.filter((one) => one.includes("followers"))).toEqual([]);
});

test("where nothing is pushed there is nothing to ask", async () => {
  office.pushKey = null;
  await reports.look(id);
  await expect(reports.askForSign(id, "nl")).rejects.toMatchObject({ code: "push.failed" });
});

test("a fourth phone is told so, and what else goes wrong is said in words of our own", async () => {
  office.followers.set(id, new Map([["a", 1], ["b", 2], ["c", 3]]));
  await expect(reports.askForSign(id, "nl")).rejects.toMatchObject({ code: "report.follower.many" });
  office.followers.clear();
  office.meddle("PUT", at(), instead(() => new Response("{}", { status: 500 })));
  await expect(reports.askForSign(id, "nl")).rejects.toMatchObject({ code: "push.failed" });
  expect(told()).toBe(false);
});

test("what the office forgot is not said to come any more", async () => {
  await reports.askForSign(id, "nl");
  await reports.eraseContact(id);
  await reports.now();
  await reports.look(id);
  expect(told()).toBe(false);
});

test("a copy put back at the office turns on no sign that was turned off here", async () => {
  await reports.askForSign(id, "nl");
  const before = new Map(office.followers.get(id));
  await reports.dropSign(id);
  office.followers.set(id, before);
  const later = await phone.tab();
  await later.now();
  expect(before.size).toBe(0);
  await later.look(id);
  expect(later.get(id)!.isTold).toBe(false);
  // Another that is asked for since stays.
  await later.askForSign(id, "nl");
  for (let i = 0; i < 2; i++) await later.now();
  expect(later.get(id)!.isTold).toBe(true);
});

test.each(["one by one", "all at once"])("reports taken off this phone %s take their signs along", async (how) => {
  const forget = () => (how === "all at once" ? reports.forgetAll() : reports.forget(id));
  await reports.askForSign(id, "nl");
  office.meddle("DELETE", at(), cut, lost, instead(() => new Response(null, { status: 204 })));
  await forget();
  expect(await stored(phone)).toContain(office.code(id));
  await reports.now();
  expect(reports.status.value).toMatchObject({ unsent: 0, reason: "no-connection" });
  // Off, but unheard; then a portal's word.
  const later = await phone.tab();
  for (let i = 0; i < 2; i++) await later.now();
  expect(office.followers.get(id)!.size).toBe(0);
  await later.now();
  expect(await stored(phone)).not.toContain(office.code(id));
  const asked = office.requests.length;
  await later.now();
  expect(office.requests).toHaveLength(asked);
});

test("a sign whose answer was lost goes along as well", async () => {
  office.meddle("PUT", at(), lost);
  await expect(reports.askForSign(id, "nl")).rejects.toMatchObject({ code: "no-connection" });
  await reports.forget(id);
  await reports.now();
  expect(office.followers.get(id)!.size).toBe(0);
});

test("a sign of what the office does not keep, or that is too old, leaves nothing on the phone", async () => {
  await reports.askForSign(id, "nl");
  await reports.forget(id);
  const code = office.code(id);
  const day = 24 * 3_600_000;
  const held = office.by(id);
  office.reports.delete(id);
  await reports.now();
  expect(await stored(phone)).not.toContain(code);
  office.reports.set(id, held);
  await reports.add(code);
  await reports.stay(id, true);
  await reports.askForSign(id, "nl");
  await reports.forget(id);
  phone.pass(60 * day - 1);
  await phone.tab();
  expect(await stored(phone)).toContain(code);
  phone.pass(1);
  await phone.tab();
  expect(await stored(phone)).not.toContain(code);
});
