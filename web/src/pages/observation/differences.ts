import type { Fields } from "../../core/values";

/** Only what is really other: a mutation carries no field that was not touched. */
export function differences(before: Partial<Fields>, after: Partial<Fields>): Partial<Fields> {
  const changed = Object.entries(after).filter(
    ([name, value]) => stable(value) !== stable(before[name as keyof Fields]),
  );
  return Object.fromEntries(changed) as Partial<Fields>;
}

function stable(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
