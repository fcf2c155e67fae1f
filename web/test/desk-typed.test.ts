import { describe, expect, it } from "vitest";
import { NOTHING_TYPED, openTyped, type Kept } from "../src/core/desk-typed";

function storage(): Kept & { all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    get length() {
      return all.size;
    },
    key: (n) => [...all.keys()][n] ?? null,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, text) => void all.set(key, text),
    removeItem: (key) => void all.delete(key),
  };
}

describe("a half-typed answer", () => {
  it("is kept per item, also over a reload", () => {
    const kept = storage();
    const before = openTyped(kept, "esra");
    before.change("o1", { mode: "answer", text: "Wij komen" });
    before.change("o2", { mode: "question", text: "Welke deur?" });
    const after = openTyped(kept, "esra");
    expect(after.read("o1")).toMatchObject({ mode: "answer", text: "Wij komen" });
    expect(after.read("o2").text).toBe("Welke deur?");
    expect(after.read("o3")).toEqual(NOTHING_TYPED);
  });

  it("is gone once sent", () => {
    const kept = storage();
    const typed = openTyped(kept, "esra");
    typed.change("o1", { text: "Wij komen" });
    typed.clear("o1");
    expect(typed.read("o1")).toEqual(NOTHING_TYPED);
    expect(kept.all.size).toBe(0);
  });

  it("is never shown to somebody else on the same computer", () => {
    const kept = storage();
    openTyped(kept, "esra").change("o1", { text: "Wij komen" });
    expect(openTyped(kept, "bas").read("o1")).toEqual(NOTHING_TYPED);
    expect(kept.all.size).toBe(0);
  });

  it("works without storage, and with storage somebody spoiled", () => {
    const typed = openTyped(null, "esra");
    typed.change("o1", { text: "Wij komen" });
    expect(typed.read("o1").text).toBe("Wij komen");
    const spoiled = storage();
    spoiled.setItem("buurtronde.typed.esra.o1", "{");
    expect(openTyped(spoiled, "esra").read("o1")).toEqual(NOTHING_TYPED);
  });

  it("keeps its id when sent again, and gets a new one when the words changed", () => {
    let n = 0;
    const newId = () => `m${++n}`;
    const typed = openTyped(null, "esra");
    typed.change("o1", { mode: "answer", text: "Wij komen" });
    expect(typed.messageId("o1", newId)).toBe("m1");
    expect(typed.messageId("o1", newId)).toBe("m1");
    typed.change("o1", { text: "Wij komen morgen" });
    expect(typed.messageId("o1", newId)).toBe("m2");
    typed.change("o1", { mode: "question" });
    expect(typed.messageId("o1", newId)).toBe("m3");
  });
});
