import { signal } from "@preact/signals";
import { Icon } from "./icon";

const said = signal("");

/** Says one thing to eyes and ears; it stays until the next one or the next page, never on a timer. */
export function announce(text: string): void {
  said.value = text;
}

/** What was said last, until it is over: for a second place that shows the same. */
export function announced(): string {
  return said.value;
}

/** Stands once in the shell: a live region must exist before its text does. */
export function LiveRegion() {
  return (
    <div class="said" role="status">
      {said.value && (
        <>
          <Icon name="check" />
          <span>{said.value}</span>
        </>
      )}
    </div>
  );
}
