import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { newId } from "../../src/core/id";
import {
  alphabet,
  codeFrom,
  inviteLink,
  readCode,
  readInvite,
  roundDay,
  roundId,
} from "../../src/core/round-code";
import vectors from "./round-id.json";

const district = "0190a000-0000-7000-8000-000000000001";
const invite = { district, day: "2026-11-22", code: "ABC234" };
const sha256 = async (bytes: ArrayBuffer) =>
  createHash("sha256").update(new Uint8Array(bytes)).digest("hex");

test("the id of a round follows from district, day and code, and is a UUID of version 8", async () => {
  for (const { district, at, day, code, id } of vectors) {
    expect(roundDay(Date.parse(at))).toBe(day);
    expect(await roundId(sha256, { district, day, code })).toBe(id);
  }
  const id = await roundId(sha256, invite);
  expect(await roundId(sha256, { ...invite, code: "ABC235" })).not.toBe(id);
  expect(await roundId(sha256, { ...invite, day: "2026-11-23" })).not.toBe(id);
});

test("a code has six characters that cannot be taken for others", () => {
  for (let i = 0; i < 200; i++) {
    const code = codeFrom(newId(i));
    expect(code).toHaveLength(6);
    expect([...code].every((one) => alphabet.includes(one))).toBe(true);
  }
  expect(alphabet).not.toMatch(/[01OIL]/);
});

test.each(["abc234", " ABC 234 ", "abc-234", "A B C 2 3 4"])("%s is read as it was meant", (typed) => {
  expect(readCode(typed)).toBe("ABC234");
});

test.each(["", "ABC23", "ABC2345", "ABC10O", "АBC234"])("%s is no code", (typed) => {
  expect(readCode(typed)).toBeNull();
});

test("what the QR says comes back whole, and other QRs say nothing", () => {
  const link = inviteLink("https://buurt.example", invite);
  expect(link).toBe(`https://buurt.example/round/join#${district}.2026-11-22.ABC234`);
  expect(readInvite(link)).toEqual(invite);
  expect(readInvite(link.split("#")[1]!.toUpperCase())).toEqual(invite);
  expect(readInvite("https://elsewhere.example/menu")).toBeNull();
  expect(readInvite(link.replace("ABC234", "ABC10O"))).toBeNull();
});

test("the day of a round turns at six in Amsterdam, in summer and in winter", () => {
  expect(roundDay(Date.parse("2026-11-22T22:59:59Z"))).toBe("2026-11-22");
  expect(roundDay(Date.parse("2026-11-22T23:00:00Z"))).toBe("2026-11-22");
  expect(roundDay(Date.parse("2026-11-23T04:59:59Z"))).toBe("2026-11-22");
  expect(roundDay(Date.parse("2026-11-23T05:00:00Z"))).toBe("2026-11-23");
  expect(roundDay(Date.parse("2027-07-02T03:59:59Z"))).toBe("2027-07-01");
  expect(roundDay(Date.parse("2027-07-02T04:00:00Z"))).toBe("2027-07-02");
});
