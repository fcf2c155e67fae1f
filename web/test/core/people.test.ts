import { describe, expect, test } from "vitest";
import { NoConnection, openCore, Refused } from "../../src/core/index";
import { cut, idOf, instead, json, Office } from "./office";
import { record, rows, TestPhone, texts, until, walker } from "./world";

describe("who is signed in", () => {
  test("a new phone starts unknown, and asks", async () => {
    const core = await new TestPhone(new Office()).open();
    expect(core.session.state.value).toBe("unknown");
    await core.sync.now();
    expect(core.session.state.value).toBe("signed-out");
    expect(core.session.account.value).toBeNull();
  });

  test("where somebody comes to sign in, no server is asked to refuse a new phone", async () => {
    const office = new Office();
    const core = await openCore(new TestPhone(office).environment(), true);
    expect(core.session.state.value).toBe("signed-out");
    await core.sync.now();
    expect(core.session.account.value).toBeNull();
    expect(office.requests.filter((line) => line.includes("/api/session"))).toEqual([]);
  });

  test("after signing out nothing is asked in the name of who was here", async () => {
    const { office, core } = await walker();
    await core.session.signOut();
    const asked = office.requests.length;
    await core.sync.now();
    expect(office.requests).toHaveLength(asked);
  });

  test("a wrong word is refused with the server's sentence", async () => {
    const office = new Office();
    const core = await new TestPhone(office).open();
    const answer = { code: "session.unknown", message: "Deze naam kennen we niet." };
    office.meddle("/api/session", instead(() => json(answer, 401)));
    const wrong = core.session.signIn("noor", "fout");
    await expect(wrong).rejects.toMatchObject({ status: 401, ...answer });
    await expect(wrong).rejects.toBeInstanceOf(Refused);
  });

  test("without a line signing in says so", async () => {
    const office = new Office();
    const core = await new TestPhone(office).open();
    office.meddle("/api/session", cut);
    await expect(core.session.signIn("noor", "x")).rejects.toBeInstanceOf(NoConnection);
  });

  test("opening the app again without a line goes on as the same person", async () => {
    const { office, phone, core } = await walker();
    await record(core, "a");
    office.meddle("/api/", cut, cut, cut);
    const again = await phone.open();
    expect(again.session.state.value).toBe("signed-in");
    expect(again.session.account.value?.id).toBe(idOf("noor"));
    expect(again.observations.items.value.map((item) => item.text)).toEqual(["a"]);
  });

  test("an expired session drafts and pushes on, and all is as before after signing in", async () => {
    const { office, core } = await walker();
    await record(core, "a");
    await core.sync.now();
    office.sessions.forEach((session) => (session.state = "expired"));
    await record(core, "b");
    await core.sync.now();
    expect(core.session.state.value).toBe("expired");
    expect(core.session.account.value?.name).toBe("noor");
    expect(texts(office)).toEqual(["a", "b"]);
    expect(core.sync.status.value).toMatchObject({ unsent: 0, allSent: false, state: "refused" });
    expect(core.sync.status.value.reason).toContain("Meld u opnieuw aan");
    await record(core, "c");
    await core.session.signIn("noor", "x");
    await core.sync.now();
    expect(texts(office)).toEqual(["a", "b", "c"]);
    expect(core.sync.status.value.allSent).toBe(true);
  });

  test("another person on this phone neither sees nor sends what is not theirs", async () => {
    const { office, core } = await walker("noor");
    await record(core, "van noor");
    const draft = await core.drafts.start();
    await core.session.signOut();
    expect(core.drafts.items.value).toEqual([]);
    await core.session.signIn("kim", "x");
    expect(core.observations.items.value).toEqual([]);
    expect(core.drafts.items.value).toEqual([]);
    expect(core.sync.status.value.unsent).toBe(0);
    await core.sync.now();
    expect(texts(office)).toEqual([]);
    await record(core, "van kim");
    await core.sync.now();
    await core.session.signOut();
    await core.session.signIn("noor", "x");
    expect(core.drafts.items.value.map((other) => other.id)).toEqual([draft.id]);
    await core.sync.now();
    expect(office.mutations.map(({ row, account }) => [row.args.text, account])).toEqual([
      ["van kim", "kim"],
      ["van noor", "noor"],
    ]);
  });

  test("an answer for one person does not land with the next", async () => {
    const { office, core } = await walker("noor");
    await record(core, "van noor");
    office.meddle("/api/sync/pull", async (pass) => {
      const answer = await pass();
      await core.session.signOut();
      await core.session.signIn("kim", "x");
      return answer;
    });
    await core.sync.now();
    expect(core.session.account.value?.name).toBe("kim");
    expect(core.observations.items.value).toEqual([]);
  });

  test("a revoked phone empties itself at the next contact", async () => {
    const { office, phone, core } = await walker();
    await record(core, "a", ["photo"]);
    await core.drafts.start();
    office.sessions.forEach((session) => (session.state = "revoked"));
    await core.sync.now();
    expect(core.session.state.value).toBe("signed-out");
    for (const store of ["outbox", "draft", "photo", "observation", "meta"]) {
      expect(await rows(phone, store)).toEqual([]);
    }
    expect(core.sync.status.value.reason).toContain("coördinator");
  });

  test("once revoked it asks nothing more, and says so after a restart until somebody signs in", async () => {
    const { office, phone, core } = await walker();
    await record(core, "a");
    office.sessions.forEach((session) => (session.state = "revoked"));
    await core.sync.now();
    expect(core.observations.items.value).toEqual([]);
    const asked = office.requests.length;
    await core.sync.now();
    expect(office.requests).toHaveLength(asked);
    const again = await phone.open();
    expect(again.session.revoked.value).toBe(true);
    expect(again.session.account.value).toBeNull();
    await again.session.signIn("kim", "x");
    expect(again.session.revoked.value).toBe(false);
  });

  test("a line that the office ended is asked about at once", async () => {
    const { office, phone } = await walker();
    let lost = () => {};
    phone.extra = { live: (_, ended) => ((lost = ended), () => {}) };
    const core = await phone.open();
    core.sync.start();
    await until(() => core.sync.status.value.state === "idle");
    office.sessions.forEach((session) => (session.state = "revoked"));
    lost();
    phone.pass(50);
    await until(() => core.session.revoked.value);
    core.sync.stop();
  });

  test("a 401 that only looks like a revocation empties nothing", async () => {
    const { office, phone, core } = await walker();
    await record(core, "a");
    const portal = () => new Response("wifi", { status: 401, headers: { "Clear-Site-Data": '"*"' } });
    office.meddle("/api/sync/push", instead(portal));
    await core.sync.now();
    expect(await rows(phone, "outbox")).toHaveLength(1);
    expect(core.session.revoked.value).toBe(false);
  });

  test("the number to call is there offline once seen, signed out and revoked too", async () => {
    const office = new Office();
    const phone = new TestPhone(office);
    const core = await phone.open();
    office.meddle("/api/helpline", instead(() => json({ phone: "088 000 00 00" })));
    core.sync.start();
    await until(() => core.helpline.value === "088 000 00 00");
    core.sync.stop();
    office.meddle("/api/helpline", cut, instead(() => new Response("<h1>wifi</h1>")));
    for (let i = 0; i < 2; i++) {
      const again = await phone.open();
      expect(again.helpline.value).toBe("088 000 00 00");
      again.sync.start();
      again.sync.stop();
    }
  });

  test("a plain 401 empties nothing", async () => {
    const { office, phone, core } = await walker();
    await record(core, "a");
    office.sessions.clear();
    await core.sync.now();
    expect(await rows(phone, "outbox")).toHaveLength(1);
    expect(core.session.state.value).toBe("expired");
  });

  test("a token that was renewed elsewhere is fetched, and the push goes on", async () => {
    const { office, core } = await walker();
    await record(core, "a");
    office.meddle("/api/sync/push", instead(() => json({ code: "csrf" }, 403)));
    await core.sync.now();
    expect(texts(office)).toEqual(["a"]);
  });
});

describe("two tabs", () => {
  test("what one tab saves, the other shows", async () => {
    const { phone, core } = await walker();
    const other = await phone.open();
    const id = await record(core, "a");
    await other.sync.now();
    expect(other.observations.get(id)?.text).toBe("a");
  });

  test("without Web Locks two tabs do not send at the same time", async () => {
    const { office, phone, core } = await walker();
    const other = await phone.open();
    await record(core, "a");
    let together = 0;
    let most = 0;
    office.meddle("/api/sync/push", async (pass) => {
      most = Math.max(most, ++together);
      await other.sync.now();
      together--;
      return pass();
    });
    office.meddle("/api/sync/push", async (pass) => {
      most = Math.max(most, ++together);
      return pass();
    });
    await core.sync.now();
    expect(most).toBe(1);
    expect(office.applied).toHaveLength(1);
  });

  test("a tab that died in its turn keeps nobody waiting for ever", async () => {
    const { office, phone, core } = await walker();
    await record(core, "a");
    const dead = await phone.open();
    office.meddle("/api/sync/push", () => new Promise(() => {}));
    void dead.sync.now();
    while (!office.requests.includes("POST /api/sync/push")) await new Promise(setImmediate);
    await core.sync.now();
    expect(core.sync.status.value.unsent).toBe(1);
    phone.now += 151_000;
    await core.sync.now();
    expect(core.sync.status.value.unsent).toBe(0);
  });

  test("with Web Locks the second tab waits its turn", async () => {
    const office = new Office();
    const phone = new TestPhone(office);
    let queue: Promise<unknown> = Promise.resolve();
    const asked: string[] = [];
    const request = (name: string, work: () => Promise<void>) => {
      asked.push(name);
      return (queue = queue.then(work));
    };
    phone.extra = { locks: { request } as unknown as LockManager };
    const core = await phone.open();
    await core.session.signIn("noor", "x");
    const other = await phone.open();
    await record(core, "a");
    await Promise.all([core.sync.now(), other.sync.now()]);
    expect(office.requests.filter((line) => line.includes("push"))).toHaveLength(1);
    expect(new Set(asked).size).toBe(1);
  });

  test("text typed while a photo is added is no other tab's", async () => {
    const { core } = await walker();
    const draft = await core.drafts.start();
    await Promise.all([
      core.drafts.addPhoto(draft.id, new Blob(["een foto"])),
      core.drafts.change(draft.id, { text: "een" }),
      core.drafts.removePhoto(draft.id, "niet daar"),
      core.drafts.change(draft.id, { text: "twee" }),
    ]);
    await core.drafts.change(draft.id, { text: "drie" });
    expect(core.drafts.items.value).toMatchObject([{ text: "drie", photos: [{}] }]);
  });

  test("one draft in two tabs is not silently overwritten", async () => {
    const { phone, core } = await walker();
    const draft = await core.drafts.start();
    await core.drafts.change(draft.id, { text: "eerste" });
    const other = await phone.open();
    await other.drafts.change(draft.id, { text: "ander tabblad" });
    const late = core.drafts.change(draft.id, { text: "eerste, langer" });
    await expect(late).rejects.toMatchObject({ code: "draft.changed-elsewhere" });
    expect(await rows(phone, "draft")).toMatchObject([{ text: "ander tabblad" }]);
    await core.drafts.change(draft.id, { text: "samen" });
    expect(await rows(phone, "draft")).toMatchObject([{ text: "samen" }]);
  });

  test("nor saved as something its screen did not show", async () => {
    const { phone, core } = await walker();
    const draft = await core.drafts.start();
    await core.drafts.change(draft.id, { text: "eerste", category: "litter" });
    const other = await phone.open();
    await other.drafts.change(draft.id, { text: "ander" });
    const late = core.drafts.save(draft.id);
    await expect(late).rejects.toMatchObject({ code: "draft.changed-elsewhere" });
  });

  test("saved in both tabs, a draft becomes one observation", async () => {
    const { office, phone, core } = await walker();
    const draft = await core.drafts.start();
    await core.drafts.change(draft.id, { category: "litter" });
    const other = await phone.open();
    await Promise.all([core.drafts.save(draft.id), other.drafts.save(draft.id)]);
    await core.sync.now();
    expect(office.mutations).toHaveLength(1);
    await expect(other.drafts.change(draft.id, { text: "nog" })).rejects.toMatchObject({
      code: "draft.gone",
    });
  });
});
