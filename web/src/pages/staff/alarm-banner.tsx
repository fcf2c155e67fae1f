import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { hourOrDay } from "../../core/amsterdam";
import type { Alarm } from "../../core/duty";
import { route } from "../../router";
import { Icon } from "../../ui/icon";
import { badges } from "../badge";
import { age, dt, names } from "./duty-words";
import { chime } from "./chime";
import { useNews, useOffice } from "./office";
import { useNow } from "../../ui/use-now";
import "./banner.css";

const AGAIN = 30_000;

/** On every screen of the staff: an alarm that is not closed, and that no message gets through. */
export default function AlarmBanner() {
  const office = useOffice();
  const open = useSignal<Alarm[]>([]);
  const down = useSignal(false);
  const unsure = useSignal(false);
  const look = async () => {
    try {
      const [alarms, watch] = await Promise.all([office.duty.alarms(), office.duty.watch()]);
      open.value = alarms.filter((alarm) => alarm.state !== "closed");
      down.value = !watch.channels;
      unsure.value = false;
    } catch {
      unsure.value = true;
    }
    const count = open.value.length;
    if (badges.value["/alarms"] !== count) badges.value = { ...badges.value, "/alarms": count };
  };
  useEffect(() => office.watch(), [office]);
  useNews(office, look);
  useEffect(() => {
    // Channels fail without anything new to fetch.
    const timer = setInterval(() => void look(), AGAIN);
    return () => clearInterval(timer);
  }, [office]);
  useChime(open.value);
  const here = route.value.path;
  const elsewhere = open.value.filter((alarm) => here !== `/alarms/${alarm.id}`);
  return (
    <>
      <div class="banners" role="alert">
        {down.value && (
          <div class="banner">
            <Icon name="danger" large />
            <div>
              <p class="banner-title">{dt("banner.channelsTitle")}</p>
              <p>{dt("banner.channels")}</p>
            </div>
          </div>
        )}
        {elsewhere.map((alarm) => (
          <Banner key={alarm.id} alarm={alarm} />
        ))}
      </div>
      {unsure.value && !office.expired.value && (
        <p class="banner-unsure" role="status">
          <Icon name="offline" />
          {dt("banner.unsure")}
        </p>
      )}
    </>
  );
}

function Banner({ alarm }: { alarm: Alarm }) {
  const taken = alarm.acknowledgedBy;
  return (
    <div class={taken || alarm.practice ? "banner banner-calm" : "banner"}>
      <Icon name={alarm.practice ? "info" : "danger"} large />
      <div>
        <p class="banner-title">{dt(`banner.${alarm.kind}`)}</p>
        {alarm.members.length > 0 && <p dir="auto">{names(alarm.members)}</p>}
        <p>{taken ? dt("banner.taken", { name: taken.fullName }) : <Since at={alarm.openedAt} />}</p>
        {alarm.safeAt && <p>{dt("alarm.safe", { at: hourOrDay(alarm.safeAt) })}</p>}
      </div>
      <a class="button button-main" href={`/alarms/${alarm.id}`}>
        {dt(taken ? "banner.see" : "banner.look")}
      </a>
    </div>
  );
}

/** Ticks for the eyes only: a reader would hear nothing else. */
function Since({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} aria-hidden="true">
      {age(at, now)}
    </time>
  );
}

/** Once for each alarm that nobody has taken. */
function useChime(open: Alarm[]) {
  const heard = useRef(new Set<string>());
  const fresh = open.filter((alarm) => alarm.state === "open" && !heard.current.has(alarm.id));
  useEffect(() => {
    if (fresh.length === 0) return;
    for (const alarm of fresh) heard.current.add(alarm.id);
    chime();
  }, [fresh.map((alarm) => alarm.id).join()]);
}
