import { useSignal } from "@preact/signals";
import type { Backer, Shift } from "../../core/duty";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Select } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import { dt } from "../staff/duty-words";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";
import { shiftTime } from "./offers";
import { personOptions } from "./people";

/** Asks somebody to take a shift over: it moves only when that person says yes. */
export function SwapForm(props: {
  shift: Shift;
  people: Backer[];
  onClose: () => void;
  onDone: (said: string) => Promise<void>;
}) {
  const { shift, people } = props;
  const office = useOffice();
  const task = useTask();
  const person = useSignal("");
  const tried = useSignal(false);
  const name = shift.person.fullName;
  const send = () => {
    tried.value = true;
    if (!person.value) return;
    void task.run(async () => {
      await office.duty.propose(shift.id, person.value);
      const other = people.find((one) => one.id === person.value)?.fullName ?? "";
      await props.onDone(dt("roster.swapped", { other, name }));
    });
  };
  return (
    <Dialog
      title={dt("roster.swapTitle")}
      open
      onClose={props.onClose}
      actions={
        <>
          <Button kind="strong" busy={task.busy} onClick={send}>
            {dt("roster.swapSend")}
          </Button>
          <Button onClick={props.onClose}>{st("staff.cancel")}</Button>
        </>
      }
    >
      <p>
        <strong>{shiftTime(shift)}</strong>
      </p>
      <p>{dt("roster.swapText", { name })}</p>
      <Select
        label={dt("roster.person")}
        value={person.value}
        options={personOptions(people, shift.person.id)}
        error={tried.value && !person.value ? dt("roster.needOther") : null}
        onChange={(value) => (person.value = value)}
      />
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
    </Dialog>
  );
}
