import { expect, test } from "vitest";
import { Writer } from "../src/pages/draft/writer";

interface Told {
  text: string;
  urgency: string;
}

function desk() {
  const written: Partial<Told>[] = [];
  const problems: unknown[] = [];
  let breath: (() => void) | null = null;
  let fail: Error | null = null;
  const writer = new Writer<Told>(
    async (changes) => {
      await Promise.resolve();
      if (fail) throw fail;
      written.push(changes);
    },
    (run) => {
      breath = run;
      return () => (breath = null);
    },
    (problem) => problems.push(problem),
  );
  return {
    writer,
    written,
    problems,
    breathe: () => breath?.(),
    failWith: (problem: Error | null) => (fail = problem),
  };
}

test("typing is written once, after a breath", async () => {
  const { writer, written, breathe } = desk();
  writer.note({ text: "l" }, "breath");
  writer.note({ text: "lamp" }, "breath");
  expect(written).toEqual([]);
  breathe();
  await writer.flush();
  expect(written).toEqual([{ text: "lamp" }]);
});

test("a choice takes what was typed along at once", async () => {
  const { writer, written } = desk();
  writer.note({ text: "lamp" }, "breath");
  writer.note({ urgency: "soon" }, "now");
  await writer.flush();
  expect(written).toEqual([{ text: "lamp", urgency: "soon" }]);
});

test("what could not be written is told, kept, and written at the next try", async () => {
  const { writer, written, problems, failWith } = desk();
  failWith(new Error("full"));
  writer.note({ text: "lamp" }, "breath");
  await expect(writer.flush()).rejects.toThrow("full");
  expect(problems).toHaveLength(1);
  expect(writer.isWaiting).toBe(true);
  failWith(null);
  writer.note({ urgency: "soon" }, "now");
  await writer.flush();
  expect(written).toEqual([{ text: "lamp", urgency: "soon" }]);
});

test("a newer text is not overwritten by an older one that failed", async () => {
  const { writer, written, failWith } = desk();
  failWith(new Error("full"));
  writer.note({ text: "old" }, "breath");
  const first = writer.flush().catch(() => {});
  await Promise.resolve();
  writer.note({ text: "new" }, "breath");
  await first;
  failWith(null);
  await writer.flush();
  expect(written).toEqual([{ text: "new" }]);
});

test("it is writing until the last change is on disk", async () => {
  const { writer } = desk();
  writer.note({ text: "lamp" }, "now");
  expect(writer.isWaiting).toBe(true);
  await writer.flush();
  expect(writer.isWaiting).toBe(false);
});

test("what was forgotten is not written", async () => {
  const { writer, written } = desk();
  writer.note({ text: "lamp" }, "breath");
  writer.forget();
  await writer.flush();
  expect(written).toEqual([]);
});
