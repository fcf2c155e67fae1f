import type { ComponentChildren } from "preact";
import { Icon } from "./icon";

export function List(props: { label?: string; children: ComponentChildren }) {
  return (
    <ul class="list" aria-label={props.label}>
      {props.children}
    </ul>
  );
}

/** One line that leads somewhere; whatever people wrote keeps its own direction. */
export function Entry(props: {
  href: string;
  icon: string;
  title: ComponentChildren;
  sub?: ComponentChildren;
  end?: ComponentChildren;
  current?: boolean;
}) {
  return (
    <li>
      <a class="entry" href={props.href} aria-current={props.current ? "true" : undefined}>
        <Icon name={props.icon} />
        <span>
          <span class="entry-title" dir="auto">
            {props.title}
          </span>
          {props.sub && <span class="entry-sub">{props.sub}</span>}
        </span>
        {props.end ?? <Icon name="next" />}
      </a>
    </li>
  );
}

/** Optional things: closed, but its summary says what is in it now. */
export function More(props: {
  icon: string;
  title: string;
  now?: string | undefined;
  open?: boolean | undefined;
  children: ComponentChildren;
}) {
  return (
    <details class="more" open={props.open}>
      <summary>
        <Icon name={props.icon} />
        <span>
          <span class="more-title">{props.title}</span>
          {props.now && (
            <span class="more-now clip" dir="auto">
              {props.now}
            </span>
          )}
        </span>
        <Icon name="down" />
      </summary>
      <div class="more-body stack">{props.children}</div>
    </details>
  );
}
