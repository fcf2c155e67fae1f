import { translated } from "./translator";

/** A category as its reader knows it: staff's own name, or the built-in one in the reader's language. */
export function inWords<C extends { key: string; label: string }>(category: C): C {
  const names = translated("category")?.[category.key];
  if (!names || names["dutch"] !== category.label) return category;
  return { ...category, label: String(names["english"]) };
}
