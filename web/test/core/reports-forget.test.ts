import { describe, expect, test } from "vitest";
import { cut, instead, json } from "./office";
import { lamp, stored, tenant, TenantPhone, write } from "./tenant-world";

const day = 24 * 3_600_000;

describe("two reports with the same photo", () => {
  test("both have it, and it goes once", async () => {
    const { office, reports } = await tenant();
    const first = await write(reports, lamp, ["one lamp"]);
    const second = await write(reports, { ...lamp, text: "en de tweede" }, ["one lamp"]);
    expect([first, second].map((id) => reports.get(id)!.photosWaiting)).toEqual([1, 1]);
    await reports.now();
    expect([first, second].map((id) => reports.get(id)!.photosWaiting)).toEqual([0, 0]);
    expect(office.requests.filter((line) => line.startsWith("PUT"))).toHaveLength(1);
  });

  test("forgetting one leaves the other its photo", async () => {
    const { office, reports } = await tenant();
    const first = await write(reports, lamp, ["one lamp"]);
    const second = await write(reports, lamp, ["one lamp"]);
    const [sha256] = reports.get(second)!.photos;
    await reports.forget(first);
    expect(await reports.photo(sha256!)).toBeInstanceOf(ArrayBuffer);
    await reports.now();
    expect(reports.get(second)).toMatchObject({ truth: "office", photosWaiting: 0 });
    expect(office.photos.size).toBe(1);
    await reports.forget(second);
    expect(await reports.photo(sha256!)).toBeNull();
  });

  test("mending one does not hold up the photo of the other", async () => {
    const { office, reports } = await tenant();
    const bad = await write(reports, { ...lamp, category: "wrong" }, ["one lamp"]);
    office.meddle("PUT", "/api/public/photos", cut);
    const good = await write(reports, lamp, ["one lamp"]);
    await reports.now();
    await reports.mend(bad);
    expect(reports.get(good)).toMatchObject({ truth: "office", photosWaiting: 1 });
    await reports.drafts.discard(bad);
    await reports.now();
    expect(reports.get(good)!.photosWaiting).toBe(0);
    expect(office.photos.size).toBe(1);
  });

  test("a refused report keeps a photo back only while no other one names it", async () => {
    const { office, reports } = await tenant();
    await write(reports, { ...lamp, category: "wrong" }, ["one lamp"]);
    await reports.now();
    expect([office.photos.size, reports.status.value.unsent]).toEqual([0, 0]);
    await write(reports, lamp, ["one lamp"]);
    expect(reports.status.value.unsent).toBe(2);
    await reports.now();
    expect([office.photos.size, reports.status.value.unsent]).toEqual([1, 0]);
  });
});

describe("what stays on a phone", () => {
  test("a draft goes thirty days after somebody last touched it, with its photo", async () => {
    const { phone, reports } = await tenant();
    const draft = await reports.drafts.start("report", lamp);
    await reports.drafts.addPhoto(draft.id, new Blob(["a lamp"]));
    const [photo] = reports.draft.value[0]!.photos;
    phone.pass(20 * day);
    await reports.drafts.change(draft.id, { text: "nog steeds stuk" });
    await phone.heard();
    phone.pass(30 * day - 1);
    expect((await phone.heard()).draft.value).toHaveLength(1);
    phone.pass(1);
    expect((await phone.tab()).draft.value).toHaveLength(1);
    const later = await phone.heard();
    expect(later.draft.value).toEqual([]);
    expect(await later.photo(photo!.sha256)).toBeNull();
  });

  test.each([
    ["ahead while somebody looks", 0, 400 * day],
    ["behind while it was written", -400 * day, 0],
  ])("a clock that is %s throws no draft away", async (_, writing, looking) => {
    const { phone, reports } = await tenant();
    phone.now += writing;
    await reports.drafts.start("report", lamp);
    await phone.heard();
    phone.now += looking - writing;
    expect((await phone.heard()).draft.value).toHaveLength(1);
    phone.now -= looking;
    expect((await phone.heard()).draft.value).toMatchObject([{ text: "lamp stuk" }]);
    phone.pass(30 * day);
    expect((await phone.heard()).draft.value).toEqual([]);
  });

  test("what was sent, and only waits for a line, stays however long that takes", async () => {
    const { phone, reports } = await tenant();
    const id = await write(reports, lamp, ["a lamp"]);
    phone.pass(60 * day);
    expect((await phone.tab()).get(id)).toMatchObject({ truth: "waiting", photosWaiting: 1 });
  });

  test("all at once: nothing written, sent or typed here is left on disk", async () => {
    const { phone, office, reports } = await tenant();
    await write(reports, { ...lamp, text: "MERKTEKEN" }, ["a lamp"]);
    await reports.now();
    await write(reports, { district: "d1", text: "MERKTEKEN" }, [], "concern");
    await reports.drafts.start("report", { ...lamp, text: "MERKTEKEN" });
    office.meddle("GET", "/api/public", cut);
    await reports.add("8".repeat(26));
    expect(await stored(phone)).toContain("MERKTEKEN");
    await reports.forgetAll();
    const again = await phone.tab();
    expect([again.items.value, again.draft.value, again.codes.value]).toEqual([[], [], []]);
    expect(await stored(phone)).not.toMatch(/MERKTEKEN|8{26}|sha256/);
    expect(office.made).toBe(1);
  });
});

describe("a code on somebody else's phone", () => {
  async function borrowed() {
    const home = await tenant();
    const id = await write(home.reports);
    await home.reports.now();
    const phone = new TenantPhone(home.office);
    const reports = await phone.tab();
    await reports.add(home.office.code(id));
    return { ...home, id, phone, reports };
  }

  test("whose phone it is, is asked, and what stays then stays", async () => {
    const { id, phone, reports } = await borrowed();
    expect(reports.get(id)!.stay).toBe("ask");
    await reports.stay(id, true);
    await reports.leave(id);
    expect((await phone.tab()).get(id)).toMatchObject({ text: "lamp stuk" });
    expect((await phone.tab()).get(id)!.stay).toBeUndefined();
  });

  test("not kept: it goes when it is closed, and at the latest when the app is opened again", async () => {
    const { id, office, phone, reports } = await borrowed();
    await reports.look(id);
    await reports.stay(id, false);
    await reports.now();
    expect(reports.get(id)).toBeDefined();
    expect((await phone.tab()).items.value).toEqual([]);
    await reports.add(office.code(id));
    await reports.stay(id, false);
    await reports.leave(id);
    expect(reports.items.value).toEqual([]);
    expect(await stored(phone)).not.toContain("lamp stuk");
  });

  test("read, and the question left unanswered: it goes when the app is opened again", async () => {
    const { id, phone, reports } = await borrowed();
    // Nobody saw it yet, or was asked anything.
    const later = await phone.tab();
    expect(later.get(id)!.stay).toBe("ask");
    await later.look(id);
    await later.read(id);
    await later.reply(id, "Dank u.");
    await later.leave(id);
    const last = await phone.tab();
    expect(last.get(id)).toMatchObject({ stay: "leave", replies: [{ text: "Dank u." }] });
    await last.now();
    expect([last.items.value, reports.items.value.length]).toEqual([[], 0]);
    expect(await stored(phone)).not.toContain("lamp stuk");
  });

  test("a reply from there goes first", async () => {
    const { id, office, reports } = await borrowed();
    await reports.look(id);
    await reports.stay(id, false);
    await reports.reply(id, "Dank u.");
    await reports.leave(id);
    expect(reports.get(id)!.replies).toHaveLength(1);
    await reports.now();
    expect(office.by(id).messages.map(({ text }) => text)).toEqual(["Dank u."]);
    expect(reports.items.value).toEqual([]);
  });
});

describe("a code typed without a connection", () => {
  test("is kept, survives a restart, and is looked up when there is a line", async () => {
    const home = await tenant();
    const id = await write(home.reports);
    await home.reports.now();
    const phone = new TenantPhone(home.office);
    const reports = await phone.tab();
    home.office.meddle("GET", "/api/public", cut, cut);
    expect(await reports.add(home.office.code(id))).toBeNull();
    expect(await reports.add(home.office.code(id))).toBeNull();
    const again = await phone.tab();
    expect(again.codes.value).toMatchObject([{ code: home.office.code(id), refusal: null }]);
    await again.now();
    expect(again.codes.value).toEqual([]);
    expect(again.get(id)).toMatchObject({ truth: "office", stay: "ask" });
  });

  test("that the office does not know says so and waits for a person", async () => {
    const { office, reports } = await tenant();
    const busy = instead(() => json({ code: "limit" }, 429, { "Retry-After": "60" }));
    office.meddle("GET", "/api/public", busy);
    expect(await reports.add("8".repeat(26))).toBeNull();
    await reports.now();
    expect(reports.codes.value).toMatchObject([{ refusal: { code: "report.unknown" } }]);
    expect(reports.status.value).toMatchObject({ state: "idle", unsent: 0 });
    await reports.dropCode("8".repeat(26));
    expect(reports.codes.value).toEqual([]);
  });
});
