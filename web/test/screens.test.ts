import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Role } from "../src/core/index";
import { partFor } from "../src/core/part";
import Revoked from "../src/pages/session/revoked";
import { screenAt } from "../src/screens";
import { tenantScreenAt } from "../src/tenants-screens";

const everyRole: Role[] = ["volunteer", "caretaker", "coordinator", "admin"];

function who(path: string): Role[] {
  return everyRole.filter((role) => {
    const screen = screenAt(path, "signed-in", role);
    return screen !== null && typeof screen === "object";
  });
}

test("each role sees its own rooms", () => {
  expect(who("/observations/new")).toEqual(["volunteer"]);
  expect(who("/desk/0190")).toEqual(["caretaker", "coordinator"]);
  expect(who("/quarantine")).toEqual(["coordinator"]);
  expect(who("/setup/people")).toEqual(["coordinator", "admin"]);
  expect(who("/setup/guide")).toEqual(["caretaker", "coordinator", "admin"]);
  for (const path of ["/rounds", "/roster", "/alarms", "/alarms/0190", "/setup/print"]) {
    expect(who(path)).toEqual(["caretaker", "coordinator"]);
  }
  expect(who("/setup/walkers")).toEqual(["coordinator"]);
  expect(who("/settings")).toEqual(everyRole);
  expect(who("/nowhere")).toEqual([]);
});

test("112 is shown to anybody, signed in or not, known or not", () => {
  for (const state of ["unknown", "signed-out", "expired"] as const) {
    expect(typeof screenAt("/danger", state, undefined)).toBe("object");
  }
});

test("a phone that was shut out says so on every screen, but for help and signing in", () => {
  const at = (path: string) => (screenAt(path, "signed-out", undefined, true) as { type: unknown }).type;
  expect(at("/drafts/0190")).toBe(Revoked);
  expect(at("/")).toBe(Revoked);
  for (const path of ["/danger", "/invitation", "/sign-in"]) expect(at(path)).not.toBe(Revoked);
});

test("a session that expired leaves the volunteer's work open", () => {
  const signedIn = screenAt("/drafts/0190", "signed-in", "volunteer");
  const expired = screenAt("/drafts/0190", "expired", "volunteer");
  expect(expired).toMatchObject({ type: (signedIn as { type: unknown }).type });
});

test("staff are led from the volunteer's home to their own", () => {
  expect(screenAt("/", "signed-in", "caretaker")).toBe("elsewhere");
  expect(screenAt("/sign-in", "signed-in", "volunteer")).toBe("elsewhere");
});

const pages = join(import.meta.dirname, "../../server/src/main/java/nl/buurtronde/http/Pages.java");

test("each address that the server opens is a screen of the part it leads to, signed in or not", () => {
  const named = [...readFileSync(pages, "utf8").matchAll(/^ {10}"(\/[^"]*)"/gm)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(30);
  const parts = { "/round/{id}/{part}": "checks", "/setup/{part}": "guide" } as Record<string, string>;
  for (const pattern of named) {
    const path = pattern.replace("{id}", "0190").replace("{part}", parts[pattern] ?? "");
    if (partFor(path, false) === "tenants") {
      expect([path, tenantScreenAt(path)]).not.toEqual([path, null]);
    } else {
      expect([path, typeof screenAt(path, "signed-out", undefined)]).toEqual([path, "object"]);
      // Whoever is signed in is led on from there.
      if (path !== "/sign-in") expect([path, who(path)]).not.toEqual([path, []]);
    }
  }
});
