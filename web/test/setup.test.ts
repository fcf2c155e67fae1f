import { describe, expect, it } from "vitest";
import { importResult, mayImport, openSetup, type ImportResult } from "../src/core/setup";

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
