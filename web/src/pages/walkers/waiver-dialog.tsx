import { useSignal } from "@preact/signals";
import type { Walker } from "../../core/duty";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { TextArea } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import { dt } from "../staff/duty-words";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";

export function WaiverDialog(props: {
  walker: Walker;
  onClose: () => void;
  done: (said: string) => Promise<void>;
}) {
  const { walker, onClose, done } = props;
  const office = useOffice();
  const task = useTask();
  const reason = useSignal("");
  const tried = useSignal(false);
  const name = walker.fullName;
  const send = () => {
    tried.value = true;
    const why = reason.value.trim();
    if (!why) return;
    void task.run(async () => {
      await office.duty.waive(walker.id, why);
      onClose();
      await done(dt("walkers.waivedNow", { name }));
    });
  };
  return (
    <Dialog
      title={dt("walkers.waiveName", { name })}
      open
      onClose={onClose}
      actions={
        <>
          <Button kind="strong" busy={task.busy} onClick={send}>
            {dt("walkers.waiveYes")}
          </Button>
          <Button onClick={onClose}>{st("staff.cancel")}</Button>
        </>
      }
    >
      <p>{dt("walkers.waiveText", { name })}</p>
      <TextArea
        label={dt("walkers.reason")}
        value={reason.value}
        maxLength={500}
        error={tried.value && !reason.value.trim() ? dt("walkers.needReason") : null}
        onInput={(value) => (reason.value = value)}
      />
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
    </Dialog>
  );
}
