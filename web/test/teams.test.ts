import { expect, test } from "vitest";
import type { DeskItem } from "../src/core/desk";
import { nl } from "../src/core/messages/tenant/nl";
import type { Office } from "../src/core/office";
import { teams } from "../src/core/teams";
import { categoryOf } from "../src/pages/desk/words";
import { title } from "../src/pages/tenant/report/words";

const office = { categories: { value: [{ key: "green", label: "Groen", icon: "leaf" }] } } as Office;

function sent(kind: string, category: string | null): DeskItem {
  return { source: "report", kind, category } as DeskItem;
}

test("each team is told by a category that every installation starts with", () => {
  for (const { category } of teams) expect(Object.keys(nl.category)).toContain(category);
  expect(new Set(teams.map(({ category }) => category)).size).toBe(teams.length);
});

test("the desk reads a job by its team, and a report by its category", () => {
  expect(categoryOf(office, sent("job", "green")).label).toBe("Groenteam");
  expect(categoryOf(office, sent("job", "other")).label).toBe("Klusteam");
  expect(categoryOf(office, sent("job", null)).label).toBe("Vraag om een klus");
  expect(categoryOf(office, sent("report", "green")).label).toBe("Groen");
});

test("who asked reads it too", () => {
  expect(title(null, { kind: "job", category: "green" })).toBe("Vraag om hulp: Groenteam");
  expect(title(null, { kind: "job", category: null })).toBe("Vraag om hulp");
});
