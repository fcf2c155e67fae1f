import { IDBDatabase, IDBObjectStore } from "fake-indexeddb";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Refused, type Core } from "../../src/core/index";
import { cut, instead, json, Office } from "./office";
import { record, rows, TestPhone, texts, walker } from "./world";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("saving", () => {
  test("writes record and outbox row, and ends the draft, in one strict transaction", async () => {
    const { core } = await walker();
    const draft = await core.drafts.start();
    await core.drafts.change(draft.id, { category: "litter" });
    const opened = vi.spyOn(IDBDatabase.prototype, "transaction");
    await core.drafts.save(draft.id);
    const writes = opened.mock.calls.filter(([, mode]) => mode === "readwrite");
    expect(writes).toHaveLength(1);
    expect(writes[0]![0]).toEqual(expect.arrayContaining(["draft", "outbox", "upload"]));
    expect(writes[0]![2]).toEqual({ durability: "strict" });
  });

  test("every write there is asks for strict durability", async () => {
    const opened = vi.spyOn(IDBDatabase.prototype, "transaction");
    const { core } = await walker();
    await record(core, "a", ["photo"]);
    await core.sync.now();
    const writes = opened.mock.calls.filter(([, mode]) => mode === "readwrite");
    expect(writes.length).toBeGreaterThan(8);
    expect(writes.every(([, , options]) => options?.durability === "strict")).toBe(true);
  });

  test("the app killed right after 'bewaard' has text and photo on restart", async () => {
    const { phone, core } = await walker();
    const id = await record(core, "a", ["photo"]);
    const again = await phone.open();
    expect(again.observations.get(id)).toMatchObject({ text: "a", truth: "waiting" });
    const [photo] = again.observations.get(id)!.photos;
    expect(await again.photos.bytes(photo!.sha256)).toBeInstanceOf(ArrayBuffer);
  });

  test("five taps make one observation", async () => {
    const { office, core } = await walker();
    const draft = await core.drafts.start();
    await core.drafts.change(draft.id, { category: "litter" });
    const taps = Array.from({ length: 5 }, () => core.drafts.save(draft.id));
    expect(new Set(await Promise.all(taps))).toEqual(new Set([draft.id]));
    await core.sync.now();
    await core.drafts.save(draft.id);
    await core.sync.now();
    expect(office.mutations).toHaveLength(1);
  });

  test("a draft without a category is refused in words, and stays", async () => {
    const { core } = await walker();
    const draft = await core.drafts.start();
    await expect(core.drafts.save(draft.id)).rejects.toMatchObject({ code: "draft.category" });
    expect(core.drafts.items.value).toHaveLength(1);
  });

  test("a draft is on disk before the camera opens", async () => {
    const { phone, core } = await walker();
    const draft = await core.drafts.start();
    expect((await phone.open()).drafts.items.value.map(({ id }) => id)).toEqual([draft.id]);
  });

  test("a place is kept to four decimals", async () => {
    const { office, core } = await walker();
    const draft = await core.drafts.start();
    const place = { lat: 52.123456, lon: 4.987654 };
    await core.drafts.change(draft.id, { category: "litter", place });
    await core.drafts.save(draft.id);
    await core.sync.now();
    expect(office.mutations[0]!.row.args.place).toEqual({ lat: 52.1235, lon: 4.9877 });
  });

  test("a change sends only the fields that changed, with the revision it saw", async () => {
    const { office, core } = await walker();
    const id = await record(core, "a");
    await core.sync.now();
    await core.observations.amend(id, { text: "b", category: "litter" });
    expect(core.observations.get(id)).toMatchObject({ text: "b", truth: "waiting" });
    await core.sync.now();
    expect(office.mutations[1]!.row).toMatchObject({ base: 1, args: { text: "b" } });
    await core.observations.amend(id, { text: "b" });
    expect(core.sync.status.value.unsent).toBe(0);
  });

  test("asks once to keep the store, after the first save", async () => {
    const { phone } = await walker();
    const persist = vi.fn(async () => true);
    phone.extra = { storage: { persist, estimate: async () => ({ usage: 1, quota: 2 }) } };
    const core = await phone.open();
    expect(persist).not.toHaveBeenCalled();
    await record(core, "a");
    await record(core, "b");
    await core.sync.now();
    expect(persist).toHaveBeenCalledTimes(1);
    expect(core.sync.status.value.persisted).toBe(true);
  });
});

describe("photos", () => {
  const shas = (core: Core, id: string) => core.observations.get(id)!.photos;

  test("go after their text", async () => {
    const { office, core } = await walker();
    await record(core, "a", ["1", "2"]);
    await core.sync.now();
    const order = office.requests.filter((line) => /^(PUT .api.photos|POST .api.sync)/.test(line));
    expect(order.map((line) => line.split("/")[2])).toEqual(["sync", "photos", "photos"]);
    expect(core.sync.status.value.allSent).toBe(true);
  });

  test("do not go while their text cannot", async () => {
    const { office, core } = await walker();
    await record(core, "huge", ["1"]);
    await core.sync.now();
    expect(office.photos.size).toBe(0);
    expect(core.sync.status.value.missingPhotos).toBe(1);
  });

  test("one is added to what was saved before, offline, and goes after its text", async () => {
    const { office, core } = await walker();
    const id = await record(core, "a");
    await core.sync.now();
    office.meddle("/api/", cut, cut, cut);
    await core.observations.addPhoto(id, new Blob(["later"]));
    await core.observations.addPhoto(id, new Blob(["later"]));
    const [added] = shas(core, id);
    expect(await core.photos.bytes(added!.sha256)).toBeInstanceOf(ArrayBuffer);
    expect(core.observations.get(id)).toMatchObject({ truth: "waiting", photosWaiting: 1 });
    office.calm();
    await core.sync.now();
    expect(office.observations.get(id)!.photos).toEqual([{ sha256: added!.sha256 }]);
    expect([...office.photos.keys()]).toEqual([added!.sha256]);
    expect(office.mutations).toHaveLength(2);
  });

  test("one that is taken away again before it went, never goes", async () => {
    const { office, phone, core } = await walker();
    const id = await record(core, "a", ["a face"]);
    await core.observations.addPhoto(id, new Blob(["a lamp"]));
    const [face, lamp] = shas(core, id);
    await core.observations.removePhoto(id, face!.sha256);
    expect((await rows(phone, "photo")).map((row) => row.sha256)).toEqual([lamp!.sha256]);
    await core.sync.now();
    expect([...office.photos.keys()]).toEqual([lamp!.sha256]);
    expect(office.observations.get(id)!.photos).toEqual([{ sha256: lamp!.sha256 }]);
    expect(core.sync.status.value.allSent).toBe(true);
  });

  test("one that the office has can be taken away, and a seventh is refused in words", async () => {
    const { office, core } = await walker();
    const id = await record(core, "a", ["1", "2", "3", "4", "5", "6"]);
    await core.sync.now();
    const seventh = core.observations.addPhoto(id, new Blob(["7"]));
    await expect(seventh).rejects.toMatchObject({ code: "draft.photos" });
    await core.observations.removePhoto(id, shas(core, id)[0]!.sha256);
    await core.sync.now();
    expect(office.observations.get(id)!.photos).toHaveLength(5);
  });

  test("an item is not with the office before its photo is", async () => {
    const { office, core } = await walker();
    const id = await record(core, "a", ["1"]);
    office.meddle("/api/photos", cut);
    await core.sync.now();
    expect(core.observations.get(id)).toMatchObject({ truth: "waiting", photosWaiting: 1 });
    expect(core.sync.status.value).toMatchObject({ unsent: 0, missingPhotos: 1, allSent: false });
    await core.sync.now();
    expect(core.observations.get(id)).toMatchObject({ truth: "office", photosWaiting: 0 });
  });

  test("one that arrived as zero bytes stays queued and arrives next time", async () => {
    const { office, core } = await walker();
    const id = await record(core, "a", ["1"]);
    const hash = () => json({ error: "hash", bytes: 0 }, 422);
    office.meddle("/api/photos", ...Array.from({ length: 5 }, () => instead(hash)));
    for (let i = 0; i < 5; i++) await core.sync.now();
    expect(core.sync.status.value.missingPhotos).toBe(1);
    await core.sync.now();
    expect(office.photos.has(shas(core, id)[0]!.sha256)).toBe(true);
  });

  test("a captive portal's 200 is no receipt", async () => {
    const { office, core } = await walker();
    await record(core, "a", ["1"]);
    const page = () => new Response("<p>wifi", { headers: { "Content-Type": "text/html" } });
    office.meddle("/api/photos", instead(page));
    office.meddle("/api/sync/pull", cut);
    await core.sync.now();
    expect(core.sync.status.value.missingPhotos).toBe(1);
  });

  test("a receipt that proves untrue is taken back by the next pull", async () => {
    const { office, core } = await walker();
    await record(core, "a", ["1"]);
    office.meddle("/api/photos", instead(() => new Response(null, { status: 201 })));
    await core.sync.now();
    expect(office.photos.size).toBe(0);
    expect(core.sync.status.value.allSent).toBe(false);
    await core.sync.now();
    expect(office.photos.size).toBe(1);
  });

  test("one refused three times is shown with its reason, and the others go on", async () => {
    const { office, core } = await walker();
    const id = await record(core, "a", ["broken", "good"]);
    const [broken, good] = shas(core, id);
    const refusal = () => json({ code: "photo.broken", message: "Deze foto is stuk." }, 415);
    office.photoRefusal = (sha256) => (sha256 === broken!.sha256 ? refusal() : null);
    for (let i = 0; i < 2; i++) {
      await core.sync.now();
      expect(core.sync.status.value.missingPhotos).toBe(1);
      expect(office.photos.has(good!.sha256)).toBe(true);
    }
    await core.sync.now();
    expect(core.sync.status.value.missingPhotos).toBe(0);
    expect(core.observations.get(id)?.photosRefused).toEqual([
      { sha256: broken!.sha256, reason: "Deze foto is stuk." },
    ]);
  });

  test("the same photo twice, and in two observations, all arrive", async () => {
    const { office, core } = await walker();
    await record(core, "a", ["same", "same", "other"]);
    await record(core, "b", ["same"]);
    await core.sync.now();
    expect(office.photos.size).toBe(2);
    expect([...office.observations.values()].map((value) => (value.photos as []).length)).toEqual([
      2, 1,
    ]);
  });

  test("six fit, the seventh is refused in words", async () => {
    const { core } = await walker();
    const draft = await core.drafts.start();
    for (const text of "123456") await core.drafts.addPhoto(draft.id, new Blob([text]));
    const seventh = core.drafts.addPhoto(draft.id, new Blob(["7"]));
    await expect(seventh).rejects.toMatchObject({ code: "draft.photos" });
    expect(core.drafts.items.value[0]!.photos).toHaveLength(6);
  });

  test("one that cannot be decoded keeps the draft", async () => {
    const { phone } = await walker();
    phone.extra = { shrink: () => Promise.reject(new Refused(0, "photo.undecodable")) };
    const core = await phone.open();
    const draft = await core.drafts.start();
    const heic = core.drafts.addPhoto(draft.id, new Blob(["heic"]));
    await expect(heic).rejects.toThrow(/foto/);
    expect(core.drafts.items.value).toHaveLength(1);
  });

  test("lie on the phone as ArrayBuffer", async () => {
    const { phone, core } = await walker();
    await record(core, "a", ["1"]);
    const [photo] = await rows(phone, "photo");
    expect(photo!.bytes).toBeInstanceOf(ArrayBuffer);
  });

  test("blurring leaves nothing of the original", async () => {
    const { phone, core } = await walker();
    const draft = await core.drafts.start();
    await core.drafts.addPhoto(draft.id, new Blob(["sharp"]));
    const [sharp] = core.drafts.items.value[0]!.photos;
    await core.drafts.replacePhoto(draft.id, sharp!.sha256, new TextEncoder().encode("blur").buffer);
    const kept = await rows(phone, "photo");
    expect(kept.map((photo) => new TextDecoder().decode(photo.bytes as ArrayBuffer))).toEqual([
      "blur",
    ]);
    await core.drafts.discard(draft.id);
    expect(await rows(phone, "photo")).toEqual([]);
  });

  test("what is with the office leaves the phone after a week, what waits never", async () => {
    const { office, phone, core } = await walker();
    await record(core, "a", ["1"]);
    await core.sync.now();
    await core.sync.now();
    await record(core, "b", ["2"]);
    office.meddle("/api/sync/push", cut);
    phone.now += 8 * 86_400_000;
    await phone.open();
    expect(await rows(phone, "photo")).toHaveLength(1);
    expect(await rows(phone, "upload")).toMatchObject([{ state: "waiting" }]);
  });
  test("what no backup holds yet stays, however old", async () => {
    const { office, phone, core } = await walker();
    office.backedUp = true;
    await record(core, "a", ["1"]);
    await core.sync.now();
    phone.now += 8 * 86_400_000;
    await phone.open();
    expect(await rows(phone, "photo")).toHaveLength(1);
  });
});

describe("a phone in trouble", () => {
  const full = (times: number) => {
    const put = IDBObjectStore.prototype.put;
    return vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: InstanceType<typeof IDBObjectStore>,
      ...args
    ) {
      if (this.name === "photo" && times-- > 0) {
        throw new DOMException("full", "QuotaExceededError");
      }
      return put.apply(this, args);
    });
  };

  test("full: the text is kept, and the photo says that it is not", async () => {
    const { office, core } = await walker();
    const draft = await core.drafts.start();
    await core.drafts.change(draft.id, { text: "tekst", category: "litter" });
    full(Infinity);
    await core.drafts.addPhoto(draft.id, new Blob(["1"]));
    const [shown] = core.drafts.items.value;
    expect(shown!.photos).toMatchObject([{ kept: false }]);
    expect(shown!.photos[0]!.reason).toContain("Niet bewaard");
    await core.drafts.save(draft.id);
    await core.sync.now();
    expect(texts(office)).toEqual(["tekst"]);
    expect(core.sync.status.value.allSent).toBe(true);
  });

  test("full: what is safe with the office goes first", async () => {
    const { phone, core } = await walker();
    await record(core, "old", ["1"]);
    await core.sync.now();
    await core.sync.now();
    const draft = await core.drafts.start();
    full(1);
    await core.drafts.addPhoto(draft.id, new Blob(["2"]));
    expect(core.drafts.items.value[0]!.photos).toMatchObject([{ kept: true }]);
    expect(await rows(phone, "photo")).toHaveLength(1);
  });

  test("the connection closed under the app costs one retry and no data", async () => {
    const { core } = await walker();
    const draft = await core.drafts.start();
    const open = IDBDatabase.prototype.transaction;
    let closed = 0;
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (
      this: InstanceType<typeof IDBDatabase>,
      ...args
    ) {
      if (closed++ === 0) this.close();
      return open.apply(this, args);
    });
    await core.drafts.change(draft.id, { text: "nog" });
    expect(core.drafts.items.value[0]!.text).toBe("nog");
    expect(closed).toBeGreaterThan(1);
  });

  test("a newer app's store is left alone, and an update asked for", async () => {
    const { phone, core } = await walker();
    await record(core, "a");
    core.sync.stop();
    const name = (await phone.indexedDB.databases()).find((db) => db.name !== "buurtronde")!.name!;
    await new Promise<void>((resolve, reject) => {
      const request = phone.indexedDB.open(name, 99);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const before = JSON.stringify(await rows(phone, "outbox"));
    const old = await phone.open();
    expect(old.sync.status.value.state).toBe("update-needed");
    await expect(old.drafts.start()).rejects.toMatchObject({ code: "update-needed" });
    await old.sync.now();
    expect(JSON.stringify(await rows(phone, "outbox"))).toBe(before);
    // The tab that was open all along finds out at its next write.
    await expect(core.drafts.start()).rejects.toMatchObject({ code: "update-needed" });
    expect(core.sync.status.value.state).toBe("update-needed");
  });

  test("everything unsent goes into one file, and is read back without doubling", async () => {
    const { office, phone, core } = await walker();
    await record(core, "a", ["1"]);
    const draft = await core.drafts.start();
    await core.drafts.change(draft.id, { text: "half" });
    await core.drafts.addPhoto(draft.id, new Blob(["2"]));
    const file = await (await core.unsent.exportFile()).text();
    expect(await core.unsent.importFile(file)).toBe(0);
    const other = new TestPhone(office);
    const there = await other.open();
    await there.session.signIn("noor", "x");
    expect(await there.unsent.importFile(file)).toBe(2);
    expect(await there.unsent.importFile(file)).toBe(0);
    await there.sync.now();
    await core.sync.now();
    expect(texts(office)).toEqual(["a"]);
    expect(office.applied).toHaveLength(1);
    expect(office.photos.size).toBe(1);
    expect(there.drafts.items.value).toMatchObject([{ text: "half", id: draft.id }]);
    expect(await rows(phone, "outbox")).toEqual([]);
  });

  test("a file that is broken or someone else's is refused in words", async () => {
    const { core } = await walker();
    await record(core, "a");
    const file = await (await core.unsent.exportFile()).text();
    for (const text of ["", "{}", "niets", file.slice(0, -9)]) {
      await expect(core.unsent.importFile(text)).rejects.toMatchObject({
        code: "unsent.unreadable",
      });
    }
    const other = await (await walker("kim", new Office())).core;
    await expect(other.unsent.importFile(file)).rejects.toMatchObject({
      code: "unsent.other-account",
    });
  });
});
