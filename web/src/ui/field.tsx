import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Icon } from "./icon";

interface FieldProps {
  label: string;
  hint?: ComponentChildren;
  error?: string | null;
  value: string;
  onInput: (value: string) => void;
  name?: string;
  autocomplete?: string;
  required?: boolean;
  maxLength?: number;
}

interface LineProps extends FieldProps {
  type?: "text" | "search" | "email" | "tel" | "date" | "time" | "number";
  inputMode?: "text" | "search" | "numeric" | "tel" | "email";
  spellcheck?: boolean;
  capitalize?: "none" | "sentences" | "characters";
}

/** A label above, a hint under it, the box, and the error that says what to do. */
function Around(props: {
  id: string;
  label: string;
  hint?: ComponentChildren;
  error?: string | null;
  children: ComponentChildren;
}) {
  return (
    <div class="field">
      <label class="field-label" for={props.id}>
        {props.label}
      </label>
      {props.hint && (
        <div class="field-hint" id={`${props.id}-hint`}>
          {props.hint}
        </div>
      )}
      {props.children}
      {props.error && (
        <p class="field-error" id={`${props.id}-error`} role="alert">
          <Icon name="danger" />
          <span>{props.error}</span>
        </p>
      )}
    </div>
  );
}

/** Preact's types want one element per type of input; here the type is only known later. */
function typed(type: string): { type: "text" } {
  return { type } as { type: "text" };
}

function described(id: string, props: { hint?: ComponentChildren; error?: string | null }) {
  const ids = [props.hint ? `${id}-hint` : "", props.error ? `${id}-error` : ""].filter(Boolean);
  return {
    "aria-describedby": ids.length ? ids.join(" ") : undefined,
    "aria-invalid": props.error ? ("true" as const) : undefined,
  };
}

export function Field(props: LineProps) {
  const id = useId();
  return (
    <Around id={id} label={props.label} hint={props.hint} error={props.error}>
      <input
        id={id}
        class="input"
        dir="auto"
        {...typed(props.type ?? "text")}
        name={props.name}
        value={props.value}
        autocomplete={props.autocomplete ?? "off"}
        inputMode={props.inputMode}
        spellcheck={props.spellcheck}
        autoCapitalize={props.capitalize}
        required={props.required}
        maxLength={props.maxLength}
        {...described(id, props)}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </Around>
  );
}

export function TextArea(props: FieldProps & { rows?: number }) {
  const id = useId();
  return (
    <Around id={id} label={props.label} hint={props.hint} error={props.error}>
      <textarea
        id={id}
        class="input"
        dir="auto"
        rows={props.rows ?? 4}
        name={props.name}
        value={props.value}
        required={props.required}
        maxLength={props.maxLength}
        {...described(id, props)}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </Around>
  );
}

/** Can be pasted into and can be shown; `words` are the two faces of its button. */
export function PasswordField(props: FieldProps & { words: { show: string; hide: string } }) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <Around id={id} label={props.label} hint={props.hint} error={props.error}>
      <div class="input-row">
        <input
          id={id}
          class="input"
          {...typed(shown ? "text" : "password")}
          name={props.name}
          value={props.value}
          autocomplete={props.autocomplete ?? "current-password"}
          autoCapitalize="none"
          spellcheck={false}
          required={props.required}
          {...described(id, props)}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <button class="button" type="button" aria-controls={id} onClick={() => setShown(!shown)}>
          <Icon name={shown ? "eye-off" : "eye"} />
          <span>{shown ? props.words.hide : props.words.show}</span>
        </button>
      </div>
    </Around>
  );
}

export interface Option {
  value: string;
  label: string;
}

export function Select(props: {
  label: string;
  hint?: ComponentChildren;
  error?: string | null;
  value: string;
  options: Option[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <Around id={id} label={props.label} hint={props.hint} error={props.error}>
      <select
        id={id}
        class="input"
        value={props.value}
        {...described(id, props)}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  );
}

export function Check(props: { label: string; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}
