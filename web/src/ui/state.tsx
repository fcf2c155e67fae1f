import type { ComponentChildren } from "preact";
import { Icon } from "./icon";

export function Loading(props: { label: string }) {
  return (
    <p class="loading" role="status">
      <span class="spinner" aria-hidden="true" />
      <span>{props.label}</span>
    </p>
  );
}

export function EmptyState(props: { icon: string; title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Icon name={props.icon} large />
      <strong>{props.title}</strong>
      {props.children}
    </div>
  );
}
