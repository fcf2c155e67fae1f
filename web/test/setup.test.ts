import { describe, expect, it } from "vitest";
import {
  findPeople,
  importResult,
  keyFor,
  mayImport,
  openSetup,
  reorder,
  type AccountRow,
  type ImportResult,
} from "../src/core/setup";

const answer = (change: Partial<ImportResult>): ImportResult => ({
  kind: "complexes",
  rows: [],
  new: 0,
  changed: 0,
  same: 0,
  refused: 0,
  imported: false,
  ...change,
});

describe("an import", () => {
  it("may go ahead only when no row is refused and something changes", () => {
    expect(mayImport(null)).toBe(false);
    expect(mayImport(answer({ same: 3 }))).toBe(false);
    expect(mayImport(answer({ new: 3, refused: 1 }))).toBe(false);
    expect(mayImport(answer({ new: 3 }))).toBe(true);
    expect(mayImport(answer({ changed: 1 }))).toBe(true);
  });

  it("reads the rows out of a refusal, and leaves other refusals alone", () => {
    const refused = answer({ refused: 1 });
    expect(importResult({ status: 422, body: refused })).toBe(refused);
    expect(importResult({ status: 422, body: { code: "csv.columns" } })).toBe(null);
    expect(importResult(new Error("weg"))).toBe(null);
  });

  it("sends the chosen file as the one part called file", async () => {
    const sent: unknown[][] = [];
    const setup = openSetup(async (...call) => {
      sent.push(call);
      return answer({ new: 1 }) as never;
    });
    await setup.preview("complexes", new Blob(["code;name"]));
    const [method, path, form] = sent[0]!;
    expect([method, path]).toEqual(["POST", "/api/complexes/preview"]);
    expect([...(form as FormData).keys()]).toEqual(["file"]);
  });

  it("does not send a category's key inside its own body", async () => {
    const sent: unknown[][] = [];
    const setup = openSetup(async (...call) => {
      sent.push(call);
      return answer({ new: 1 }) as never;
    });
    await setup.changeCategory({
      key: "litter",
      label: "Zwerfvuil",
      icon: "litter",
      position: 2,
      active: true,
    });
    expect(sent[0]).toEqual([
      "PUT",
      "/api/categories/litter",
      { label: "Zwerfvuil", icon: "litter", position: 2, active: true },
    ]);
  });
});

describe("the order of categories", () => {
  const of = (text: string) =>
    text.split(" ").map((part) => {
      const [key = "", position] = part.split(":");
      return { key, label: key, icon: "other", position: Number(position), active: true };
    });
  const sent = (text: string, key: string, step: 1 | -1) =>
    reorder(of(text), key, step)
      .map(({ key, position }) => `${key}:${position}`)
      .join(" ");

  it("swaps two neighbours and touches nothing else", () => {
    expect(sent("a:10 b:20 c:30", "b", -1)).toBe("b:10 a:20");
    expect(sent("c:30 a:10 b:20", "b", 1)).toBe("b:30 c:20");
  });

  it("does nothing at either end or for an unknown key", () => {
    expect(sent("a:1 b:2", "a", -1)).toBe("");
    expect(sent("a:1 b:2", "b", 1)).toBe("");
    expect(sent("a:1 b:2", "z", 1)).toBe("");
  });

  it("numbers all again when two stand at the same place", () => {
    expect(sent("a:0 b:0 c:0", "c", -1)).toBe("a:1 c:2 b:3");
  });
});

describe("looking for people", () => {
  const people = [
    { fullName: "Zoë de Groot", name: "zoe", role: "volunteer" },
    { fullName: "Bas Jansen", name: "bas", role: "caretaker" },
  ] as AccountRow[];
  const found = (text: string) =>
    findPeople(people, text, (role) => (role === "caretaker" ? "Complexbeheerder" : "Vrijwilliger"))
      .map((person) => person.name)
      .join(" ");

  it("needs no accents, no order and no capitals", () => {
    expect(found("GROOT zoe")).toBe("zoe");
    expect(found("complex")).toBe("bas");
    expect(found(" ")).toBe("zoe bas");
    expect(found("nadia")).toBe("");
  });
});

describe("the key of a new category", () => {
  it("is made of its name, plain and never twice", () => {
    const all = [{ key: "cafe-en-terras", label: "", icon: "", position: 1, active: true }];
    expect(keyFor("Één lamp, stuk!", [])).toBe("een-lamp-stuk");
    expect(keyFor("Café en terras", all)).toBe("cafe-en-terras-2");
    expect(keyFor("إنارة", [])).toBe("onderwerp");
    expect(keyFor("x".repeat(300), [])).toHaveLength(50);
  });
});
