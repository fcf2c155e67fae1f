import { useRef } from "preact/hooks";
import { hourOrDay } from "../../core/amsterdam";
import type { Handover } from "../../core/duty";
import { Button } from "../../ui/button";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { EmptyState, Loading } from "../../ui/state";
import { useCore } from "../core";
import { useTask, type Task } from "../task";
import { dt } from "../staff/duty-words";
import { Frame } from "../staff/frame";
import { useLoaded } from "../staff/loaded";
import { useOffice } from "../staff/office";
import { Problem } from "../staff/problem";
import { st } from "../staff/words";
import { DangerLine } from "./call-112";
import { Closing } from "./closing";
import { Facts } from "./facts";
import { AlarmHistory } from "./history";
import { Members } from "./members";
import { Call112, Script } from "./script";
import { Tried } from "./tried";
import "./alarm.css";

/**
 * Everything somebody needs who is woken by it: 112 first, then the people, then what is known.
 * What is over, or only practised, has no button to call 112.
 */
export default function AlarmPage({ id }: { id: string }) {
  const office = useOffice();
  const task = useTask();
  const { value, problem, load } = useLoaded(() => office.duty.alarm(id), id);
  const standing = useRef<HTMLElement>(null);
  const alarm = value.value;
  const status = (problem.value as { status?: number } | null)?.status ?? 0;
  const back = { href: "/alarms", label: dt("alarm.back") };
  if (!alarm || status === 404) {
    return (
      <Frame>
        <Page title={dt("alarms.title")} back={back}>
          <DangerLine />
          {[400, 404].includes(status) ? (
            <EmptyState icon="lock" title={dt("alarm.missing")}>
              <p>{dt("alarm.missingText")}</p>
            </EmptyState>
          ) : problem.value === null ? (
            <Loading label={st("staff.loading")} />
          ) : office.offline.value || office.expired.value ? (
            <EmptyState icon="offline" title={dt("alarm.notHere")}>
              <p>{dt("alarm.notHereText")}</p>
            </EmptyState>
          ) : (
            <Problem problem={problem.value} again={() => void load()} />
          )}
        </Page>
      </Frame>
    );
  }
  const isOver = alarm.state === "closed";
  const isReal = !isOver && !alarm.practice;
  const done = async (said: string) => {
    announce(said);
    await changed();
  };
  // The button that was pressed may be gone; what it came to is said and shown here.
  const changed = async () => {
    await load();
    office.lookAgain();
    requestAnimationFrame(() => standing.current?.focus());
  };
  const take = async () => {
    const taken = await task.run(() => office.duty.acknowledge(id));
    // Refused or not, somebody may have it now: the screen must say who.
    await (taken ? done(dt("alarm.taken")) : changed());
  };
  return (
    <Frame>
      <Page
        title={dt(`alarm.${alarm.kind}`)}
        back={back}
        under={alarm.practice && <Practice isOver={isOver} />}
        bar={alarm.state === "open" && <Take task={task} take={take} />}
      >
        {isReal && (
          <>
            <Call112 />
            <Members alarm={alarm} />
          </>
        )}
        {!isOver && <Script alarm={alarm} />}
        <Problem problem={problem.value} again={() => void load()} />
        <section ref={standing} tabIndex={-1} class="stack" aria-live="polite">
          <Standing alarm={alarm} refused={task.error} />
        </section>
        {!isReal && <Members alarm={alarm} />}
        <Facts alarm={alarm} />
        <Tried alarm={alarm} />
        {!isOver && <Closing alarm={alarm} done={done} changed={load} />}
        <AlarmHistory alarm={alarm} />
      </Page>
    </Frame>
  );
}

function Practice({ isOver }: { isOver: boolean }) {
  return (
    <div class="practice">
      <p>{dt("alarm.practiceText")}</p>
      {!isOver && <p>{dt("alarm.practiceDo")}</p>}
    </div>
  );
}

function Take({ task, take }: { task: Task; take: () => Promise<void> }) {
  return (
    <div class="take">
      <Button kind="main" icon="check" wide busy={task.busy} onClick={() => void take()}>
        {dt("alarm.take")}
      </Button>
    </div>
  );
}

/** Who has it; nobody is said as plainly as somebody. */
function Standing({ alarm, refused }: { alarm: Handover; refused: string | null }) {
  const me = useCore().session.account.value?.id;
  return (
    <>
      {refused && (
        <Notice kind="error">
          <p>{refused}</p>
        </Notice>
      )}
      {alarm.state === "open" && (
        <Notice kind="warning" title={dt("alarm.openText")}>
          {alarm.nextStepAt && <p>{dt("alarm.next", { at: hourOrDay(alarm.nextStepAt) })}</p>}
        </Notice>
      )}
      {alarm.state === "acknowledged" && <Owner alarm={alarm} me={me} />}
      {alarm.state === "closed" && <Closed alarm={alarm} />}
      {alarm.safeAt && (
        <Notice kind="info" icon="message">
          <p>
            {dt(alarm.state === "closed" ? "alarm.safeWas" : "alarm.safe", {
              at: hourOrDay(alarm.safeAt),
            })}
          </p>
        </Notice>
      )}
    </>
  );
}

function Owner({ alarm, me }: { alarm: Handover; me: string | undefined }) {
  const at = alarm.acknowledgedAt ? hourOrDay(alarm.acknowledgedAt) : "";
  if (alarm.acknowledgedBy?.id === me) {
    return (
      <Notice kind="done" icon="user" title={dt("alarm.mine", { at })}>
        <p>{alarm.practice ? dt("alarm.minePractice") : dt("alarm.mineText")}</p>
        {alarm.nextStepAt && <p>{dt("alarm.mineNext", { at: hourOrDay(alarm.nextStepAt) })}</p>}
      </Notice>
    );
  }
  const name = alarm.acknowledgedBy?.fullName ?? dt("alarm.somebody");
  return <Notice kind="done" icon="user" title={dt("alarm.takenSince", { name, at })} />;
}

function Closed({ alarm }: { alarm: Handover }) {
  const at = alarm.closedAt ? hourOrDay(alarm.closedAt) : "";
  const title = alarm.closedBy
    ? dt("alarm.closedBy", { name: alarm.closedBy.fullName, at })
    : dt("alarm.closedAlone");
  return (
    <Notice kind="done" icon="closed" title={title}>
      {alarm.reason && (
        <p class="kept" dir="auto">
          {dt("alarm.reasonWas", { reason: alarm.reason })}
        </p>
      )}
    </Notice>
  );
}
