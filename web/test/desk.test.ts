import { describe, expect, it } from "vitest";
import { openConcerns } from "../src/core/concerns";
import {
  changeFilter,
  listPath,
  mayAcknowledge,
  modesFor,
  NO_FILTER,
  openDesk,
  readItem,
  readFilter,
  writeFilter,
  type DeskFilter,
} from "../src/core/desk";

const filter = (change: Partial<DeskFilter>): DeskFilter => ({ ...NO_FILTER, ...change });

describe("the desk's filter", () => {
  it("starts with what waits for us and leaves no trace in the address", () => {
    expect(readFilter("")).toEqual(NO_FILTER);
    expect(writeFilter(NO_FILTER)).toBe("");
    expect(listPath(NO_FILTER, null, 50)).toBe("/api/desk?awaits=office&state=open&limit=50");
  });

  it("survives the address bar, whatever somebody typed", () => {
    const typed = filter({ view: "all", q: "fiets & 100% <b>", district: "d1", urgency: "now" });
    expect(readFilter(writeFilter(typed))).toEqual(typed);
  });

  it("falls back to what waits for us when the address names an unknown view", () => {
    expect(readFilter("?view=everything&q=lamp")).toEqual(filter({ q: "lamp" }));
  });

  it("asks for open items, for the next page, and not for blank text", () => {
    expect(listPath(filter({ view: "open", q: "  " }), "c/1", 20)).toBe(
      "/api/desk?state=open&cursor=c%2F1&limit=20",
    );
  });

  it("shows everything in a chosen state, and no state when a view is chosen", () => {
    const closed = changeFilter(NO_FILTER, { state: "closed" });
    expect(closed).toEqual(filter({ view: "all", state: "closed" }));
    expect(changeFilter(closed, { view: "open" })).toEqual(filter({ view: "open" }));
  });

  it("forgets the complex when the district changes", () => {
    const narrowed = filter({ district: "d1", complex: "c1" });
    expect(changeFilter(narrowed, { district: "d2" }).complex).toBe("");
    expect(changeFilter(narrowed, { q: "lamp" }).complex).toBe("c1");
  });
});

describe("what staff may do", () => {
  it("depends on where an observation stands", () => {
    expect(modesFor({ state: "new" })).toEqual(["answer", "question", "closure"]);
    expect(modesFor({ state: "closed" })).toEqual(["answer", "reopening"]);
    expect(modesFor({ state: "withdrawn" })).toEqual([]);
  });

  it("is to say 'seen' to what is new, and to a reply that needs no answer", () => {
    const seen = (state: "new" | "asked" | "answered" | "closed", awaits: "office" | "nobody") =>
      mayAcknowledge({ state, awaits, review: null });
    expect(seen("new", "office")).toBe(true);
    expect(seen("closed", "office")).toBe(true);
    expect(seen("answered", "nobody")).toBe(false);
    expect(seen("asked", "office")).toBe(false);
    const review = "withdrawn-and-changed" as const;
    expect(mayAcknowledge({ state: "asked", awaits: "nobody", review })).toBe(true);
  });
});

describe("the desk's actions", () => {
  const calls: unknown[][] = [];
  const desk = openDesk(async (...call) => calls.push(call) as never);

  it("sends an answer under the id of its message, so that twice is once", async () => {
    await desk.answer({ id: "o/1", source: "observation" }, "Dank u", "m1");
    expect(calls.pop()).toEqual([
      "POST",
      "/api/observations/o%2F1/answers",
      { text: "Dank u", id: "m1" },
    ]);
  });

  it("reopens with or without words", async () => {
    await desk.reopen({ id: "o1", source: "report" }, "");
    expect(calls.pop()).toEqual(["POST", "/api/reports/o1/reopening", {}]);
    await desk.reopen({ id: "o1", source: "report" }, "Toch niet klaar");
    expect(calls.pop()).toEqual([
      "POST",
      "/api/reports/o1/reopening",
      { text: "Toch niet klaar" },
    ]);
  });
});

describe("what a tenant sent", () => {
  it("has the shape of an observation, without a name", () => {
    const sent = { source: "report", id: "r1", kind: "idea", category: null, receivedAt: "2026" };
    const item = readItem(sent as never);
    expect(item.author).toBeNull();
    expect(item.category).toBe("");
    expect([item.observedAt, item.claimedAt]).toEqual(["2026", "2026"]);
    expect([item.otherTexts, item.photos, item.messages]).toEqual([[], [], []]);
  });

  it("leaves what a volunteer saw as it is", () => {
    const seen = { source: "observation", id: "o1", visit: null } as never;
    expect(readItem(seen)).toBe(seen);
  });

  it("is read by its own address when it is a worry, and never with a point", async () => {
    const calls: unknown[][] = [];
    const answer = { id: "c1", text: "Stil", complex: "x", description: null, receivedAt: "2026" };
    const concerns = openConcerns(async (...call) => {
      calls.push(call);
      return answer as never;
    });
    const item = await concerns.read("c/1");
    expect(calls).toEqual([["GET", "/api/concerns/c%2F1"]]);
    expect(item.source).toBe("concern");
    expect(item.place).toEqual({ complex: "x" });
    await concerns.setReader("a1", false);
    expect(calls.pop()).toEqual(["DELETE", "/api/concerns/readers/a1"]);
  });
});
