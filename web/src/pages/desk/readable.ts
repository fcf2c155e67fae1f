import type { Office } from "../../core/office";
import { known, st } from "../staff/words";

/** The value of any field as a line of text: what is shown may be older than this program. */
export function readable(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return st(value ? "quarantine.yes" : "quarantine.no");
  if (Array.isArray(value)) return value.map(readable).filter(Boolean).join(", ");
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([key, part]) => `${known("desk.fields", key)}: ${readable(part)}`)
    .join("; ");
}

/** The same, with the words people know for codes and places. */
export function fieldText(office: Office, field: string, value: unknown): string {
  switch (field) {
    case "category":
      return office.categories.value.find((one) => one.key === value)?.label ?? readable(value);
    case "urgency":
      return known("desk.urgencies", readable(value));
    case "outcome":
      return known("desk.outcomes", readable(value));
    case "photos":
      if (!Array.isArray(value)) return readable(value);
      return value.length ? st("desk.photos", { count: value.length }) : "";
    case "visit":
      return isObject(value) ? visit(value) : readable(value);
    case "place":
      return isObject(value) ? place(office, value) : readable(value);
    default:
      return readable(value);
  }
}

function visit(value: Record<string, unknown>): string {
  const outcome = known("desk.visits", readable(value["outcome"]));
  return [outcome, readable(value["note"])].filter(Boolean).join(", ");
}

function place(office: Office, value: Record<string, unknown>): string {
  const complex = office.complexes.value.find((one) => one.id === value["complex"])?.name;
  const elsewhere = value["complex"] ? st("quarantine.elsewhere") : "";
  const point = value["lat"] === undefined ? "" : st("desk.pointPlain");
  const named = [complex ?? elsewhere, readable(value["description"])].filter(Boolean);
  return named.length ? named.join(", ") : point;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
