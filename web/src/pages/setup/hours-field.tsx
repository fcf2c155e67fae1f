import { weekday } from "../../core/tenant/dates";
import type { Span } from "../../core/tenant/values";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Check, Field } from "../../ui/field";
import { Icon } from "../../ui/icon";
import { gt } from "./guide-words";

const week = [1, 2, 3, 4, 5, 6, 7];
const office: Span = { days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" };

export function isWhole(hours: Span[] | null): boolean {
  return (
    hours === null ||
    (hours.length > 0 &&
      hours.every(({ days, from, to }) => days.length > 0 && from && to && from !== to))
  );
}

/** When somebody answers: always, or at times that may go on past midnight. */
export function HoursField(props: {
  value: Span[] | null;
  error: string | null;
  onChange: (value: Span[] | null) => void;
}) {
  const { value, onChange } = props;
  const change = (index: number, part: Partial<Span>) =>
    onChange((value ?? []).map((span, at) => (at === index ? { ...span, ...part } : span)));
  return (
    <div class="stack">
      <Choice
        legend={gt("editor.hours")}
        value={value === null ? "always" : "some"}
        options={[
          { value: "always", label: gt("editor.always"), icon: "check" },
          { value: "some", label: gt("editor.some"), icon: "waiting" },
        ]}
        onChange={(chosen) => onChange(chosen === "always" ? null : (value ?? [office]))}
      />
      {value?.map((span, index) => (
        <fieldset key={index} class="guide-span">
          <legend class="field-label">{gt("editor.days", { count: index + 1 })}</legend>
          <div class="guide-days">
            {week.map((day) => (
              <Check
                key={day}
                label={weekday(day)}
                checked={span.days.includes(day)}
                onChange={(on) =>
                  change(index, {
                    days: week.filter((one) => (one === day ? on : span.days.includes(one))),
                  })
                }
              />
            ))}
          </div>
          <div class="guide-pair">
            <Field
              type="time"
              label={gt("editor.from")}
              value={span.from}
              onInput={(from) => change(index, { from })}
            />
            <Field
              type="time"
              label={gt("editor.to")}
              hint={span.to && span.to < span.from ? gt("editor.pastMidnight") : undefined}
              value={span.to}
              onInput={(to) => change(index, { to })}
            />
          </div>
          {value.length > 1 && (
            <div>
              <Button
                kind="quiet"
                icon="trash"
                onClick={() => onChange(value.filter((_, at) => at !== index))}
              >
                {gt("editor.removeHours", { count: index + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {value && value.length < 7 && (
        <div>
          <Button icon="plus" onClick={() => onChange([...value, { ...office, days: [6] }])}>
            {gt("editor.addHours")}
          </Button>
        </div>
      )}
      {props.error && (
        <p class="field-error" role="alert">
          <Icon name="danger" />
          <span>{props.error}</span>
        </p>
      )}
    </div>
  );
}
