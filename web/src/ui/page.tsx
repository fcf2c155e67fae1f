import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./icon";

/** The frame of a screen: title, one column, and the thumb's bar. Its title takes focus on arrival. */
export function Page(props: {
  title: string;
  /** `trail` goes back to where one came from, if that was in this app. */
  back?: { href: string; label: string; trail?: boolean } | { label: string; onBack: () => void };
  wide?: boolean;
  bar?: ComponentChildren;
  /** Between title and content, such as a state. */
  under?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} – Buurtronde`;
  }, [props.title]);
  useEffect(() => {
    // Not at the very first page: there the browser starts reading by itself.
    if (arrivals++ > 0) title.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <>
      <div class={`page${props.wide ? " page-wide" : ""}${props.bar ? " page-barred" : ""}`}>
        <div class="page-head">
          {props.back && <Back {...props.back} />}
          <h1 ref={title} tabIndex={-1}>
            {props.title}
          </h1>
          {props.under}
        </div>
        {props.children}
      </div>
      {props.bar && <div class="bar">{props.bar}</div>}
    </>
  );
}

function Back(props: { href?: string; label: string; trail?: boolean; onBack?: () => void }) {
  const content = (
    <>
      <Icon name="back" />
      <span>{props.label}</span>
    </>
  );
  if (props.onBack) {
    return (
      <button type="button" class="page-back" onClick={props.onBack}>
        {content}
      </button>
    );
  }
  return (
    <a class="page-back" href={props.href} onClick={props.trail ? goBack : undefined}>
      {content}
    </a>
  );
}

let arrivals = 0;

function goBack(event: MouseEvent): void {
  if (arrivals < 2) return;
  event.preventDefault();
  history.back();
}
