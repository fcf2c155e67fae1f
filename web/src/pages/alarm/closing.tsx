import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Handover } from "../../core/duty";
import { Button } from "../../ui/button";
import { TextArea } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { declareWriting } from "../../writing";
import { useTask } from "../task";
import { Confirm } from "../confirm";
import { dt } from "../staff/duty-words";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";

/** Ends it with a reason; that it was nothing costs a tap, a yes and no explaining. */
export function Closing(props: {
  alarm: Handover;
  done: (said: string) => Promise<void>;
  changed: () => Promise<void>;
}) {
  const { alarm, done, changed } = props;
  const office = useOffice();
  const task = useTask();
  const reason = useSignal("");
  const missing = useSignal(false);
  const asking = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => declareWriting(() => reason.value.trim() !== ""), []);
  const close = async (why: string) => {
    const closed = await task.run(() => office.duty.close(alarm.id, why, false));
    await (closed ? done(dt("alarm.closed")) : changed());
  };
  const closeFalse = async () => {
    try {
      await office.duty.close(alarm.id, dt("alarm.falseReason"), true);
    } catch (problem) {
      await changed();
      throw problem;
    }
    asking.value = false;
    await done(dt("alarm.closed"));
  };
  const send = () => {
    const why = reason.value.trim();
    missing.value = why === "";
    if (!missing.value) return void close(why);
    requestAnimationFrame(() => form.current?.querySelector("textarea")?.focus());
  };
  return (
    <section class="stack closing" aria-labelledby="closing">
      <h2 id="closing">{dt("alarm.close")}</h2>
      <p>{dt(alarm.practice ? "alarm.closeTextPractice" : "alarm.closeText")}</p>
      <form
        ref={form}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextArea
          label={dt("alarm.reason")}
          hint={dt("alarm.reasonHint")}
          value={reason.value}
          maxLength={1000}
          error={missing.value ? dt("alarm.needReason") : null}
          onInput={(value) => (reason.value = value)}
        />
        {task.error && (
          <Notice kind="error">
            <p>{task.error}</p>
          </Notice>
        )}
        <Button kind="strong" icon="closed" type="submit" busy={task.busy}>
          {dt("alarm.closeYes")}
        </Button>
      </form>
      {!alarm.practice && (
        <>
          <p id="false-why">{dt("alarm.falseHint")}</p>
          <Button
            icon="check"
            busy={task.busy}
            describedBy="false-why"
            onClick={() => (asking.value = true)}
          >
            {dt("alarm.falseAlarm")}
          </Button>
          <Confirm
            title={dt("alarm.falseTitle")}
            open={asking.value}
            yes={dt("alarm.falseYes")}
            no={st("staff.cancel")}
            onYes={closeFalse}
            onClose={() => (asking.value = false)}
          >
            <p>{dt("alarm.falseSure")}</p>
          </Confirm>
        </>
      )}
    </section>
  );
}
