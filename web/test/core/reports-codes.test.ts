import { describe, expect, test } from "vitest";
import type { Reports } from "../../src/core/tenant/reports";
import { cut, instead, json, type Fault } from "./office";
import { lamp, tenant, TenantPhone, write } from "./tenant-world";
import { until } from "./world";

const get = "/api/public/reports/";
const bug = instead(() => json({ code: "bug" }, 500));

/** Somebody else's report at the office, and its code typed on this phone without a connection. */
async function typed(...others: string[]) {
  const home = await tenant();
  const id = await write(home.reports);
  await home.reports.now();
  const { office } = home;
  const code = office.code(id);
  const phone = new TenantPhone(office);
  const reports = await phone.tab();
  for (const one of [...others, code]) {
    office.meddle("GET", get, cut);
    await reports.add(one);
  }
  return { office, id, code, phone, reports };
}

describe("a code taken away while the office is asked about it", () => {
  const ways = [
    ["by forgetting all", "known"],
    ["by forgetting all", "unknown"],
    ["by dropping it", "known"],
    ["by dropping it", "unknown"],
  ] as const;

  test.each(ways)("%s, does not come back when the office says it is %s", async (way, said) => {
    const { office, id, code, phone, reports } = await typed();
    if (said === "unknown") office.reports.delete(id);
    const meanwhile: Fault = async (pass) => {
      await (way === "by dropping it" ? reports.dropCode(code) : reports.forgetAll());
      return pass();
    };
    office.meddle("GET", get, meanwhile);
    await reports.now();
    const again = await phone.tab();
    expect([again.codes.value, again.items.value]).toEqual([[], []]);
  });
});

describe("what the server cannot answer for one", () => {
  test("code, hides neither the next one nor the news of the others", async () => {
    const { office, id, reports } = await typed("8".repeat(26));
    office.meddle("GET", get + "8".repeat(26), bug, bug);
    const own = await write(reports, { ...lamp, text: "van mij" });
    await reports.now();
    office.say(own, "answer", "De monteur komt.", "answered");
    await reports.now();
    expect(reports.get(id)).toBeDefined();
    expect(reports.get(own)!.isNews).toBe(true);
    expect(reports.status.value).toMatchObject({ state: "refused", reason: "sync.server" });
  });

  test("report, does not hide the news of the others", async () => {
    const { office, reports } = await tenant();
    const ids = [await write(reports), await write(reports)];
    await reports.now();
    for (const id of ids) office.say(id, "answer", "De monteur komt.", "answered");
    const [first, second] = [...ids].sort();
    office.meddle("GET", get + office.code(first!), bug);
    await reports.now();
    expect([first, second].map((id) => reports.get(id!)!.isNews)).toEqual([false, true]);
    await reports.now();
    expect(reports.get(first!)!.isNews).toBe(true);
    expect(reports.status.value.reason).toBeNull();
  });

  test("because it is busy, is asked for nothing more", async () => {
    const { office, reports } = await typed("8".repeat(26));
    office.meddle("GET", get, instead(() => json({ code: "limit" }, 429)));
    const before = office.requests.length;
    await reports.now();
    expect(office.requests).toHaveLength(before + 1);
  });
});

describe("what the office does not know", () => {
  const asked = (requests: string[], code: string) => requests.filter((one) => one.includes(code));

  test("is no guess at each start: a typed code waits for a tap", async () => {
    const { office, id, code, phone, reports } = await typed();
    office.reports.delete(id);
    await reports.now();
    const before = asked(office.requests, code).length;
    for (let i = 0; i < 3; i++) await started(await phone.tab());
    expect(asked(office.requests, code)).toHaveLength(before);
    await reports.now();
    expect(asked(office.requests, code)).toHaveLength(before + 1);
  });

  test("is no guess either for the sake of a reply that it refused", async () => {
    const { office, id, code, phone, reports } = await typed();
    await reports.now();
    office.reports.delete(id);
    await reports.reply(id, "Dank u.");
    await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "gone", replies: [{ truth: "refused" }] });
    const before = asked(office.requests, code).length;
    for (let i = 0; i < 3; i++) await started(await phone.tab());
    expect(asked(office.requests, code)).toHaveLength(before);
  });
});

async function started(reports: Reports): Promise<void> {
  reports.start();
  const { lastSuccessAt } = reports.status.value;
  await until(() => lastSuccessAt !== reports.status.value.lastSuccessAt);
  reports.stop();
}
