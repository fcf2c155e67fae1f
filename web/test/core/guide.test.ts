import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import type { Environment } from "../../src/core/environment";
import { opening } from "../../src/core/tenant/hours";
import { openTenant, type Guide, type Language, type Rule, type Tenant } from "../../src/core/tenant/index";
import { isChecked, language, say } from "../../src/core/tenant/language";
import { findPostcode } from "../../src/core/tenant/postcode";
import { search, textOf } from "../../src/core/tenant/rules";
import { isVolunteersPhone, partFor } from "../../src/core/part";
import { walker } from "./world";

const flat = { id: "c1", code: "VH-02", name: "Meidoornflat", street: "Meidoornlaan", numbers: "2-128", postcode: "2097 AB" };
const court = { id: "c2", code: "VH-04", name: "Hazelaarhof", street: "Hazelaarhof", numbers: "1-28", postcode: "2097 AD" };
const north = { id: "c3", code: "VH-05", name: "Noord", street: "Laan", numbers: "2-60", postcode: "2097 AE" };
const south = { id: "c4", code: "VH-06", name: "Zuid", street: "Laan", numbers: "1-71", postcode: "2097 AE" };
const lock = { id: "c5", code: "SK-01", name: "Sluiskade", street: "Sluiskade", numbers: "10-96", postcode: "2098 BA" };
const districts = [
  { id: "d1", name: "De Vlierhof", outline: null, complexes: [flat, court, north, south] },
  { id: "d2", name: "Sluiskwartier", outline: null, complexes: [lock] },
];

const stairs: Rule = {
  id: "r1",
  complex: null,
  pictogram: "hallway",
  title: "Houd de trap vrij",
  text: "Zet geen fietsen op de galerij.",
  language: "nl",
  checked: true,
  translations: { tr: { title: "Merdiveni boş bırakın", text: "Koridora bisiklet koymayın.", checked: false } },
};
const quiet: Rule = { ...stairs, id: "r2", title: "Stil na tien uur", text: "Denk aan uw buren, één deur verder.", translations: {} };

function guide(changes: Partial<Guide> = {}): Guide {
  return {
    district: { id: "d1", name: "De Vlierhof" },
    language: "nl",
    revision: 1,
    association: { name: "Lindewaard", phone: null },
    partners: [],
    rules: [stairs, quiet],
    team: [{ id: "t1", name: "Noor", picture: "aa" }, { id: "t2", name: "Kim", picture: null }],
    categories: [],
    languages: [{ code: "ar", checked: true }],
    limits: { photos: 3, text: 2000 },
    ...changes,
  };
}

/** A server that tenants may ask, a line that can be cut, and one phone. */
class Street {
  indexedDB = new IDBFactory();
  line: "open" | "cut" | "portal" = "open";
  guides = new Map([["d1", guide()], ["d2", guide({ district: { id: "d2", name: "Sluiskwartier" }, team: [] })]]);
  pictures = new Set(["aa"]);
  asked: string[] = [];
  now = Date.parse("2026-11-22T12:00:00Z");
  private wakes = new Set<() => void>();

  fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input), "https://buurt");
    if (this.line === "cut") throw new TypeError("cut");
    if (this.line === "portal") {
      return new Response("<h1>wifi</h1>", { headers: { "Content-Type": "text/html" } });
    }
    this.asked.push(url.pathname + url.search);
    if (url.pathname.endsWith("/districts")) return json({ districts, languages: guide().languages });
    if (url.pathname.includes("/pictures/")) {
      const isThere = this.pictures.has(url.pathname.split("/").pop()!);
      if (!isThere) return json({ code: "unknown" }, 404);
      return new Response("jpeg", { headers: { "Content-Type": "image/jpeg" } });
    }
    const found = this.guides.get(url.searchParams.get("district")!);
    if (!found) return json({ code: "district.unknown" }, 404);
    const said = { ...found, language: url.searchParams.get("language") as Language };
    const etag = `"${found.revision}-${said.language}"`;
    if (new Headers(init?.headers).get("If-None-Match") === etag) return new Response(null, { status: 304 });
    return json(said, 200, { ETag: etag });
  };

  open(of?: { district: string; beside: string[]; language: "nl" | "en" }) {
    const env: Partial<Environment> = {
      fetch: this.fetch,
      now: () => this.now,
      indexedDB: this.indexedDB,
      schedule: () => () => {},
      onWake: (run) => {
        this.wakes.add(run);
        return () => this.wakes.delete(run);
      },
    };
    return openTenant(env as Environment, of);
  }
}

function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const type = { "Content-Type": "application/json", ...headers };
  return new Response(JSON.stringify(body), { status, headers: type });
}

function keptPictures({ store }: Tenant) {
  return store.read(["picture"], (tx) => tx.objectStore("picture").getAllKeys());
}

beforeEach(() => say("nl"));

test("what was chosen and read stays on the phone, and is there without a line", async () => {
  const street = new Street();
  const tenant = await street.open();
  await tenant.refresh();
  await tenant.choose({ district: "d1", complex: "c1" });
  await tenant.speak("en");
  street.line = "cut";
  await say("nl");

  const again = await street.open();
  expect(language.value).toBe("en");
  expect(again.places.home.value).toEqual({ district: "d1", complex: "c1" });
  expect(again.places.districts.value).toHaveLength(2);
  expect(again.guides.guide.value?.rules).toHaveLength(2);
  expect(again.guides.heardAt.value).toBe(street.now);
  await again.refresh();
  expect(again.guides.isOffline.value).toBe(true);
  expect(again.guides.guide.value?.rules).toHaveLength(2);
});

test("a hotel's welcome page changes nothing that is known", async () => {
  const street = new Street();
  const tenant = await street.open();
  await tenant.refresh();
  await tenant.choose({ district: "d1", complex: null });
  street.line = "portal";
  await tenant.refresh();
  expect(tenant.places.districts.value).toHaveLength(2);
  expect(tenant.guides.guide.value?.district.id).toBe("d1");
  expect(tenant.guides.isOffline.value).toBe(true);
});

test("what is still the same is not sent again, and counts as heard now", async () => {
  const street = new Street();
  const tenant = await street.open();
  await tenant.choose({ district: "d1", complex: null });
  street.now += 3_600_000;
  await tenant.refresh();
  expect(tenant.guides.heardAt.value).toBe(street.now);
  expect(tenant.guides.isOffline.value).toBe(false);
});

test("a name and a picture that were withdrawn are gone at the next contact", async () => {
  const street = new Street();
  const tenant = await street.open();
  await tenant.choose({ district: "d1", complex: null });
  expect(await tenant.guides.picture("aa")).not.toBeNull();
  street.pictures.clear();
  street.guides.set("d1", guide({ revision: 2, team: [] }));
  await tenant.refresh();
  expect(tenant.guides.guide.value?.team).toEqual([]);
  expect(await tenant.guides.picture("aa")).toBeNull();
  expect(await keptPictures(tenant)).toEqual([]);
});

test("the team's pictures come with the guide, so that they are there when the line is gone", async () => {
  const street = new Street();
  const tenant = await street.open();
  await tenant.choose({ district: "d1", complex: null });
  await expect.poll(() => keptPictures(tenant)).toEqual(["aa"]);
  street.line = "cut";
  expect(await (await street.open()).guides.picture("aa")).not.toBeNull();
  expect(street.asked.filter((path) => path.includes("/pictures/"))).toHaveLength(1);
});

test("a picture that the guide no longer names is not kept, however late it comes", async () => {
  const street = new Street();
  const tenant = await street.open();
  await tenant.choose({ district: "d1", complex: null });
  const asked = tenant.guides.picture("aa");
  street.guides.set("d1", guide({ revision: 2, team: [] }));
  await tenant.refresh();
  await asked;
  await tenant.refresh();
  expect(await keptPictures(tenant)).toEqual([]);
});

test("another district takes the place of the first, and nothing of the first stays", async () => {
  const street = new Street();
  const tenant = await street.open();
  await tenant.choose({ district: "d1", complex: null });
  await tenant.choose({ district: "d2", complex: null });
  expect(tenant.guides.guide.value?.district.name).toBe("Sluiskwartier");
  const kept = await tenant.store.read(["guide"], (tx) => tx.objectStore("guide").getAllKeys());
  expect(kept).toEqual(["d2"]);
});

test("a district that is no more is forgotten, so that one can choose again", async () => {
  const street = new Street();
  const tenant = await street.open();
  await tenant.choose({ district: "d1", complex: null });
  street.guides.delete("d1");
  await tenant.refresh();
  expect(tenant.places.home.value).toBeNull();
});

test("without storage it works, and remembers nothing", async () => {
  const street = new Street();
  street.indexedDB = { open: () => { throw new DOMException("no", "SecurityError"); } } as unknown as IDBFactory;
  const tenant = await street.open();
  await tenant.refresh();
  await tenant.choose({ district: "d1", complex: null });
  expect(tenant.guides.guide.value?.rules).toHaveLength(2);
});

test("the office says which language a native reader has looked at", async () => {
  const street = new Street();
  const tenant = await street.open();
  await tenant.refresh();
  expect([isChecked("nl"), isChecked("ar"), isChecked("pl")]).toEqual([true, true, false]);
});

test("a volunteer of two districts has both guides, without a line too", async () => {
  const street = new Street();
  const beside = ["d1", "d2"];
  for (const district of beside) await (await street.open({ district, beside, language: "nl" })).refresh();
  street.line = "cut";
  for (const district of beside) {
    const tenant = await street.open({ district, beside, language: "nl" });
    expect(tenant.guides.guide.value?.district.id).toBe(district);
  }
});

test("a volunteer reads the own district in the own language, and leaves the tenant's choice as it is", async () => {
  const street = new Street();
  const tenant = await street.open();
  await tenant.choose({ district: "d1", complex: "c1" });
  await tenant.speak("tr");
  const volunteer = await street.open({ district: "d2", beside: [], language: "en" });
  await volunteer.refresh();
  expect(volunteer.guides.guide.value?.district.id).toBe("d2");
  expect(language.value).toBe("en");
  expect((await street.open()).places.home.value).toEqual({ district: "d1", complex: "c1" });
});

test("a poster's code finds its building, in capitals or not", async () => {
  const street = new Street();
  const { places, refresh } = await street.open();
  await refresh();
  expect(places.byCode("sk-01")).toEqual({ district: "d2", complex: "c5" });
  expect(places.byCode("XX-99")).toBeNull();
});

test.each([
  ["2097AB", "Meidoornflat"],
  [" 2097 ab ", "Meidoornflat"],
  ["٢٠٩٧AB", "Meidoornflat"],
  ["2097 AE", "Noord,Zuid"],
])("postcode %s is %s", (typed, names) => {
  const found = findPostcode(typed, districts);
  if (found.kind !== "complexes") throw new Error(found.kind);
  expect(found.complexes.map(({ complex }) => complex.name).join()).toBe(names);
});

test("a postcode of another city, of another street, and no postcode at all each say so", () => {
  expect(findPostcode("1012 AB", districts).kind).toBe("elsewhere");
  expect(findPostcode("2097 ZZ", districts)).toMatchObject({ kind: "districts", districts: [{ id: "d1" }] });
  for (const typed of ["", "12", "0123 AB", "2097 A", "Meidoornlaan", "2097 AB 3"]) {
    expect([typed, findPostcode(typed, districts).kind]).toEqual([typed, "malformed"]);
  }
});

test("rules are found by any of their words, whatever the accents, in the reader's language", () => {
  const ids = (words: string, code: Language = "nl") => search([stairs, quiet], words, code).map(({ id }) => id);
  expect(ids("FIETSEN trap")).toEqual(["r1"]);
  expect(ids("een deur")).toEqual(["r2"]);
  expect(ids("")).toEqual(["r1", "r2"]);
  expect(ids("merdiveni bos", "tr")).toEqual(["r1"]);
  expect(ids("sneeuw")).toEqual([]);
  expect(textOf(stairs, "tr").language).toBe("tr");
  expect(textOf(quiet, "tr").language).toBe("nl");
});

const week = [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }];
const night = [{ days: [5, 6], from: "22:00", to: "02:00" }];

test.each([
  // 23 November 2026 is a Monday; Amsterdam is an hour ahead of UTC.
  ["in the morning", week, "2026-11-23T07:59:00Z", { open: false, from: { days: 0, weekday: 1, time: "09:00" } }],
  ["on the dot", week, "2026-11-23T08:00:00Z", { open: true, until: { days: 0, weekday: 1, time: "17:00" } }],
  ["at the last minute", week, "2026-11-23T15:59:00Z", { open: true, until: { days: 0, weekday: 1, time: "17:00" } }],
  ["at closing", week, "2026-11-23T16:00:00Z", { open: false, from: { days: 1, weekday: 2, time: "09:00" } }],
  ["on Friday evening", week, "2026-11-27T18:00:00Z", { open: false, from: { days: 3, weekday: 1, time: "09:00" } }],
  ["on Sunday", week, "2026-11-22T12:00:00Z", { open: false, from: { days: 1, weekday: 1, time: "09:00" } }],
  ["after midnight", night, "2026-11-28T00:30:00Z", { open: true, until: { days: 0, weekday: 6, time: "02:00" } }],
  ["before midnight", night, "2026-11-27T22:30:00Z", { open: true, until: { days: 1, weekday: 6, time: "02:00" } }],
  ["late on Saturday night", night, "2026-11-29T00:59:00Z", { open: true, until: { days: 0, weekday: 7, time: "02:00" } }],
  ["when the night is over", night, "2026-11-29T01:00:00Z", { open: false, from: { days: 5, weekday: 5, time: "22:00" } }],
  ["in the summer", week, "2026-07-20T07:00:00Z", { open: true, until: { days: 0, weekday: 1, time: "17:00" } }],
] as const)("%s it says so", (_, hours, at, said) => {
  expect(opening(hours as never, Date.parse(at))).toEqual(said);
});

test("always, never, all day every day, and one span running into the next", () => {
  const now = Date.parse("2026-11-23T12:00:00Z");
  expect(opening(null, now)).toEqual({ open: true, until: null });
  expect(opening([], now)).toEqual({ open: false, from: null });
  expect(opening([{ days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" }], now)).toEqual({ open: true, until: null });
  const two = [{ days: [1], from: "08:00", to: "14:00" }, { days: [1], from: "14:00", to: "18:00" }];
  expect(opening(two, now)).toEqual({ open: true, until: { days: 0, weekday: 1, time: "18:00" } });
});

test("each address belongs to one part, and home to whoever uses the phone", () => {
  for (const path of ["/sign-in", "/invitation", "/danger", "/drafts/1", "/round/join", "/alarms/1"]) {
    expect([path, partFor(path, false), partFor(path, true)]).toEqual([path, "volunteers", "volunteers"]);
  }
  for (const path of ["/district", "/team", "/report", "/worry", "/offer", "/reports"]) {
    expect([path, partFor(path, true)]).toEqual([path, "tenants"]);
  }
  for (const path of ["/", "/rules", "/rules/1", "/contacts", "/nowhere"]) {
    expect([path, partFor(path, false), partFor(path, true)]).toEqual([path, "tenants", "volunteers"]);
  }
});

test("a phone is a volunteer's while somebody is signed in, and makes no database to find out", async () => {
  const empty = new IDBFactory();
  expect(await isVolunteersPhone(empty)).toBe(false);
  expect(await empty.databases()).toEqual([]);
  const { phone, core } = await walker();
  expect(await isVolunteersPhone(phone.indexedDB)).toBe(true);
  await core.session.signOut();
  expect(await isVolunteersPhone(phone.indexedDB)).toBe(false);
});
