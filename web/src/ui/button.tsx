import type { ComponentChildren, Ref } from "preact";
import { Icon } from "./icon";

interface ButtonProps {
  /** main: the one action of a screen; strong: decided in a dialog; quiet: looks like a link. */
  kind?: "main" | "strong" | "plain" | "quiet";
  icon?: string;
  wide?: boolean;
  /** For cold fingers, in the open air. */
  large?: boolean;
  busy?: boolean;
  disabled?: boolean;
  type?: "button" | "submit";
  pressed?: boolean;
  expanded?: boolean;
  label?: string;
  describedBy?: string;
  /** What a key on the keyboard presses. */
  action?: string;
  /** Given an address it is a link that looks like a button. */
  href?: string;
  download?: string;
  onClick?: (event: MouseEvent) => void;
  buttonRef?: Ref<HTMLButtonElement>;
  /** Nothing to do here now, but it keeps the focus that `disabled` would lose. */
  idle?: boolean;
  /** Without children the label is all there is to it. */
  children?: ComponentChildren;
}

/** Stays focusable while busy, so that a reader hears what became of the press. */
export function Button(props: ButtonProps) {
  const { kind = "plain", icon, wide, large, busy, disabled, href, onClick, children } = props;
  const look = `button button-${kind}${wide ? " button-wide" : ""}${large ? " round-big" : ""}`;
  const content = (
    <>
      {busy ? <span class="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </>
  );
  if (href !== undefined) {
    return (
      <a class={look} href={href} download={props.download} onClick={onClick} aria-label={props.label}>
        {content}
      </a>
    );
  }
  return (
    <button
      ref={props.buttonRef}
      class={look}
      type={props.type ?? "button"}
      disabled={disabled}
      aria-disabled={props.idle ? "true" : undefined}
      aria-busy={busy ? "true" : undefined}
      aria-pressed={spoken(props.pressed)}
      aria-expanded={spoken(props.expanded)}
      data-action={props.action}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onClick={(event) => {
        if (busy || props.idle) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {content}
    </button>
  );
}

function spoken(on: boolean | undefined): "true" | "false" | undefined {
  return on === undefined ? undefined : on ? "true" : "false";
}
