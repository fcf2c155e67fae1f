import { IDBDatabase, IDBObjectStore } from "fake-indexeddb";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Http } from "../../src/core/http";
import { openTenant } from "../../src/core/tenant/index";
import { similar } from "../../src/core/tenant/reports-similar";
import { isBegun } from "../../src/core/tenant/reports-values";
import { formOf, homeOf } from "../../src/pages/tenant/forms";
import { cut, doubled, html, instead, json, lost } from "./office";
import { lamp, tenant, TenantPhone, write } from "./tenant-world";
import { until } from "./world";

afterEach(() => {
  vi.restoreAllMocks();
});

const place = { complex: "c1" };
const received = { code: "7".repeat(26), state: "new", receivedAt: "2026-11-22T09:00:00.000Z" };

describe("writing", () => {
  test("a draft is on disk before the camera opens, and comes back after a kill", async () => {
    const { phone, reports } = await tenant();
    const draft = await reports.drafts.start("report");
    await reports.drafts.change(draft.id, lamp);
    await reports.drafts.addPhoto(draft.id, new Blob(["a lamp"]));
    const again = await phone.tab();
    const [kept] = again.draft.value;
    expect(kept).toMatchObject({ id: draft.id, text: "lamp stuk", photos: [{ kept: true }] });
    expect(await again.photo(kept!.photos[0]!.sha256)).toBeInstanceOf(ArrayBuffer);
    expect((await again.drafts.start("report")).id).toBe(draft.id);
  });

  test.each([
    [{}, false],
    [{ text: " ", phone: " " }, false],
    [{ phone: "06" }, true],
    [{ email: "jet@" }, true],
    [{ text: "de lamp" }, true],
    [{ place }, true],
  ])("a form with %j is begun: %s, so that whoever takes it away can see it", async (typed, begun) => {
    const { reports } = await tenant();
    const draft = await reports.drafts.start("volunteer");
    await reports.drafts.change(draft.id, typed);
    expect(isBegun(reports.draft.value[0]!)).toBe(begun);
  });

  test("sending is one strict transaction: draft away, report and photos in", async () => {
    const { reports } = await tenant();
    const draft = await reports.drafts.start("report");
    await reports.drafts.change(draft.id, lamp);
    const opened = vi.spyOn(IDBDatabase.prototype, "transaction");
    await reports.send(draft.id, "nl");
    const writes = opened.mock.calls.filter(([, mode]) => mode === "readwrite");
    expect(writes).toHaveLength(1);
    expect(writes[0]![0]).toEqual(expect.arrayContaining(["draft", "outbox", "report", "upload"]));
    expect(writes[0]![2]).toEqual({ durability: "strict" });
    expect(reports.draft.value).toEqual([]);
  });

  test("killed right after it was sent from the screen, all of it is there on restart", async () => {
    const { phone, office, reports } = await tenant();
    const id = await write(reports, lamp, ["a lamp"]);
    const again = await phone.tab();
    expect(again.get(id)).toMatchObject({ truth: "waiting", text: "lamp stuk", code: null });
    await again.now();
    expect(again.get(id)).toMatchObject({ truth: "office", photosWaiting: 0 });
    expect(office.photos.size).toBe(1);
  });

  test("five taps make one report", async () => {
    const { office, reports } = await tenant();
    const draft = await reports.drafts.start("report");
    await reports.drafts.change(draft.id, lamp);
    await Promise.all(Array.from({ length: 5 }, () => reports.send(draft.id, "nl")));
    await reports.now();
    await reports.send(draft.id, "nl");
    await reports.now();
    expect(office.made).toBe(1);
    expect(reports.items.value).toHaveLength(1);
  });

  test("a fourth photo is refused in words, the same one twice is one", async () => {
    const { reports } = await tenant();
    const draft = await reports.drafts.start("report");
    for (const photo of ["1", "2", "2", "3"]) {
      await reports.drafts.addPhoto(draft.id, new Blob([photo]));
    }
    const fourth = reports.drafts.addPhoto(draft.id, new Blob(["4"]));
    await expect(fourth).rejects.toMatchObject({ code: "report.photos" });
    expect(reports.draft.value[0]!.photos).toHaveLength(3);
  });

  test("the blurred photo is all that is left of it, here and there", async () => {
    const { phone, office, reports } = await tenant();
    const draft = await reports.drafts.start("report", lamp);
    await reports.drafts.addPhoto(draft.id, new Blob(["a face"]));
    const [face] = reports.draft.value[0]!.photos;
    const blurred = new TextEncoder().encode("no face").buffer as ArrayBuffer;
    await reports.drafts.replacePhoto(draft.id, face!.sha256, blurred);
    await reports.send(draft.id, "nl");
    await reports.now();
    expect(await (await phone.tab()).photo(face!.sha256)).toBeNull();
    expect([...office.photos.keys()]).not.toContain(face!.sha256);
    expect(office.photos.size).toBe(1);
  });

  test("what the office would refuse is asked for while it can still be mended", async () => {
    const { reports } = await tenant();
    const draft = await reports.drafts.start("report", { district: "d1" });
    await expect(reports.send(draft.id, "nl")).rejects.toMatchObject({ code: "report.category" });
    const worry = await reports.drafts.start("concern", { district: "d1" });
    await expect(reports.send(worry.id, "nl")).rejects.toMatchObject({ code: "report.text" });
    const join = await reports.drafts.start("volunteer", { district: "d1" });
    await expect(reports.send(join.id, "nl")).rejects.toMatchObject({ code: "report.contact" });
    expect(reports.draft.value).toHaveLength(3);
  });

  test("a worry never carries a photo or a point on the map", async () => {
    const { office, reports } = await tenant();
    const worry = { district: "d1", text: "ik zie haar nooit meer" };
    const where = { lat: 52.1, lon: 4.9, accuracy: 5, description: "derde verdieping" };
    const id = await write(reports, { ...worry, place: where }, ["a face"], "concern");
    await reports.now();
    expect(office.by(id)).toMatchObject({ kind: "concern", place: { description: "derde verdieping" } });
    expect(Object.keys(office.by(id).place as object)).toEqual(["description"]);
    expect(office.by(id).photos).toBeUndefined();
    expect(office.photos.size).toBe(0);
  });

  test("a job says by its category for which team it is, and what is no job never does", async () => {
    const { office, reports } = await tenant();
    const help = { district: "d1", text: "de heg is te hoog", category: "green" };
    const ids = [];
    for (const kind of ["job", "idea"] as const) ids.push(await write(reports, help, [], kind));
    await reports.now();
    expect(ids.map((id) => office.by(id).category)).toEqual(["green", undefined]);
  });

  test("a place goes to four decimals, and empty fields do not go at all", async () => {
    const { office, reports } = await tenant();
    const point = { lat: 52.123456, lon: 4.987654 };
    const id = await write(reports, { district: "d1", category: "litter", place: point });
    await reports.now();
    const sent = JSON.parse(office.bodies.get(id)!) as Record<string, unknown>;
    expect(sent.place).toEqual({ lat: 52.1235, lon: 4.9877 });
    expect(Object.keys(sent).sort()).toEqual(
      ["at", "category", "district", "id", "kind", "language", "place", "urgency"],
    );
  });

  test("two tabs do not overwrite each other's text unseen", async () => {
    const { phone, reports } = await tenant();
    const draft = await reports.drafts.start("report", lamp);
    const other = await phone.tab();
    await other.drafts.start("report");
    await other.drafts.change(draft.id, { text: "from the other tab" });
    const mine = reports.drafts.change(draft.id, { text: "mine" });
    await expect(mine).rejects.toMatchObject({ code: "draft.changed-elsewhere" });
    await reports.drafts.change(draft.id, { text: "mine, knowing the other" });
  });

  test("on a full phone the words stay and the photo says that it was not kept", async () => {
    const { reports } = await tenant();
    const draft = await reports.drafts.start("report", lamp);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === "photo") throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, args);
    } as typeof put);
    await reports.drafts.addPhoto(draft.id, new Blob(["large"]));
    expect(reports.draft.value[0]).toMatchObject({ text: "lamp stuk", photos: [{ kept: false }] });
    await reports.send(draft.id, "nl");
    await reports.now();
    expect(reports.get(draft.id)).toMatchObject({ truth: "office", photos: [] });
  });

  test("a store of a newer version is not touched, and says that the app must be renewed", async () => {
    const phone = new TenantPhone();
    await new Promise((done) => {
      const newer = phone.indexedDB.open("buurtronde-tenant", 99);
      newer.onsuccess = () => done(newer.result.close());
    });
    const reports = await phone.tab();
    expect(reports.status.value).toMatchObject({ state: "update-needed", reason: "update-needed" });
    await expect(reports.drafts.start("report")).rejects.toMatchObject({ code: "update-needed" });
  });
});

describe("choosing a district", () => {
  const at = (district: string) => ({ district, complex: null });

  test("what is not sent yet goes with it, without the place of the first", async () => {
    const phone = new TenantPhone();
    const here = await openTenant(phone.environment());
    await here.choose(at("d1"));
    const reports = await here.openReports();
    const kinds = ["report", "concern", "job"] as const;
    const place = { complex: "c1", lat: 52.1, lon: 4.9, description: "bij de lift" };
    for (const kind of kinds) await reports.drafts.start(kind, { ...lamp, place, alsoSeen: "s1" });
    await here.choose(at("d2"));
    expect(reports.draft.value).toHaveLength(3);
    for (const draft of reports.draft.value) {
      expect(draft).toMatchObject({ district: "d2", place: { description: "bij de lift" }, alsoSeen: null });
      expect(Object.keys(draft.place!)).toEqual(["description"]);
    }
    // On the next day, before anything about reports was opened.
    const later = await openTenant(phone.environment());
    await later.choose(at("d3"));
    const [draft] = (await later.openReports()).draft.value;
    await (await later.openReports()).send(draft!.id, "nl");
    await (await later.openReports()).now();
    expect(phone.door.by(draft!.id).district).toBe("d3");
  });

  test("the same one again leaves a draft as it is, also for the other tab", async () => {
    const phone = new TenantPhone();
    const here = await openTenant(phone.environment());
    await here.choose(at("d1"));
    const reports = await here.openReports();
    const draft = await reports.drafts.start("report", { ...lamp, place });
    await here.choose({ district: "d1", complex: "c2" });
    expect(reports.draft.value).toEqual([draft]);
  });

  test.each(["before it is mended", "after it was mended"])("%s, a district that is no more is put right", async (when) => {
    const phone = new TenantPhone();
    const here = await openTenant(phone.environment());
    await here.choose(at("gone"));
    const reports = await here.openReports();
    const id = await write(reports, { ...lamp, district: "gone" });
    await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "refused", refusal: { code: "report.district" } });
    if (when.startsWith("before")) await here.choose(at("d2"));
    await reports.mend(id);
    if (when.startsWith("after")) await here.choose(at("d2"));
    await reports.send(id, "nl");
    await reports.now();
    expect(reports.get(id)!.truth).toBe("office");
    expect(phone.door.by(id).district).toBe("d2");
  });

  test("a draft does not go to a district that was given up", async () => {
    const { reports } = await tenant();
    const draft = await reports.drafts.start("report", lamp);
    await reports.drafts.moveTo(null);
    await expect(reports.send(draft.id, "nl")).rejects.toMatchObject({ code: "report.district" });
  });

  test("it leads back to the form that asked for it, and to nothing else", () => {
    expect(homeOf(formOf("report"))).toBe("/report?step=check");
    expect([homeOf(formOf("concern")), homeOf(formOf("job"))]).toEqual(["/worry", "/offer"]);
    for (const other of [null, "", "constructor", "https://else.example"]) expect(homeOf(other)).toBe("/");
  });
});

describe("sending", () => {
  test("text goes ahead of its photos, without a cookie, never following a redirect", async () => {
    const { office, reports } = await tenant();
    await write(reports, lamp, ["1", "2"]);
    await reports.now();
    expect(office.requests.slice(0, 3).map((line) => line.split("/")[0]! + line.split("/")[3]!)).toEqual([
      "POST reports",
      "PUT photos",
      "PUT photos",
    ]);
    expect([...office.credentials]).toEqual(["omit"]);
    expect([...office.redirects]).toEqual(["error"]);
    expect(reports.status.value).toMatchObject({ state: "idle", unsent: 0, reason: null });
  });

  test("photos do not go while their text cannot", async () => {
    const { office, reports } = await tenant();
    await write(reports, lamp, ["1"]);
    office.meddle("POST", "/api/public/reports", instead(() => json({ code: "bug" }, 500)));
    await reports.now();
    expect(office.photos.size).toBe(0);
    expect(reports.status.value.unsent).toBe(2);
  });

  test.each([
    ["a captive portal's page", "no-connection", () => html()],
    ["a portal's page called JSON", "no-connection", () => html(201)],
    ["204", "no-connection", () => new Response(null, { status: 204 })],
    ["JSON of something else", "no-connection", () => json({ code: "welcome" })],
    ["a code that is none", "no-connection", () => json({ code: "1", state: "new", receivedAt: "x" }, 201)],
    ["401", "sync.server", () => json({ code: "session" }, 401)],
    ["400 of a proxy", "no-connection", () => html(400)],
    ["413 of a proxy", "no-connection", () => html(413)],
    ["429", "busy", () => json({ code: "report.limit" }, 429, { "Retry-After": "600" })],
    ["500", "sync.server", () => json({ code: "bug" }, 500)],
    ["502 in HTML", "sync.server", () => html(502)],
    ["503", "sync.server", () => json({}, 503)],
    ["503 with a code", "sync.server", () => json(received, 503)],
  ])("%s leaves the report as it was, with a reason", async (_, reason, answer) => {
    const { office, reports } = await tenant();
    const id = await write(reports);
    office.meddle("POST", "/api/public/reports", instead(answer));
    await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "waiting", code: null });
    expect(reports.status.value).toMatchObject({ unsent: 1, reason });
    await reports.now();
    expect(reports.get(id)!.truth).toBe("office");
    expect(office.made).toBe(1);
  });

  test("five lost answers, and one that came twice, make one report with one code", async () => {
    const { office, reports } = await tenant();
    const id = await write(reports);
    office.meddle("POST", "/api/public/reports", cut, lost, lost, lost, lost, doubled);
    for (let i = 0; i < 5; i++) {
      await reports.now();
      expect(reports.get(id)!.truth).toBe("waiting");
    }
    await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "office", code: office.code(id) });
    expect(office.made).toBe(1);
  });

  test("what was tried may have arrived, and is not called unsent", async () => {
    const { office, reports } = await tenant();
    const id = await write(reports);
    expect(reports.get(id)!.mayHaveArrived).toBe(false);
    office.meddle("POST", "/api/public/reports", lost);
    await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "waiting", code: null, mayHaveArrived: true });
    await reports.now();
    expect(reports.get(id)!.mayHaveArrived).toBe(false);
    const bad = await write(reports, { ...lamp, category: "wrong" });
    for (let i = 0; i < 2; i++) await reports.now();
    expect(reports.get(bad)).toMatchObject({ truth: "refused", mayHaveArrived: false });
    office.meddle("POST", "/api/public/reports", lost);
    await reports.now();
    expect(reports.get(bad)).toMatchObject({ truth: "refused", mayHaveArrived: true });
  });

  test("what our server refuses stays with its reason, holds up nobody, and can be mended", async () => {
    const { office, reports } = await tenant();
    const bad = await write(reports, { ...lamp, category: "wrong" }, ["1"]);
    const good = await write(reports);
    await reports.now();
    expect(reports.get(bad)).toMatchObject({
      truth: "refused",
      refusal: { status: 400, code: "report.category", message: "Kies waar het over gaat." },
    });
    expect(reports.get(good)!.truth).toBe("office");
    expect(office.photos.size).toBe(0);
    // Neither it nor its photo goes by itself.
    expect(reports.status.value).toMatchObject({ unsent: 0, refused: 1 });
    const draft = await reports.mend(bad);
    expect(draft).toMatchObject({ id: bad, photos: [{ kept: true }] });
    await reports.drafts.change(bad, { category: "lighting" });
    await reports.send(bad, "nl");
    await reports.now();
    expect(reports.get(bad)!.truth).toBe("office");
    expect([office.made, office.photos.size]).toEqual([2, 1]);
  });

  test("how somebody can be reached is looked at before it is called saved", async () => {
    const { reports } = await tenant();
    const draft = await reports.drafts.start("report", lamp);
    for (const [wrong, code] of [
      [{ email: "0612345678" }, "contact.email"],
      [{ email: "", phone: "morgen" }, "contact.phone"],
    ] as const) {
      await reports.drafts.change(draft.id, wrong);
      await expect(reports.send(draft.id, "nl")).rejects.toMatchObject({ code });
      expect(reports.items.value).toEqual([]);
    }
    await reports.drafts.change(draft.id, { email: "jet@buurt.example", phone: "06 12 34 56 78" });
    await reports.send(draft.id, "nl");
    expect(reports.get(draft.id)!.hasContact).toBe(true);
  });

  test("under a number that is taken it becomes another report", async () => {
    const { office, reports } = await tenant();
    const id = await write(reports);
    office.bodies.set(id, "something else");
    await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "refused", refusal: { status: 409 } });
    const draft = await reports.mend(id);
    expect(draft.id).not.toBe(id);
    await reports.send(draft.id, "nl");
    await reports.now();
    expect(reports.items.value.map(({ truth }) => truth)).toEqual(["office"]);
  });

  test("two tabs send it once", async () => {
    const { phone, office, reports } = await tenant();
    const other = await phone.tab();
    await write(reports, lamp, ["1"]);
    await until(() => other.items.value.length === 1);
    await Promise.all([reports.now(), other.now(), reports.now(), other.now()]);
    await reports.now();
    expect(office.requests.filter((line) => line === "POST /api/public/reports")).toHaveLength(1);
    expect(office.photos.size).toBe(1);
  });

  test("an altered photo goes again, one that is no photo says so and stays behind", async () => {
    const { office, reports } = await tenant();
    const id = await write(reports, lamp, ["1"]);
    const hash = instead(() => json({ error: "hash", bytes: 0 }, 422));
    office.meddle("PUT", "/api/public/photos", hash);
    await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "office", photosWaiting: 1, photosRefused: [] });
    const broken = instead(() => json({ code: "photo.broken", message: "Stuk." }, 422));
    office.meddle("PUT", "/api/public/photos", broken, broken, broken);
    for (let i = 0; i < 3; i++) await reports.now();
    expect(reports.get(id)).toMatchObject({ photosWaiting: 0, photosRefused: [{ reason: "photo.broken" }] });
  });

  test("it tries again by itself: slower and slower, when somebody looks, never too early", async () => {
    const { phone, office, reports } = await tenant();
    const id = await write(reports);
    const all = Array.from({ length: 12 }, () => cut);
    office.meddle("POST", "/api/public/reports", ...all);
    reports.start();
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      await reports.now();
      waits.push(phone.nextTimer);
    }
    expect(waits.every((wait, i) => i === 0 || wait >= waits[i - 1]!)).toBe(true);
    expect(Math.max(...waits)).toBe(300_000);
    office.calm();
    const busy = json({ code: "report.limit" }, 429, { "Retry-After": "1200" });
    office.meddle("POST", "/api/public/reports", instead(() => busy));
    await reports.now();
    expect(phone.nextTimer).toBe(1_200_000);
    const asked = office.requests.length;
    phone.wake();
    expect(reports.status.value.state).toBe("refused");
    expect(office.requests).toHaveLength(asked);
    phone.pass(1_200_000);
    await until(() => reports.get(id)!.truth === "office");
    reports.stop();
  });
});

describe("following", () => {
  test("state and answers are kept, and news is told once", async () => {
    const { phone, office, reports } = await tenant();
    const id = await write(reports);
    await reports.now();
    expect(reports.get(id)!.isNews).toBe(false);
    office.say(id, "answer", "De monteur komt morgen.", "answered");
    await reports.now();
    expect(reports.get(id)).toMatchObject({ isNews: true, answer: { state: "answered" } });
    await reports.read(id);
    const again = await phone.tab();
    office.meddle("GET", "/api/public", cut);
    await again.now();
    expect(again.get(id)).toMatchObject({
      isNews: false,
      answer: { messages: [{ text: "De monteur komt morgen." }] },
    });
  });

  test("a reply is written offline, before the report itself has arrived, and goes once", async () => {
    const { phone, office, reports } = await tenant();
    const id = await write(reports);
    await reports.reply(id, "Hij knippert ook.");
    expect(reports.get(id)!.replies).toMatchObject([{ text: "Hij knippert ook.", truth: "waiting" }]);
    const again = await phone.tab();
    office.meddle("POST", `/api/public/reports/${office.code(id)}/replies`, lost, doubled);
    await again.now();
    expect(again.get(id)!.replies).toHaveLength(1);
    await again.now();
    expect(again.get(id)!.replies).toEqual([]);
    expect(office.by(id).messages.map(({ text }) => text)).toEqual(["Hij knippert ook."]);
  });

  test("a portal that says all is well has taken no reply and erased no contact", async () => {
    const { office, reports } = await tenant();
    const id = await write(reports, { ...lamp, phone: "010 123 45 67" });
    await reports.now();
    await reports.reply(id, "Dank u.");
    await reports.eraseContact(id);
    office.meddle("POST", "/api/public", instead(() => json({ ok: true }, 201)));
    office.meddle("GET", "/api/public", instead(() => json({ ok: true })));
    await reports.now();
    expect(reports.status.value).toMatchObject({ unsent: 2, reason: "no-connection" });
    office.meddle("DELETE", "/api/public", instead(() => new Response(null, { status: 204 })));
    await reports.now();
    expect(reports.get(id)).toMatchObject({ isErasing: true, replies: [] });
    await reports.now();
    expect(reports.get(id)).toMatchObject({ isErasing: false, hasContact: false });
    expect(office.by(id).hasContact).toBe(false);
  });

  test("contact data taken back before anything was sent never go", async () => {
    const { office, reports } = await tenant();
    const id = await write(reports, { ...lamp, email: "mevrouw@post.example" });
    await reports.eraseContact(id);
    await reports.now();
    expect(office.bodies.get(id)).not.toContain("post.example");
  });

  test.each([
    ["after a lost answer are erased, and go no second time", lost, "report", 1],
    ["before anything arrived never go, though it was tried", cut, "report", 0],
    ["by a volunteer, whom the office has to reach, go and are erased at once", lost, "volunteer", 2],
  ] as const)("contact data taken back %s", async (_, fault, kind, times) => {
    const { office, reports } = await tenant();
    const id = await write(reports, { ...lamp, email: "mevrouw@post.example" }, [], kind);
    office.meddle("POST", "/api/public/reports", fault);
    await reports.now();
    await reports.eraseContact(id);
    await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "office", isErasing: false });
    expect(office.by(id).hasContact).toBe(false);
    expect(office.posted.filter((body) => body.includes("post.example"))).toHaveLength(times);
  });

  test.each(["before it was refused", "after it was refused"])("contact data taken back %s come back nowhere", async (when) => {
    const { office, reports } = await tenant();
    const id = await write(reports, { ...lamp, category: "wrong", phone: "010 123 45 67" });
    if (when.startsWith("after")) await reports.now();
    else office.meddle("POST", "/api/public/reports", cut);
    await reports.now();
    await reports.eraseContact(id);
    await reports.reply(id, "Hij knippert ook.");
    const before = office.posted.length;
    await reports.now();
    expect(office.posted.slice(before).join()).not.toContain("123 45 67");
    const text = "lamp stuk\n\nHij knippert ook.";
    expect(await reports.mend(id)).toMatchObject({ phone: "", email: "", text });
    expect(reports.status.value).toMatchObject({ unsent: 0, refused: 0 });
    await reports.drafts.change(id, { category: "lighting", phone: "010 765 43 21" });
    await reports.send(id, "nl");
    for (let i = 0; i < 2; i++) await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "office", isErasing: false });
    expect(office.by(id)).toMatchObject({ hasContact: true, contact: { phone: "010 765 43 21" } });
  });

  test("a volunteer whose number was taken back before it was refused is asked for another", async () => {
    const { office, reports } = await tenant();
    const volunteer = { ...lamp, district: "gone", phone: "010 123 45 67" };
    const id = await write(reports, volunteer, [], "volunteer");
    office.meddle("POST", "/api/public/reports", cut);
    await reports.now();
    await reports.eraseContact(id);
    await reports.now();
    expect(reports.get(id)!.truth).toBe("refused");
    const before = office.posted.length;
    await reports.now();
    expect(office.posted.slice(before).join()).not.toContain("123 45 67");
    expect(await reports.mend(id)).toMatchObject({ phone: "" });
  });

  test("a code typed from a card is read as people write, and kept", async () => {
    const { office, reports } = await tenant();
    const id = await write(reports);
    await reports.now();
    const other = new TenantPhone(office);
    const tab = await other.tab();
    const code = office.code(id).toLowerCase().replace(/(.{5})/g, "$1 - ").replace(/0/g, "o");
    expect(await tab.add(code)).toBe(id);
    expect(await tab.add(code)).toBe(id);
    expect((await other.tab()).get(id)).toMatchObject({ truth: "office", text: "lamp stuk" });
    await expect(tab.add("12345")).rejects.toMatchObject({ code: "report.code" });
    const unknown = tab.add("7".repeat(26));
    await expect(unknown).rejects.toMatchObject({ status: 404, code: "report.unknown" });
  });

  test("what a copy put back at the office lacks goes again by itself, with its photos", async () => {
    const { office, reports } = await tenant();
    const id = await write(reports, { ...lamp, phone: "010 123 45 67" }, ["1"]);
    await reports.now();
    office.reports.clear();
    office.bodies.clear();
    office.photos.clear();
    await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "waiting", photosWaiting: 1 });
    await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "office", photosWaiting: 0 });
    expect(office.by(id)).toMatchObject({ text: "lamp stuk", hasContact: true });
    expect(office.photos.size).toBe(1);
  });

  test("what goes again holds no contact data that were taken back", async () => {
    const { office, reports } = await tenant();
    const id = await write(reports, { ...lamp, phone: "010 123 45 67" });
    await reports.now();
    await reports.eraseContact(id);
    await reports.now();
    office.reports.clear();
    office.bodies.clear();
    await reports.now();
    await reports.now();
    expect(office.bodies.get(id)).toContain("lamp stuk");
    expect(office.bodies.get(id)).not.toContain("123 45 67");
  });

  test("a reply that a copy put back at the office lacks goes again by itself, once", async () => {
    const { phone, office, reports } = await tenant();
    const id = await write(reports);
    await reports.now();
    const before = structuredClone(office.by(id));
    await reports.reply(id, "Hij knippert ook.");
    await reports.now();
    office.reports.set(id, before);
    const again = await phone.tab();
    await again.now();
    expect(again.get(id)!.replies).toMatchObject([{ text: "Hij knippert ook.", truth: "waiting" }]);
    for (let i = 0; i < 3; i++) await again.now();
    expect(again.get(id)!.replies).toEqual([]);
    expect(office.by(id).messages.map(({ text }) => text)).toEqual(["Hij knippert ook."]);
    phone.pass(7 * 24 * 3_600_000);
    await again.now();
    office.reports.set(id, before);
    await again.now();
    expect(again.get(id)!.replies).toEqual([]);
  });

  test("an answer that was on its way before a reply arrived sends nothing again", async () => {
    const { phone, office, reports } = await tenant();
    const id = await write(reports);
    await reports.now();
    let go = () => {};
    const slow = new Promise<void>((resolve) => (go = resolve));
    office.meddle("GET", "/api/public/reports", async (pass) => {
      const answer = await pass();
      await slow;
      return answer;
    });
    const looked = reports.look(id);
    phone.pass(1);
    await reports.reply(id, "Hij knippert ook.");
    await reports.now();
    go();
    await looked;
    expect(reports.status.value.unsent).toBe(0);
  });

  test("contact data that come back with an old copy are taken away again, however old it is", async () => {
    const { phone, office, reports } = await tenant();
    const id = await write(reports, { ...lamp, phone: "010 123 45 67" });
    await reports.now();
    const before = structuredClone(office.by(id));
    await reports.eraseContact(id);
    await reports.now();
    phone.pass(30 * 24 * 3_600_000);
    office.reports.set(id, before);
    await reports.now();
    expect(reports.get(id)).toMatchObject({ isErasing: true });
    await reports.now();
    expect(reports.get(id)).toMatchObject({ isErasing: false, hasContact: false });
    expect(office.by(id).hasContact).toBe(false);
  });

  test("what the office does not keep any more says so, stays readable, and can be taken away", async () => {
    const { phone, office, reports } = await tenant();
    const id = await write(reports, lamp, ["1"]);
    await reports.now();
    office.reports.delete(id);
    phone.pass(7 * 24 * 3_600_000);
    await reports.now();
    expect(reports.get(id)).toMatchObject({ truth: "gone", text: "lamp stuk" });
    await reports.forget(id);
    const again = await phone.tab();
    expect(again.items.value).toEqual([]);
    expect(again.status.value.unsent).toBe(0);
  });

  test("a report that is closed is asked about once a day, and whenever it is opened", async () => {
    const { phone, office, reports } = await tenant();
    const id = await write(reports);
    await reports.now();
    office.say(id, "closure", "Gemaakt.", "closed");
    await reports.now();
    const asked = () => office.requests.filter((line) => line.startsWith("GET")).length;
    const before = asked();
    await reports.now();
    expect(asked()).toBe(before);
    await reports.look(id);
    expect(asked()).toBe(before + 1);
    phone.pass(24 * 3_600_000);
    await reports.now();
    expect(asked()).toBe(before + 2);
  });

  test("a photo that the server lost with yesterday's copy goes again", async () => {
    const { office, reports } = await tenant();
    const id = await write(reports, lamp, ["1"]);
    await reports.now();
    office.photos.clear();
    await reports.now();
    await reports.now();
    expect(office.photos.size).toBe(1);
    expect(reports.get(id)!.photosWaiting).toBe(0);
  });

  test("others who may have said the same are shown when there is a line, and never without a place", async () => {
    const { office, reports } = await tenant();
    office.similar = [{ id: "s1", category: "lighting", complex: "c1", seen: 2, state: "new" }];
    const draft = { ...(await reports.drafts.start("report", lamp)), place };
    expect(await reports.similar(draft)).toMatchObject([{ id: "s1", seen: 2 }]);
    expect(await reports.similar({ ...draft, place: null })).toEqual([]);
    office.meddle("GET", "/api/public", instead(() => html()));
    expect(await reports.similar(draft)).toEqual([]);
  });

  test("a point goes into an address no closer than a street", async () => {
    const asked: string[] = [];
    const answer = (_: string, path: string) => {
      asked.push(path);
      return Promise.resolve({ status: 200, json: { reports: [] } });
    };
    const { reports } = await tenant();
    const draft = { ...(await reports.drafts.start("report", lamp)), place: { lat: 52.12345, lon: 4.98765 } };
    expect(await similar({ answer } as unknown as Http, draft)).toEqual([]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/&lat=52\.123&lon=4\.988$/);
  });
});
