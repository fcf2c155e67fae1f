import { describe, expect, test } from "vitest";
import { cut } from "./office";
import { tenant, write } from "./tenant-world";
import { until } from "./world";

const pace = 5 * 60_000;
const day = 24 * 3_600_000;

describe("a copy without the report, put back at the office", () => {
  test("costs a reply that waited nothing: it goes after the report, by itself", async () => {
    const { phone, office, reports } = await tenant();
    const id = await write(reports);
    await reports.now();
    office.reports.clear();
    office.bodies.clear();
    await reports.reply(id, "Hij knippert ook.");
    reports.start();
    await until(() => reports.get(id)!.truth === "waiting" && reports.status.value.state === "idle");
    expect(reports.get(id)!.replies).toMatchObject([{ truth: "waiting" }]);
    phone.pass(pace);
    await until(() => reports.status.value.unsent === 0 && reports.status.value.state === "idle");
    reports.stop();
    expect(reports.status.value.refused).toBe(0);
    expect(office.by(id).messages.map(({ text }) => text)).toEqual(["Hij knippert ook."]);
  });

  test("and a report that is refused the second time waits for somebody to mend it", async () => {
    const { phone, office, reports } = await tenant();
    const id = await write(reports);
    await reports.now();
    office.reports.clear();
    office.bodies.clear();
    await reports.now();
    office.bodies.set(id, "something else");
    await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "refused", refusal: { status: 409 } });
    const posts = () => office.requests.filter((line) => line === "POST /api/public/reports").length;
    const before = posts();
    const later = await phone.tab();
    await later.now();
    expect(later.get(id)!.truth).toBe("refused");
    expect(posts()).toBe(before + 1);
  });

  test("gets a reply again that arrived while this phone's clock was ahead, for a week", async () => {
    const { phone, office, reports } = await tenant();
    const id = await write(reports);
    await reports.now();
    const before = structuredClone(office.by(id));
    phone.now += 400 * day;
    await reports.reply(id, "Hij knippert ook.");
    await reports.now();
    phone.now -= 400 * day;
    office.reports.set(id, structuredClone(before));
    await reports.now();
    await reports.now();
    expect(office.by(id).messages.map(({ text }) => text)).toEqual(["Hij knippert ook."]);
    phone.now += 7 * day;
    await reports.now();
    office.reports.set(id, before);
    await reports.now();
    expect(reports.status.value.unsent).toBe(0);
  });

  test("is not for ever: when the right copy comes, the code typed again finds it", async () => {
    const { phone, office, reports } = await tenant();
    const id = await write(reports);
    await reports.now();
    const held = office.by(id);
    phone.now += 8 * day;
    office.reports.delete(id);
    await reports.now();
    const code = office.code(id);
    expect(await reports.add(code)).toBe(id);
    expect(reports.get(id)!.truth).toBe("gone");
    office.reports.set(id, held);
    office.say(id, "answer", "De monteur komt.", "answered");
    office.meddle("GET", "/api/public", cut);
    expect(await reports.add(code)).toBeNull();
    await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "office", isNews: true });
    expect(reports.get(id)!.stay).toBeUndefined();
    expect(reports.codes.value).toEqual([]);
  });
});
