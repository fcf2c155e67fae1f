import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

/** The browser's own dialog: it traps focus, closes on Escape and makes the rest inert. */
export function Dialog(props: {
  title: string;
  open: boolean;
  onClose: () => void;
  /** For a picture or a table. */
  wide?: boolean;
  children?: ComponentChildren;
  actions: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const before = useRef<Element | null>(null);
  const title = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element || !props.open) return;
    before.current = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      // Chromium before 122 does not always give focus back itself.
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    };
  }, [props.open]);

  if (!props.open) return null;
  return (
    <dialog
      ref={dialog}
      class={props.wide ? "dialog dialog-wide" : "dialog"}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="stack">
        <h2 id={title}>{props.title}</h2>
        {props.children}
      </div>
      <div class="dialog-actions">{props.actions}</div>
    </dialog>
  );
}
