import type { Category, Complex } from "../../core/values";
import { readable } from "../desk/readable";
import { known, st } from "../staff/words";

export interface Line {
  word: string;
  text: string;
}

/** The arguments of a parked mutation as lines. They were refused, so any shape may turn up. */
export function contents(
  args: Record<string, unknown>,
  categories: Category[],
  complexes: Complex[],
): Line[] {
  return Object.entries(args)
    .map(([field, value]) => ({ word: known("desk.fields", field), text: text(field, value) }))
    .filter((line) => line.text !== "");

  function text(field: string, value: unknown): string {
    if (field === "category")
      return categories.find((one) => one.key === value)?.label ?? readable(value);
    if (field === "urgency") return known("desk.urgencies", readable(value));
    if (field === "photos" && Array.isArray(value))
      return value.length ? st("desk.photos", { count: value.length }) : "";
    if (field === "place" && typeof value === "object" && value !== null) {
      const place = value as Record<string, unknown>;
      const complex = complexes.find((one) => one.id === place["complex"])?.name;
      return [complex ?? (place["complex"] ? st("quarantine.elsewhere") : ""), place["description"]]
        .map(readable)
        .filter(Boolean)
        .join(", ");
    }
    return readable(value);
  }
}
