import type { ComponentChildren } from "preact";
import { hourOrDay } from "../../core/amsterdam";
import type { Handover } from "../../core/duty";
import { OutlineMap } from "../../ui/outline-map";
import type { Geometry } from "../../ui/outline";
import { age, dt } from "../staff/duty-words";
import { useOffice } from "../staff/office";
import { useNow } from "../../ui/use-now";
import { placeWords } from "./script";

/** What is known of the walk; how old the last sign is goes on ticking. */
export function Facts({ alarm }: { alarm: Handover }) {
  const office = useOffice();
  const sign = alarm.lastSign;
  const district = office.districts.value.find((one) => one.id === alarm.district);
  const { lat, lon } = sign?.place ?? {};
  return (
    <section class="stack" aria-labelledby="facts">
      <h2 id="facts">{dt("alarm.facts")}</h2>
      <dl class="facts">
        {district && <Fact what={dt("alarm.district")}>{district.name}</Fact>}
        {alarm.route && <Fact what={dt("alarm.route")}>{alarm.route}</Fact>}
        {alarm.startedAt && (
          <Fact what={dt("alarm.started")}>
            <Aged at={alarm.startedAt} />
          </Fact>
        )}
        {alarm.deadlineAt && (
          <Fact what={dt("alarm.due")}>
            <Aged at={alarm.deadlineAt} />
          </Fact>
        )}
        <Fact what={dt("alarm.opened")}>
          <Aged at={alarm.openedAt} />
        </Fact>
        {(sign || alarm.startedAt) && (
          <Fact what={dt("alarm.sign")}>
            {sign ? <Aged at={sign.at} by={sign.by?.fullName} /> : dt("alarm.noSign")}
          </Fact>
        )}
        {sign?.place && <Fact what={dt("alarm.place")}>{placeWords(sign.place)}</Fact>}
      </dl>
      {district && lat !== undefined && lon !== undefined && (
        <div class="alarm-map">
          <OutlineMap
            label={dt("alarm.map", { name: district.name })}
            outline={district.outline as Geometry | null}
            chosen={{ lat, lon }}
          />
        </div>
      )}
    </section>
  );
}

function Fact(props: { what: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{props.what}</dt>
      <dd dir="auto">{props.children}</dd>
    </div>
  );
}

function Aged({ at, by }: { at: string; by?: string | undefined }) {
  const now = useNow();
  const when = hourOrDay(at, now);
  return (
    <>
      <time dateTime={at}>{by ? dt("alarm.signBy", { at: when, name: by }) : when}</time>
      <br />
      <span class="alarm-age">{age(at, now)}</span>
    </>
  );
}
