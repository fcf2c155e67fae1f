import { describe, expect, it } from "vitest";
import {
  asTenantsSee,
  openGuideOffice,
  type PartnerEntry,
  type PartnerFields,
} from "../src/core/guide-office";
import { firstOf, openIntroduction } from "../src/core/introduction";
import { publishAt } from "../src/pages/setup/publish-field";
import { isWhole } from "../src/pages/setup/hours-field";

type Asked = [method: string, path: string, body?: unknown];

function asking() {
  const asked: Asked[] = [];
  const ask = async <T>(...question: Asked): Promise<T> => {
    asked.push(question);
    return { partners: [] } as T;
  };
  return { asked, ask };
}

const fields: PartnerFields = {
  kind: "youth",
  district: null,
  position: 0,
  name: "Jongerenwerk",
  text: "Bij verveling.",
  phone: " 088 000 00 01 ",
  email: "",
  website: null,
  hours: null,
};

const entry = {
  ...fields,
  id: "p1",
  revision: 7,
  publishAt: "2026-11-22T20:00:00.000Z",
  withdrawn: false,
  savedAt: "2026-11-22T20:00:00.000Z",
  savedBy: "Esra",
  state: "published",
  shown: 7,
  verifiedAt: null,
  verifiedBy: null,
  translations: { ar: { title: "شباب", text: "ملل", checked: false, stale: false } },
  history: [],
} as PartnerEntry;

describe("writing the guide", () => {
  it("sends what a partner is made of, and nothing that only the server may say", async () => {
    const { asked, ask } = asking();
    await openGuideOffice(ask).savePartner("p1", entry, { base: 7, withdrawn: false });
    const [method, path, body] = asked[0]!;
    expect([method, path]).toEqual(["PUT", "/api/guide/partners/p1"]);
    expect(body).toEqual({ ...fields, phone: "088 000 00 01", email: null, base: 7, withdrawn: false });
  });

  it("shows what is typed in Dutch, and what is saved in another language", () => {
    const typed = { ...fields, name: "Jeugd" };
    expect(asTenantsSee(typed, entry, "nl").name).toBe("Jeugd");
    const arabic = asTenantsSee(typed, entry, "ar");
    expect([arabic.name, arabic.language, arabic.checked]).toEqual(["شباب", "ar", false]);
    const polish = asTenantsSee(typed, entry, "pl");
    expect([polish.name, polish.language]).toEqual(["Jeugd", "nl"]);
  });

  it("plans by the clock of the streets, and only what still has to come", () => {
    expect(publishAt({ later: false, day: "", time: "" })).toBe(null);
    expect(publishAt({ later: true, day: "2099-07-01", time: "09:00" })).toBe("2099-07-01T07:00:00.000Z");
    expect(publishAt({ later: true, day: "2020-07-01", time: "09:00" })).toBe(undefined);
    expect(publishAt({ later: true, day: "", time: "09:00" })).toBe(undefined);
  });

  it("knows a time that is not whole", () => {
    expect(isWhole(null)).toBe(true);
    expect(isWhole([])).toBe(false);
    expect(isWhole([{ days: [5], from: "16:00", to: "00:30" }])).toBe(true);
    expect(isWhole([{ days: [], from: "16:00", to: "17:00" }])).toBe(false);
    expect(isWhole([{ days: [1], from: "16:00", to: "" }])).toBe(false);
    expect(isWhole([{ days: [1], from: "16:00", to: "16:00" }])).toBe(false);
  });
});

describe("introducing oneself", () => {
  it("sends the picture before the consent that names it", async () => {
    const { asked, ask } = asking();
    const bytes = new ArrayBuffer(3);
    await openIntroduction(ask).show("Noor", "ab", { sha256: "ab", bytes });
    expect(asked).toEqual([
      ["PUT", "/api/photos/ab", bytes],
      ["PUT", "/api/introduction", { firstName: "Noor", picture: "ab", shown: true }],
    ]);
  });

  it("starts from the first of somebody's names", () => {
    expect(firstOf(" Noor Bakker ")).toBe("Noor");
    expect(firstOf("")).toBe("");
  });
});
