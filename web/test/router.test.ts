import { expect, test } from "vitest";
import { match, parse } from "../src/router";

test("a pattern gives the named parts of a path", () => {
  expect(match("/observations/:id", "/observations/0190")).toEqual({ id: "0190" });
  expect(match("/desk", "/desk")).toEqual({});
});

test("another path, a longer path and an empty part do not match", () => {
  expect(match("/observations/:id", "/drafts/0190")).toBeNull();
  expect(match("/desk", "/desk/0190")).toBeNull();
  expect(match("/desk/:id", "/desk/")).toBeNull();
});

test("a part that is not well-formed is kept as it is", () => {
  expect(match("/drafts/:id", "/drafts/%E0%A4%A")).toEqual({ id: "%E0%A4%A" });
});

test("a closing slash leads to the same screen", () => {
  expect(parse("/unsent/", "", "").path).toBe("/unsent");
  expect(parse("/", "", "").path).toBe("/");
});

test("the code of an invitation stays behind the hash", () => {
  const route = parse("/invitation", "?x=1", "#ABCDE-FGHJK");
  expect(route.hash).toBe("ABCDE-FGHJK");
  expect(route.query.get("x")).toBe("1");
});
