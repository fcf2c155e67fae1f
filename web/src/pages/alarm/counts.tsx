import { dt } from "../staff/duty-words";
import { useLoaded } from "../staff/loaded";
import { useOffice } from "../staff/office";

const COUNTED = ["overdue", "called", "falseAlarms", "practices"] as const;

/** This month in numbers, without anybody's name. */
export function Counts() {
  const office = useOffice();
  const { value } = useLoaded(() => office.duty.statistics());
  const month = value.value;
  if (!month) return null;
  return (
    <section class="stack" aria-labelledby="alarms-month">
      <h2 id="alarms-month">{dt("alarms.month")}</h2>
      <dl class="facts">
        {COUNTED.map((what) => (
          <div key={what}>
            <dt>{dt(`alarms.counts.${what}`)}</dt>
            <dd>{month[what]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
