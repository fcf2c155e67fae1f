import { instant } from "../../core/amsterdam";
import { Choice } from "../../ui/choice";
import { Field } from "../../ui/field";
import { gt } from "./guide-words";

/** From when tenants see it, as it is typed. */
export interface Moment {
  later: boolean;
  day: string;
  time: string;
}

export const now: Moment = { later: false, day: "", time: "09:00" };

/** Null for at once; undefined when it is no moment, or one that has passed. */
export function publishAt(moment: Moment): string | null | undefined {
  if (!moment.later) return null;
  const at = instant(moment.day, moment.time);
  return at !== null && Date.parse(at) > Date.now() ? at : undefined;
}

export function PublishField(props: {
  value: Moment;
  error: string | null;
  onChange: (value: Moment) => void;
}) {
  const { value, onChange } = props;
  return (
    <>
      <Choice
        legend={gt("editor.publish")}
        value={value.later ? "later" : "now"}
        options={[
          { value: "now", label: gt("editor.now"), icon: "check" },
          { value: "later", label: gt("editor.later"), icon: "waiting" },
        ]}
        onChange={(chosen) => onChange({ ...value, later: chosen === "later" })}
      />
      {value.later && (
        <div class="guide-pair">
          <Field
            type="date"
            label={gt("editor.day")}
            value={value.day}
            error={props.error}
            onInput={(day) => onChange({ ...value, day })}
          />
          <Field
            type="time"
            label={gt("editor.time")}
            value={value.time}
            onInput={(time) => onChange({ ...value, time })}
          />
        </div>
      )}
    </>
  );
}
