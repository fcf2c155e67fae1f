import { describe, expect, test } from "vitest";
import { tenant, write } from "./tenant-world";
import { until } from "./world";

const pace = 5 * 60_000;

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
});
