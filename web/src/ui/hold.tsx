import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/**
 * A button for what must not happen by accident: it counts only when held, by finger, mouse,
 * Enter or space. A short press, as a screen reader gives, asks instead.
 */
export function HoldButton(props: {
  milliseconds: number;
  onHeld: () => void;
  onShort: () => void;
  class?: string;
  describedBy?: string;
  children: (holding: boolean) => ComponentChildren;
}) {
  const [holding, setHolding] = useState(false);
  const timer = useRef(0);
  const handled = useRef(false);
  const begin = () => {
    if (timer.current) return;
    handled.current = false;
    setHolding(true);
    timer.current = window.setTimeout(() => {
      end();
      handled.current = true;
      props.onHeld();
    }, props.milliseconds);
  };
  const end = () => {
    window.clearTimeout(timer.current);
    timer.current = 0;
    setHolding(false);
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const isKey = (event: KeyboardEvent) => event.key === "Enter" || event.key === " ";
  return (
    <button
      type="button"
      class={`button hold${holding ? " hold-on" : ""}${props.class ? ` ${props.class}` : ""}`}
      aria-describedby={props.describedBy}
      onPointerDown={(event) => {
        if (event.button === 0) begin();
      }}
      onPointerUp={end}
      onPointerLeave={end}
      onPointerCancel={end}
      onContextMenu={(event) => event.preventDefault()}
      onBlur={end}
      onKeyDown={(event) => {
        if (!isKey(event)) return;
        // Else a held Enter clicks again and again.
        event.preventDefault();
        if (!event.repeat) begin();
      }}
      onKeyUp={(event) => {
        if (!isKey(event)) return;
        event.preventDefault();
        const short = timer.current !== 0;
        end();
        if (short) props.onShort();
      }}
      onClick={() => {
        end();
        if (!handled.current) props.onShort();
        handled.current = false;
      }}
    >
      {props.children(holding)}
    </button>
  );
}
