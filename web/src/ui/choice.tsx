import { useId } from "preact/hooks";
import { Icon } from "./icon";

export interface Choosable {
  value: string;
  label: string;
  icon?: string;
  hint?: string;
}

/** One of a few, as cards that a thumb can hit; arrow keys move as in any set of radio buttons. */
export function Choice(props: {
  legend: string;
  legendUnseen?: boolean;
  value: string | null;
  options: Choosable[];
  onChange: (value: string) => void;
}) {
  const name = useId();
  return (
    <fieldset class="stack">
      <legend class={props.legendUnseen ? "unseen" : "field-label"}>{props.legend}</legend>
      <div class="choices">
        {props.options.map((option) => (
          <label
            key={option.value}
            class={option.value === props.value ? "choice choice-chosen" : "choice"}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
            {option.icon && <Icon name={option.icon} />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A field of large pictures with words; pressing one chooses it at once. */
export function Tiles(props: {
  label: string;
  chosen?: string | null;
  options: Choosable[];
  onChoose: (value: string) => void;
}) {
  return (
    <ul class="tiles" aria-label={props.label}>
      {props.options.map((option) => (
        <li key={option.value} class="tile-place">
          <button
            type="button"
            class="tile"
            aria-pressed={
              props.chosen === undefined ? undefined : option.value === props.chosen ? "true" : "false"
            }
            onClick={() => props.onChoose(option.value)}
          >
            <Icon name={option.icon ?? "other"} />
            <span dir="auto">
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
