import { icons } from "./icons";

/** A drawing beside a word, hidden from readers; an unknown name gives three dots rather than a hole. */
export function Icon({ name, large }: { name: string; large?: boolean }) {
  return (
    <svg class={large ? "icon icon-large" : "icon"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={icons[name] ?? icons["other"]} />
    </svg>
  );
}
