import { hourOrDay } from "../../core/amsterdam";
import type { Handover } from "../../core/duty";
import { Icon } from "../../ui/icon";
import { districtName, dt, names } from "../staff/duty-words";
import { useOffice } from "../staff/office";

/** 112 first. */
export function Call112() {
  return (
    <section class="alarm" aria-labelledby="call-112">
      <h2 id="call-112">{dt("alarm.script")}</h2>
      <p class="alarm-not">{dt("alarm.not112")}</p>
      <a class="button button-main button-wide alarm-call" href="tel:112">
        <Icon name="phone" large />
        <bdi>{dt("alarms.call112")}</bdi>
      </a>
    </section>
  );
}

/** What to say there, so that nobody has to think of it. In a practice it is only read. */
export function Script({ alarm }: { alarm: Handover }) {
  const office = useOffice();
  const practice = alarm.practice;
  return (
    <section class="stack" aria-labelledby="script">
      <h2 id="script">{dt(practice ? "alarm.scriptPractice" : "alarm.say")}</h2>
      <p>{dt(practice ? "alarm.sayPractice" : "alarm.fallback")}</p>
      <dl class="script">
        <div>
          <dt>{dt("alarm.say.who")}</dt>
          <dd dir="auto">{practice ? dt("alarm.whoPractice") : who(alarm)}</dd>
        </div>
        <div>
          <dt>{dt("alarm.say.where")}</dt>
          <dd dir="auto">
            {practice
              ? dt("alarm.wherePractice")
              : where(alarm, alarm.district && districtName(office, alarm.district))}
          </dd>
        </div>
        <div>
          <dt>{dt("alarm.say.what")}</dt>
          <dd>{practice ? dt("alarm.whatPractice") : what(alarm)}</dd>
        </div>
      </dl>
    </section>
  );
}

function who(alarm: Handover): string {
  if (alarm.members.length === 0) return dt("alarm.whoUnknown");
  return dt("alarm.who", { names: names(alarm.members), count: alarm.members.length });
}

function where(alarm: Handover, district: string | null): string {
  const place = alarm.lastSign?.place;
  const said = [
    district && `${district}.`,
    alarm.route && dt("alarm.routeIs", { route: alarm.route }),
    place && placeWords(place),
  ].filter(Boolean);
  return said.length ? said.join(" ") : dt("alarm.whereUnknown");
}

export function placeWords(place: { lat?: number; lon?: number; accuracy?: number }): string {
  if (place.lat === undefined || place.lon === undefined) return "";
  const lat = place.lat.toFixed(5);
  const lon = place.lon.toFixed(5);
  if (!place.accuracy) return dt("alarm.placeIs", { lat, lon });
  return dt("alarm.placeWithin", { lat, lon, m: Math.round(place.accuracy) });
}

function what(alarm: Handover): string {
  const isCall = alarm.kind === "call";
  const since = isCall
    ? dt("alarm.whatCall", { at: hourOrDay(alarm.openedAt) })
    : dt("alarm.whatOverdue", { due: hourOrDay(alarm.deadlineAt ?? alarm.openedAt) });
  const then = alarm.safeAt
    ? dt("alarm.whatSafe", { at: hourOrDay(alarm.safeAt) })
    : dt(isCall ? "alarm.whatNoMore" : "alarm.whatSilent");
  return `${since} ${then}`;
}
