import { describe, expect, test } from "vitest";
import { cut, doubled, html, instead, json, lost, Office } from "./office";
import { record, rows, TestPhone, texts, until, walker, type Row } from "./world";

describe("sending", () => {
  test("what was saved arrives once and is then with the office", async () => {
    const { office, core } = await walker();
    const id = await record(core, "lamp stuk");
    expect(core.observations.get(id)?.truth).toBe("waiting");
    await core.sync.now();
    expect(texts(office)).toEqual(["lamp stuk"]);
    expect(core.observations.get(id)?.truth).toBe("office");
    expect(core.sync.status.value).toMatchObject({ unsent: 0, allSent: true, state: "idle" });
  });

  test("five lost answers leave exactly one of each", async () => {
    const { office, core } = await walker();
    await record(core, "a");
    await record(core, "b");
    office.meddle("/api/sync/push", lost, lost, lost, lost, lost, doubled);
    for (let i = 0; i < 5; i++) {
      await core.sync.now();
      expect(core.sync.status.value).toMatchObject({ unsent: 2, state: "offline", allSent: false });
    }
    await core.sync.now();
    expect(core.sync.status.value.unsent).toBe(0);
    expect(office.applied).toHaveLength(2);
    expect(new Set(office.applied).size).toBe(2);
  });

  test.each([
    ["a captive portal's page", () => html()],
    ["204", () => new Response(null, { status: 204 })],
    ["JSON of something else", () => json({ ok: true })],
    ["our results without epoch", () => json({ proto: 1, results: [] })],
    ["JSON of another protocol", () => json({ epoch: "e1", results: [] })],
    ["401", () => json({ code: "session" }, 401)],
    ["403", () => json({ code: "forbidden" }, 403)],
    ["500", () => json({ code: "bug" }, 500)],
    ["502 in HTML", () => html(502)],
    ["503", () => json({}, 503)],
    ["507", () => json({}, 507)],
  ])("%s leaves the outbox as it was, with a reason", async (_, answer) => {
    const { office, core } = await walker();
    await record(core, "a");
    await record(core, "b");
    const refuse = instead(answer);
    // A 403 may come from a token that was renewed, so it is tried twice in one round.
    office.meddle("/api/sync/push", ...(answer().status === 403 ? [refuse, refuse] : [refuse]));
    await core.sync.now();
    expect(core.sync.status.value.unsent).toBe(2);
    expect(core.sync.status.value.allSent).toBe(false);
    expect(core.sync.status.value.reason).toMatch(/\w+ .*\./);
    await core.sync.now();
    expect(texts(office)).toEqual(["a", "b"]);
  });

  test.each([
    ["called a page", (text: string) => html(200, text)],
    ["of another protocol", (text: string) => json({ ...JSON.parse(text), proto: 2 })],
    ["of no server's life", (text: string) => json({ ...JSON.parse(text), epoch: undefined })],
    ["for other ids", (text: string) => json(JSON.parse(text.replace(/"id":"./g, '"id":"x')))],
    ["of an unknown kind", (text: string) => json(JSON.parse(text.replace("applied", "ok")))],
  ])("an answer %s confirms nothing", async (_, forge) => {
    const { office, core } = await walker();
    await record(core, "a");
    office.meddle("/api/sync/push", async (pass) => forge(await (await pass()).text()));
    await core.sync.now();
    expect(core.sync.status.value.unsent).toBe(1);
  });

  test("an answer that names one row of two sends one", async () => {
    const { office, core } = await walker();
    await record(core, "a");
    await record(core, "b");
    office.meddle(
      "/api/sync/push",
      async (pass) => {
        const full = (await (await pass()).json()) as { results: unknown[] };
        return json({ ...full, results: full.results.slice(1) });
      },
      cut,
    );
    await core.sync.now();
    expect(core.sync.status.value.unsent).toBe(1);
    await core.sync.now();
    expect(core.sync.status.value.unsent).toBe(0);
    expect(office.applied).toHaveLength(2);
  });

  test("a redirect is never followed", async () => {
    const { core, phone } = await walker();
    const modes: unknown[] = [];
    const inner = phone.fetch;
    Object.assign(phone, {
      fetch: (input: RequestInfo, init: RequestInit) => {
        modes.push(init.redirect);
        return inner(input, init);
      },
    });
    const again = await phone.open();
    await record(core, "a");
    await again.sync.now();
    expect(new Set(modes)).toEqual(new Set(["error"]));
  });

  test("a batch that is too large is halved until it fits", async () => {
    const { office, core } = await walker();
    for (let i = 0; i < 9; i++) await record(core, `nr ${i}`);
    office.maxBatch = 2;
    await core.sync.now();
    expect(texts(office)).toHaveLength(9);
  });

  test("one item that never fits holds up nobody, and stays visible", async () => {
    const { office, core } = await walker();
    const huge = await record(core, "huge");
    await record(core, "a");
    await record(core, "b");
    await core.sync.now();
    expect(texts(office).sort()).toEqual(["a", "b"]);
    expect(core.sync.status.value).toMatchObject({ unsent: 1, state: "refused", allSent: false });
    expect(core.observations.get(huge)?.truth).toBe("waiting");
    await record(core, "c");
    await core.sync.now();
    expect(texts(office).sort()).toEqual(["a", "b", "c"]);
  });

  test("one item that is set aside is parked with its reason; the others are applied", async () => {
    const { office, core } = await walker();
    await record(core, "a");
    const bad = await record(core, "b", [], "poison");
    await record(core, "c");
    office.meddle("/api/sync/pull", cut);
    await core.sync.now();
    expect(core.observations.get(bad)).toMatchObject({ truth: "parked", text: "b" });
    await core.sync.now();
    expect(texts(office)).toEqual(["a", "c"]);
    expect(core.observations.get(bad)).toMatchObject({
      truth: "parked",
      parked: { reason: "mutation.failed", message: "Ligt apart." },
    });
  });

  test("with a server that does not answer, nothing is said to be sent for long", async () => {
    const { office, phone, core } = await walker();
    const id = await record(core, "a");
    let go = () => {};
    office.meddle("/api/sync/push", async (pass) => {
      await new Promise<void>((free) => (go = free));
      return pass();
    });
    const round = core.sync.now();
    await until(() => core.observations.get(id)?.truth === "sending");
    phone.pass(10_000);
    expect(core.sync.status.value).toMatchObject({ state: "sending", slow: true });
    expect(core.observations.get(id)?.truth).toBe("waiting");
    await until(() => office.requests.includes("POST /api/sync/push"));
    go();
    await round;
    expect(core.sync.status.value).toMatchObject({ slow: false, allSent: true });
  });

  test("the item says 'sending' only while its own request is under way", async () => {
    const { office, core } = await walker();
    const id = await record(core, "a");
    let during: string | undefined;
    office.meddle("/api/sync/push", (pass) => {
      during = core.observations.get(id)?.truth;
      return pass();
    });
    await core.sync.now();
    expect(during).toBe("sending");
  });

  test("Retry-After is kept to by itself, and not by somebody's tap", async () => {
    const { office, phone, core } = await walker();
    core.sync.start();
    await core.sync.now();
    office.meddle("/api/sync/push", instead(() => json({}, 429, { "Retry-After": "120" })));
    await record(core, "a");
    await until(() => core.sync.status.value.state === "refused");
    expect(phone.nextTimer).toBe(120_000);
    const before = office.requests.length;
    phone.wake();
    expect(core.sync.status.value.state).toBe("refused");
    expect(office.requests.length).toBe(before);
    await core.sync.now();
    expect(core.sync.status.value.unsent).toBe(0);
    core.sync.stop();
  });

  test("the pause doubles to five minutes and falls back after success", async () => {
    const { office, phone, core } = await walker();
    core.sync.start();
    await core.sync.now();
    expect(phone.nextTimer).toBe(300_000);
    const pauses = [];
    for (let i = 0; i < 8; i++) {
      office.meddle("/api/sync/pull", cut);
      await core.sync.now();
      pauses.push(phone.nextTimer / 1000);
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 300, 300]);
    await core.sync.now();
    expect(phone.nextTimer).toBe(300_000);
    core.sync.stop();
  });

  test("a request that hangs ends after thirty seconds", async () => {
    const { office, phone, core } = await walker();
    await record(core, "a");
    let hung = () => {};
    const reached = new Promise<void>((done) => (hung = done));
    const inner = phone.fetch;
    Object.assign(phone, {
      fetch: (input: RequestInfo, init: RequestInit) => {
        if (!String(input).includes("push")) return inner(input, init);
        hung();
        return new Promise((_, fail) =>
          init.signal!.addEventListener("abort", () => fail(new Error("aborted"))),
        );
      },
    });
    const tab = await phone.open();
    const round = tab.sync.now();
    await reached;
    phone.pass(30_000);
    await round;
    expect(tab.sync.status.value).toMatchObject({ state: "offline", unsent: 1 });
    expect(texts(office)).toEqual([]);
  });
});

describe("numbers and epochs", () => {
  test("a server put back from yesterday's copy gets everything since from the phone", async () => {
    const { office, core } = await walker();
    office.backedUp = true;
    await record(core, "before");
    await core.sync.now();
    const yesterday = office.copy();
    office.backUp();
    await record(core, "during", ["photo 1"]);
    await core.sync.now();
    await record(core, "after", ["photo 2"]);
    await core.sync.now();
    expect(office.photos.size).toBe(2);
    office.restore(yesterday);
    expect(texts(office)).toEqual(["before"]);
    await core.sync.now();
    expect(texts(office)).toEqual(["before", "during", "after"]);
    expect(office.photos.size).toBe(2);
    expect(core.sync.status.value.allSent).toBe(true);
    expect(core.observations.items.value).toHaveLength(3);
  });

  test.each([400, 401, 409, 413, 422])("a %i of a proxy changes no number, and is no refusal", async (status) => {
    const { office, phone, core } = await walker();
    await record(core, "a");
    await record(core, "b");
    const before = await rows(phone, "outbox");
    const page = instead(() => html(status));
    office.meddle("/api/sync/push", page, page, page, page);
    await core.sync.now();
    expect(await rows(phone, "outbox")).toEqual(before);
    expect(core.session.state.value).toBe("signed-in");
    office.calm();
    await core.sync.now();
    expect(texts(office)).toEqual(["a", "b"]);
  });

  test("a change carries the life of the server that its base is a revision of", async () => {
    const { office, phone, core } = await walker();
    const id = await record(core, "a");
    await core.sync.now();
    await core.observations.amend(id, { text: "b" });
    expect(await rows(phone, "outbox")).toMatchObject([{ base: 1, epoch: "e1" }]);
    office.epoch = "e2";
    office.meddle("/api/sync/pull", cut);
    await core.sync.now();
    expect(office.mutations.map(({ row }) => row)).toMatchObject([{ base: null }, { base: 1, epoch: "e1" }]);
  });

  test("nothing counts as seen while the copy of the server before still stands", async () => {
    const { office, phone, core } = await walker();
    const id = await record(core, "a");
    await core.sync.now();
    office.epoch = "e2";
    office.meddle("/api/sync/pull", (pass) => pass(), cut);
    await core.sync.now();
    await core.observations.amend(id, { text: "b" });
    expect(await rows(phone, "outbox")).toMatchObject([{ base: null }]);
  });

  test("another epoch in any answer makes the phone send again what was not durable", async () => {
    const { office, core } = await walker();
    office.backedUp = true;
    await record(core, "a", ["photo"]);
    await core.sync.now();
    office.epoch = "e2";
    office.photos.clear();
    await record(core, "b");
    const bodies: string[] = [];
    office.meddle("/api/sync/pull", cut);
    office.watch = (path, body) => void (path === "/api/sync/push" && bodies.push(body));
    await core.sync.now();
    const sent = bodies.map((body) => JSON.parse(body).mutations.map((row: Row) => row.n));
    expect(sent).toEqual([[2], [1]]);
    expect(office.photos.size).toBe(1);
    expect(office.applied).toHaveLength(2);
  });

  test("a copy older than what was called durable is served by a new number row", async () => {
    const { office, core } = await walker();
    const empty = office.copy();
    await record(core, "lost for good");
    await core.sync.now();
    office.restore(empty);
    await record(core, "new");
    await core.sync.now();
    expect(texts(office)).toEqual(["new"]);
    expect(office.mutations.map(({ row }) => row.n)).toEqual([1]);
    expect(core.sync.status.value.allSent).toBe(true);
  });

  test("a gap that this phone can fill is filled with the same numbers", async () => {
    const { office, core } = await walker();
    office.backedUp = true;
    const empty = office.copy();
    await record(core, "a");
    await record(core, "b");
    await core.sync.now();
    const { epoch } = office;
    office.restore(empty);
    office.epoch = epoch;
    await record(core, "c");
    await core.sync.now();
    expect(texts(office)).toEqual(["a", "b", "c"]);
    expect(office.mutations.map(({ row }) => row.n)).toEqual([1, 2, 3]);
    expect(office.devices.size).toBe(1);
  });

  test("a number that means something else at the server starts a new number row", async () => {
    const { office, core } = await walker();
    await record(core, "a");
    await core.sync.now();
    const [device] = [...office.devices.values()];
    device!.rows.set(2, { ...device!.rows.get(1)!, row: { ...device!.rows.get(1)!.row, id: "x" } });
    device!.lastN = 2;
    const before = office.applied.length;
    await record(core, "b");
    await record(core, "c");
    await core.sync.now();
    expect(texts(office)).toEqual(["a", "b", "c"]);
    expect(office.applied.length).toBe(before + 2);
    expect([...office.devices.values()].at(-1)!.lastN).toBeGreaterThanOrEqual(2);
  });

  test("numbers of one device follow each other without a hole", async () => {
    const { office, core } = await walker();
    const id = await record(core, "a");
    await core.observations.amend(id, { text: "b" });
    await core.observations.reply(id, "c");
    await core.observations.withdraw(id);
    await core.sync.now();
    expect(office.mutations.map(({ row }) => row.n)).toEqual([1, 2, 3, 4]);
    expect(core.observations.get(id)?.state).toBe("withdrawn");
  });

  test("sent rows stay until the backup holds them", async () => {
    const { office, phone, core } = await walker();
    office.backedUp = true;
    await record(core, "a");
    await core.sync.now();
    const sent = () => rows(phone, "sent");
    expect(await sent()).toHaveLength(1);
    office.backUp();
    await record(core, "b");
    await core.sync.now();
    expect((await sent()).map((row) => row.n)).toEqual([2]);
  });
});

describe("pulling", () => {
  test("a reset clears the server's copy and leaves outbox and drafts", async () => {
    const { office, core } = await walker();
    const gone = await record(core, "a");
    await core.sync.now();
    office.observations.delete(gone);
    office.meddle("/api/sync/push", cut);
    await record(core, "b");
    const draft = await core.drafts.start();
    await core.sync.now();
    office.meddle("/api/sync/pull", async (pass) => {
      const answer = (await (await pass()).json()) as object;
      return json({ ...answer, reset: true });
    });
    office.meddle("/api/sync/push", async (pass) => pass());
    await core.sync.now();
    expect(core.observations.items.value.map((item) => item.text)).toEqual(["b"]);
    expect(core.drafts.items.value.map((other) => other.id)).toEqual([draft.id]);
  });

  test("what left one's scope leaves the phone", async () => {
    const { office, core } = await walker();
    const id = await record(core, "a");
    await core.sync.now();
    office.observations.delete(id);
    office.gone.set(id, ++office.revision);
    await core.sync.now();
    expect(core.observations.items.value).toEqual([]);
  });

  test("an app that is too old goes on drafting and sending", async () => {
    const { office, core } = await walker();
    office.pullStatus = 426;
    await record(core, "a");
    await core.sync.now();
    expect(texts(office)).toEqual(["a"]);
    expect(core.sync.status.value).toMatchObject({
      state: "update-needed",
      unsent: 0,
      allSent: false,
    });
    expect(core.observations.items.value).toHaveLength(1);
  });

  test("'alles verstuurd' needs a pull that worked, and ends when something is added", async () => {
    const { office, core } = await walker();
    expect(core.sync.status.value.allSent).toBe(false);
    office.meddle("/api/sync/pull", cut);
    await core.sync.now();
    expect(core.sync.status.value.allSent).toBe(false);
    expect(core.sync.status.value.lastSuccessAt).toBeNull();
    await core.sync.now();
    expect(core.sync.status.value.allSent).toBe(true);
    expect(core.sync.status.value.lastSuccessAt).toBe(office.clock);
    await record(core, "a");
    expect(core.sync.status.value.allSent).toBe(false);
  });

  test("a clock two days wrong still syncs, with a warning", async () => {
    const office = new Office();
    const phone = new TestPhone(office);
    phone.now += 2 * 86_400_000;
    const core = await phone.open();
    await core.session.signIn("noor", "x");
    await record(core, "a");
    await core.sync.now();
    expect(texts(office)).toEqual(["a"]);
    expect(core.sync.status.value.clockOff).toBe(2 * 86_400_000);
  });

  test("nine minutes off is no reason to warn", async () => {
    const { core, phone } = await walker();
    phone.now += 9 * 60_000;
    await core.sync.now();
    expect(core.sync.status.value.clockOff).toBe(0);
  });

  test("the phone reports itself when something changed, and not again", async () => {
    const { office, core } = await walker();
    await core.sync.now();
    await core.sync.now();
    expect(office.reports).toHaveLength(1);
    expect(office.reports[0]).toMatchObject({ unsent: 0, missingPhotos: 0 });
  });

  test("a report that fails shows, and holds up nothing", async () => {
    const { office, core } = await walker();
    office.meddle("/api/devices", cut);
    await core.sync.now();
    expect(core.sync.status.value).toMatchObject({ state: "idle", allSent: true });
    expect(core.sync.status.value.reason).toContain("telefoon");
  });
});
