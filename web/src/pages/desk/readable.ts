import { known, st } from "../staff/words";

/** The value of any field as a line of text: history outlives the shape it was written in. */
export function readable(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return st(value ? "quarantine.yes" : "quarantine.no");
  if (Array.isArray(value)) return value.map(readable).filter(Boolean).join(", ");
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([key, part]) => `${known("desk.fields", key)}: ${readable(part)}`)
    .join("; ");
}
