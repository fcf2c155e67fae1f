import { useSignal } from "@preact/signals";
import type { Alarm } from "../../core/duty";
import { dayAndHour, hourOrDay } from "../../core/amsterdam";
import { navigate } from "../../router";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { announce } from "../../ui/live";
import { Entry, List } from "../../ui/list";
import { Page } from "../../ui/page";
import { EmptyState, Loading } from "../../ui/state";
import { useCore } from "../core";
import { Confirm } from "../confirm";
import { districtName, dt, names } from "../staff/duty-words";
import { Frame } from "../staff/frame";
import { useLoaded } from "../staff/loaded";
import { useOffice } from "../staff/office";
import { Problem } from "../staff/problem";
import { st } from "../staff/words";
import { DangerLine } from "./call-112";
import { Counts } from "./counts";
import "./alarm.css";

/** What is going on, what was, and practising. */
export default function AlarmsPage() {
  const office = useOffice();
  const coordinates = useCore().session.account.value?.role === "coordinator";
  const { value, problem, load } = useLoaded(() => office.duty.alarms());
  const asking = useSignal(false);
  const open = value.value?.filter((alarm) => alarm.state !== "closed") ?? [];
  const before = value.value?.filter((alarm) => alarm.state === "closed") ?? [];
  return (
    <Frame>
      <Page title={dt("alarms.title")}>
        <DangerLine />
        <Problem problem={problem.value} again={() => void load()} />
        {value.value === null && problem.value === null && <Loading label={st("staff.loading")} />}
        {value.value !== null && open.length === 0 && (
          <EmptyState icon="check" title={dt("alarms.empty")}>
            <p>{dt("alarms.emptyText")}</p>
          </EmptyState>
        )}
        {open.length > 0 && (
          <section class="stack" aria-labelledby="alarms-open">
            <h2 id="alarms-open">{dt("alarms.open")}</h2>
            <Alarms alarms={open} />
          </section>
        )}
        {coordinates && (
          <Button icon="history" onClick={() => (asking.value = true)}>
            {dt("alarms.practise")}
          </Button>
        )}
        {before.length > 0 && (
          <section class="stack" aria-labelledby="alarms-before">
            <h2 id="alarms-before">{dt("alarms.before")}</h2>
            <Alarms alarms={before} />
          </section>
        )}
        {coordinates && <Counts />}
      </Page>
      <Confirm
        title={dt("alarms.practise")}
        open={asking.value}
        yes={dt("alarms.practiseYes")}
        no={st("staff.cancel")}
        onYes={async () => {
          const id = await office.duty.practise();
          navigate(`/alarms/${id}`);
          announce(dt("alarms.practised"));
        }}
        onClose={() => (asking.value = false)}
      >
        <p>{dt("alarms.practiseSure")}</p>
      </Confirm>
    </Frame>
  );
}

function Alarms({ alarms }: { alarms: Alarm[] }) {
  const office = useOffice();
  return (
    <List>
      {alarms.map((alarm) => (
        <Entry
          key={alarm.id}
          href={`/alarms/${alarm.id}`}
          icon={alarm.practice ? "history" : "danger"}
          title={dt(`alarm.${alarm.kind}`)}
          sub={
            <>
              {alarm.members.length > 0 && <bdi>{names(alarm.members)} · </bdi>}
              {alarm.district && <bdi>{districtName(office, alarm.district)} · </bdi>}
              <time dateTime={alarm.openedAt}>{dayAndHour(alarm.openedAt)}</time>
              {alarm.safeAt && alarm.state !== "closed" && (
                <strong class="alarm-safe">
                  {dt("alarm.safe", { at: hourOrDay(alarm.safeAt) })}
                </strong>
              )}
              <span class="entry-foot">
                <Chip
                  icon={alarm.state === "closed" ? "closed" : alarm.state === "open" ? "danger" : "user"}
                  look={alarm.state === "open" ? "lit" : "bare"}
                >
                  {standing(alarm)}
                </Chip>
              </span>
            </>
          }
        />
      ))}
    </List>
  );
}

function standing(alarm: Alarm): string {
  if (alarm.state === "open") return dt("alarms.states.open");
  if (alarm.state === "closed")
    return dt(alarm.falseAlarm ? "alarms.states.false" : "alarms.states.closed");
  const name = alarm.acknowledgedBy?.fullName ?? dt("alarm.somebody");
  return dt("alarms.states.acknowledged", { name });
}
