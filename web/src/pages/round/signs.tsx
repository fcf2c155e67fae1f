import { useState } from "preact/hooks";
import type { RoundItem } from "../../core/index";
import { moment } from "../../core/messages/moment";
import { Button } from "../../ui/button";
import { Check } from "../../ui/field";
import { Dialog } from "../../ui/dialog";
import { Icon } from "../../ui/icon";
import { Notice } from "../../ui/notice";
import { t } from "../../core/messages/index";
import { Confirm } from "../confirm";
import { useCore } from "../core";
import { useTask } from "../task";
import { CallLines } from "./call-lines";
import { choosePlace, sendsPlace, whereabouts } from "./whereabouts";
import { rt, time } from "./words";

const laters = [15, 30, 60];
const watched = ["round.checkIn", "round.extend", "round.finish", "round.leave"] as const;

/** For cold fingers: still here, later back, safely back. */
export function Signs({ item }: { item: RoundItem }) {
  const core = useCore();
  const task = useTask();
  const [asking, setAsking] = useState<"later" | "safe" | null>(null);
  const close = () => setAsking(null);
  const from = Math.max(Date.parse(item.dueBackAt ?? "") || 0, core.rounds.contact.value.now);
  return (
    <div class="stack">
      {task.error && (
        <Notice kind="error" title={rt("round.failed")}>
          <p>{task.error}</p>
        </Notice>
      )}
      <button
        type="button"
        class="button button-main round-big"
        onClick={() => void task.run(async () => core.rounds.checkIn(item.id, await whereabouts()))}
      >
        <Icon name="check" />
        <span>{rt("walk.here")}</span>
      </button>
      <div class="pair">
        <button type="button" class="button round-big" onClick={() => setAsking("later")}>
          <Icon name="waiting" />
          <span>{rt("walk.later")}</span>
        </button>
        <a class="button round-big" href="/observations/new">
          <Icon name="plus" />
          <span>{rt("walk.observation")}</span>
        </a>
      </div>
      <button type="button" class="button round-big" onClick={() => setAsking("safe")}>
        <Icon name="office" />
        <span>{rt("walk.safe")}</span>
      </button>
      <Dialog
        title={rt("walk.later-title")}
        open={asking === "later"}
        onClose={close}
        actions={
          <>
            {laters.map((minutes) => {
              const due = time(from + minutes * 60_000);
              return (
                <button
                  key={minutes}
                  type="button"
                  class="button round-big"
                  onClick={() => {
                    close();
                    void task.run(() => core.rounds.extend(item.id, minutes));
                  }}
                >
                  {minutes === 60
                    ? rt("walk.later-hour", { due })
                    : rt("walk.later-minutes", { count: minutes, due })}
                </button>
              );
            })}
            <Button wide onClick={close}>
              {t("shell.cancel")}
            </Button>
          </>
        }
      />
      <SafeDialog item={item} open={asking === "safe"} onClose={close} />
      <PlaceToo />
    </div>
  );
}

function PlaceToo() {
  const [on, setOn] = useState(sendsPlace);
  return (
    <div>
      <Check
        label={rt("walk.place")}
        checked={on}
        onChange={(next) => {
          choosePlace(next);
          setOn(next);
        }}
      />
      <p class="soft small">{rt("walk.place-who")}</p>
    </div>
  );
}

export function SafeDialog(props: { item: RoundItem; open: boolean; onClose: () => void }) {
  const core = useCore();
  return (
    <Confirm
      wide
      large
      title={rt("walk.safe-title")}
      open={props.open}
      yes={rt("walk.safe-yes")}
      onYes={() => core.rounds.finish(props.item.id)}
      onClose={props.onClose}
    >
      <p>{rt("walk.safe-why")}</p>
    </Confirm>
  );
}

/** The last press of each kind that the server has not confirmed. */
function pressed(item: RoundItem) {
  return watched
    .map((name) => item.wishes.filter((wish) => wish.name === name).at(-1))
    .filter((wish) => wish !== undefined);
}

export function isLate(item: RoundItem): boolean {
  return pressed(item).some((wish) => wish.isLate);
}

/** What became of the last press: on its way, not sent, or taken by the server. */
export function Receipt({ item, brief = false }: { item: RoundItem; brief?: boolean }) {
  const asked = pressed(item);
  const late = asked.filter((wish) => wish.isLate);
  if (late.length > 0) {
    const last = late.at(-1)!;
    return (
      <Notice kind="error" icon="offline" title={rt("walk.not-sent")}>
        {late.map(({ name }) => (
          <p key={name}>{rt(`walk.wish-${name.slice(6) as "checkIn"}`)}</p>
        ))}
        {!brief && (
          <>
            <p>{rt("walk.not-sent-why")}</p>
            <CallLines district={item.district} text={texted(last.name, item)} />
          </>
        )}
        <p>{rt("walk.not-sent-again")}</p>
      </Notice>
    );
  }
  const isSending = asked.length > 0;
  const at = [item.receivedAt, item.lastSign?.at].filter((one) => one != null).sort().at(-1);
  return (
    <p class="receipt" role="status">
      <Icon name={isSending ? "sending" : at ? "check" : "waiting"} />
      <span>
        {isSending
          ? rt("walk.sending")
          : item.state === "finished"
            ? rt("walk.ended")
            : at
              ? rt("walk.received", { moment: moment(at) })
              : rt("walk.no-sign")}
      </span>
    </p>
  );
}

function texted(name: string, item: RoundItem): string {
  if (name === "round.finish") return rt("call.text-safe");
  if (name === "round.extend") return rt("call.text-due", { due: time(item.dueBackAt) });
  return rt("call.text-sign");
}
