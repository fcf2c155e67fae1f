import type { ComponentChildren } from "preact";
import { Icon } from "./icon";

type Kind = "info" | "done" | "warning" | "error" | "offline";

const drawn: Record<Kind, string> = {
  info: "info",
  done: "check",
  warning: "danger",
  error: "danger",
  offline: "offline",
};

/** A remark in the page. An error is spoken at once; the others wait their turn. */
export function Notice(props: {
  kind?: Kind;
  icon?: string;
  title?: string;
  children?: ComponentChildren;
}) {
  const kind = props.kind ?? "info";
  return (
    <div class={`notice notice-${kind}`} role={kind === "error" ? "alert" : undefined}>
      <Icon name={props.icon ?? drawn[kind]} />
      <div class="notice-body">
        {props.title && <p class="notice-title">{props.title}</p>}
        {props.children}
      </div>
    </div>
  );
}
