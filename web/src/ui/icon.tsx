import { icons } from "./icons";

/** A drawing beside a word, hidden from readers; an unknown name gives three dots rather than a hole. */
export function Icon({ name, large }: { name: string; large?: boolean }) {
  // An arrow points the way one reads.
  const way = name === "back" || name === "next" ? " icon-way" : "";
  return (
    <svg class={`icon${large ? " icon-large" : ""}${way}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={icons[name] ?? icons["other"]} />
    </svg>
  );
}
