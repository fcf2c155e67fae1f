import type { ComponentChildren } from "preact";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Notice } from "./notice";

/** One question before what cannot be taken back: a yes, a way out, and what went wrong. */
export function Question(props: {
  title: string;
  open: boolean;
  yes: string;
  no: string;
  icon?: string;
  /** Across the screen of a phone. */
  wide?: boolean;
  /** For cold fingers. */
  large?: boolean;
  busy: boolean;
  error: string | null;
  /** Above what went wrong. */
  failed?: string;
  onYes: () => void;
  onClose: () => void;
  children?: ComponentChildren;
}) {
  const { wide, large, busy, error, onYes, onClose } = props;
  return (
    <Dialog
      title={props.title}
      open={props.open}
      onClose={onClose}
      actions={
        <>
          <Button kind="strong" icon={props.icon} wide={wide} large={large} busy={busy} onClick={onYes}>
            {props.yes}
          </Button>
          <Button wide={wide} onClick={onClose}>
            {props.no}
          </Button>
        </>
      }
    >
      {props.children}
      {error && (
        <Notice kind="error" title={props.failed}>
          <p>{error}</p>
        </Notice>
      )}
    </Dialog>
  );
}
