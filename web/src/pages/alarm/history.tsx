import type { AlarmEvent, Handover } from "../../core/duty";
import { More } from "../../ui/list";
import { dt, type DutyKey } from "../staff/duty-words";
import { exactTime } from "../staff/words";

/** To the second, for whoever has to account for it. */
export function AlarmHistory({ alarm }: { alarm: Handover }) {
  return (
    <More icon="history" title={dt("alarm.history")}>
      <dl class="history">
        {alarm.history.map((event, index) => (
          <div key={index}>
            <dt>
              <time dateTime={event.at}>{exactTime(event.at)}</time>
            </dt>
            <dd>{eventWords(event)}</dd>
          </div>
        ))}
      </dl>
    </More>
  );
}

function eventWords(event: AlarmEvent): string {
  const key = `alarm.event.${event.kind}` as DutyKey;
  const name = event.person?.fullName ?? dt("alarm.somebody");
  const words = dt(key, { n: event.step ?? 0, name });
  return words === key ? event.kind : words;
}
