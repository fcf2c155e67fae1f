import type { ComponentChildren } from "preact";
import { Icon } from "./icon";

/** A state: always a drawing and a word. `look` lit is for what asks something of the reader. */
export function Chip(props: {
  icon: string;
  look?: "bare" | "edged" | "lit";
  status?: boolean;
  children: ComponentChildren;
}) {
  return (
    <span class={`chip chip-${props.look ?? "bare"}`} role={props.status ? "status" : undefined}>
      <Icon name={props.icon} />
      <span>{props.children}</span>
    </span>
  );
}
