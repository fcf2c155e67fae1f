import { expect, test } from "vitest";
import type { Item, Message } from "../src/core/index";
import { standing } from "../src/pages/observation/standing";

function item(state: Item["state"], ...kinds: Message["kind"][]) {
  const messages = kinds.map((kind) => ({ kind }) as Message);
  return { truth: "office" as const, state, messages };
}

test("what was reopened says so, until the office has seen it anew", () => {
  expect(standing(item("acknowledged", "acknowledgement")).word).toBe("standing.acknowledged");
  const reopened = item("acknowledged", "closure", "reopening", "reply");
  expect(standing(reopened).word).toBe("standing.reopened");
  reopened.messages.push({ kind: "acknowledgement" } as Message);
  expect(standing(reopened).word).toBe("standing.acknowledged");
});

test("what waits on the phone says that first", () => {
  const waiting = { ...item("acknowledged", "reopening"), truth: "waiting" as const };
  expect(standing(waiting).word).toBe("standing.waiting");
});

test("a question to another is not put to the reader", () => {
  expect(standing(item("asked", "question")).word).toBe("standing.asked");
  expect(standing(item("asked", "question"), false).word).toBe("standing.asked-other");
});
