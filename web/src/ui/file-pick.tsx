import { useRef } from "preact/hooks";
import { Button } from "./button";

/** A button that opens the phone's own camera or file chooser. */
export function FilePick(props: {
  kind?: "main" | "plain" | "quiet" | "strong";
  icon: string;
  label: string;
  accept: string;
  capture?: boolean;
  multiple?: boolean;
  wide?: boolean;
  busy?: boolean;
  /** Awaited before the chooser opens: Android may kill the page behind the camera. */
  before?: () => Promise<unknown> | undefined;
  onPick: (files: File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const open = async () => {
    // Safari opens the chooser only in the same breath as the tap, so wait only when there is a reason.
    const first = props.before?.();
    if (first) await first;
    input.current?.click();
  };
  return (
    <>
      <Button
        kind={props.kind ?? "plain"}
        icon={props.icon}
        wide={props.wide ?? false}
        busy={props.busy ?? false}
        onClick={() => void open()}
      >
        {props.label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={props.label}
        accept={props.accept}
        multiple={props.multiple}
        {...(props.capture ? { capture: "environment" } : {})}
        onChange={(event) => {
          const files = Array.from(event.currentTarget.files ?? []);
          // Emptied, so that choosing the same picture again is a choice too.
          event.currentTarget.value = "";
          if (files.length) props.onPick(files);
        }}
      />
    </>
  );
}
