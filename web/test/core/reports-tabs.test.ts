import { describe, expect, test } from "vitest";
import { instead, json } from "./office";
import { tenant, TenantPhone, write } from "./tenant-world";

/** What a browser does with locks that many may hold; it queues nothing, for nothing here waits. */
function locks(): LockManager {
  const held: LockInfo[] = [];
  const request = async (name: string, ...rest: unknown[]) => {
    const lock = { name };
    held.push(lock);
    try {
      return await (rest.at(-1) as () => Promise<unknown>)();
    } finally {
      held.splice(held.indexOf(lock), 1);
    }
  };
  return { request, query: async () => ({ held: [...held] }) } as unknown as LockManager;
}

async function borrowed(extra: TenantPhone["extra"]) {
  const home = await tenant();
  const id = await write(home.reports);
  await home.reports.now();
  const phone = new TenantPhone(home.office);
  phone.extra = extra;
  const reports = await phone.tab();
  await reports.add(home.office.code(id));
  await reports.look(id);
  await reports.stay(id, false);
  return { office: home.office, id, phone, reports };
}

describe("a report on somebody else's phone, open in one tab", () => {
  test("stays while it is looked at there, and goes once that tab closes it", async () => {
    const { office, id, phone, reports } = await borrowed({ locks: locks() });
    const other = await phone.tab();
    await other.now();
    await reports.reply(id, "Dank u.");
    await reports.now();
    expect(office.by(id).messages.map(({ text }) => text)).toEqual(["Dank u."]);
    expect(other.get(id)).toBeDefined();
    await reports.leave(id);
    expect((await phone.tab()).items.value).toEqual([]);
  });

  test("is not taken away while whoever reads it there thinks of the answer", async () => {
    const { office, id, phone, reports } = await borrowed({ locks: locks() });
    await reports.leave(id);
    const reader = await phone.tab();
    await reader.add(office.code(id));
    await reader.look(id);
    await reader.read(id);
    expect((await phone.tab()).get(id)!.stay).toBe("ask");
    await reader.leave(id);
    expect((await phone.tab()).items.value).toEqual([]);
  });

  test("taken away all the same, it takes no reply that would never go", async () => {
    const { id, phone, reports } = await borrowed({});
    await phone.tab();
    const late = reports.reply(id, "Dank u.");
    await expect(late).rejects.toMatchObject({ code: "report.unknown" });
    expect((await phone.tab()).status.value.unsent).toBe(0);
  });

  test("goes too with a reply that the office would not take", async () => {
    const { office, id, reports } = await borrowed({});
    await reports.reply(id, "Dank u.");
    const no = instead(() => json({ code: "reply.text", message: "Te lang." }, 400));
    office.meddle("POST", "/api/public/reports", no);
    await reports.now();
    expect(reports.get(id)!.replies).toMatchObject([{ truth: "refused" }]);
    await reports.leave(id);
    expect([reports.items.value, reports.status.value.refused]).toEqual([[], 0]);
  });
});
