import { useId, useState } from "preact/hooks";
import type { AlarmItem, RoundItem } from "../../core/index";
import { moment } from "../../core/messages/moment";
import { HoldButton } from "../../ui/hold";
import { Icon } from "../../ui/icon";
import { Notice } from "../../ui/notice";
import { Confirm } from "../confirm";
import { useCore } from "../core";
import { useTask } from "../task";
import { CallLines } from "./call-lines";
import { SafeDialog } from "./signs";
import { rt, time } from "./words";

const hold = 2_000;

/** Calls those on call, and says no more than that it was asked until the server has it. */
export function Sos({ item }: { item: RoundItem }) {
  const core = useCore();
  const task = useTask();
  const hint = useId();
  const [asking, setAsking] = useState(false);
  const call = () => core.alarms.call(item.id);
  return (
    <div class="stack">
      <HoldButton
        class="round-big sos"
        milliseconds={hold}
        describedBy={hint}
        onHeld={() => {
          navigator.vibrate?.(200);
          void task.run(call);
        }}
        onShort={() => setAsking(true)}
      >
        {(holding) => (
          <>
            <Icon name="danger" large />
            <span>
              {rt("sos.call")}
              <small id={hint}>{rt(holding ? "sos.holding" : "sos.hold")}</small>
            </span>
          </>
        )}
      </HoldButton>
      {task.error && (
        <Notice kind="error" title={rt("sos.not-sent")}>
          <p>{task.error}</p>
          <CallLines district={item.district} text={rt("call.text-help")} />
        </Notice>
      )}
      <Confirm
      wide
      large
        title={rt("sos.ask-title")}
        open={asking}
        yes={rt("sos.yes")}
        onYes={call}
        onClose={() => setAsking(false)}
      >
        <p>{rt("sos.ask")}</p>
        {core.rounds.claim(item).kind !== "watched" && <p>{rt("sos.ask-nobody")}</p>}
      </Confirm>
    </div>
  );
}

export function lacksOwner(alarm: AlarmItem): boolean {
  return alarm.receipt === "received" && alarm.acknowledgedBy === null;
}

/** Nobody was called by it, so that one has to call oneself. */
export function isNotSent({ receipt }: AlarmItem): boolean {
  return receipt === "late" || receipt === "refused";
}

/** An alarm of this round: whether the server has it, who took it, and that all is well. */
export function AlarmNotice({ alarm, item }: { alarm: AlarmItem; item: RoundItem }) {
  const core = useCore();
  const [asking, setAsking] = useState(false);
  if (alarm.receipt !== "received") {
    const isLate = isNotSent(alarm);
    const why = alarm.refusal && rt("sos.refused-why", { why: alarm.refusal });
    return (
      <Notice
        kind="error"
        icon={isLate ? "offline" : "sending"}
        title={rt(why ? "sos.refused" : isLate ? "sos.not-sent" : "sos.title")}
      >
        <p>{why ?? rt(isLate ? "sos.not-sent-why" : "sos.sending")}</p>
        {isLate && <CallLines district={item.district} text={rt("call.text-help")} />}
        {isLate && (
          <button
            type="button"
            class="button round-big"
            onClick={() => void core.alarms.call(item.id)}
          >
            {rt("sos.again")}
          </button>
        )}
      </Notice>
    );
  }
  const { acknowledgedBy } = alarm;
  const told = item.state === "finished";
  return (
    <Notice kind="error" title={rt("alarm.title")}>
      {alarm.practice && <p class="claim">{rt("alarm.practice")}</p>}
      {alarm.kind === "call" ? (
        <p>{alarm.isMine ? rt("sos.received") : rt("alarm.called")}</p>
      ) : (
        <p>{rt("alarm.overdue")}</p>
      )}
      <p>{rt("alarm.since", { moment: moment(alarm.openedAt) })}</p>
      <p class="claim">
        {acknowledgedBy
          ? rt("alarm.taken", { name: acknowledgedBy.fullName, moment: time(alarm.acknowledgedAt) })
          : rt("alarm.not-taken")}
      </p>
      {!acknowledgedBy && <CallLines district={item.district} text={rt("call.text-help")} />}
      {told ? (
        <p>{rt("alarm.safe-told")}</p>
      ) : (
        <button type="button" class="button round-big" onClick={() => setAsking(true)}>
          {rt("alarm.safe")}
        </button>
      )}
      <SafeDialog item={item} open={asking} onClose={() => setAsking(false)} />
    </Notice>
  );
}
