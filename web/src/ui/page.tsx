import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./icon";

/** The frame of a screen: title, one column, and the thumb's bar. Its title takes focus on arrival. */
export function Page(props: {
  title: string;
  /** `trail` goes back to where one came from, if that was in this app. */
  back?: { href: string; label: string; trail?: boolean } | undefined;
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
      <div class={props.wide ? "page page-wide" : "page"}>
        <div class="page-head">
          {props.back && (
            <a class="page-back" href={props.back.href} onClick={props.back.trail ? goBack : undefined}>
              <Icon name="back" />
              <span>{props.back.label}</span>
            </a>
          )}
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

let arrivals = 0;

function goBack(event: MouseEvent): void {
  if (arrivals < 2) return;
  event.preventDefault();
  history.back();
}
