import { useSignal } from "@preact/signals";
import type { Backer, Shift } from "../../core/duty";
import { baredBy, isWithinDay } from "../../core/roster-days";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Notice } from "../../ui/notice";
import { Confirm } from "../confirm";
import { districtName, dt, dutyWord } from "../staff/duty-words";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";
import { Bares } from "./bares";
import { shiftTime } from "./offers";
import { ShiftForm } from "./shift-form";
import { SwapForm } from "./swap-form";

type Doing = "look" | "change" | "swap" | "remove";

/** One shift and what can be done with it. */
export function ShiftDialog(props: {
  shift: Shift;
  /** All there are, to see what is bare without this one. */
  shifts: Shift[];
  people: Backer[];
  /** The coordinator changes all of them; who holds one only asks somebody else. */
  plans: boolean;
  onClose: () => void;
  onDone: (said: string) => Promise<void>;
}) {
  const { shift, people, plans, onClose, onDone } = props;
  const office = useOffice();
  const known = office.districts.value.map((district) => district.id);
  const doing = useSignal<Doing>("look");
  const name = shift.person.fullName;
  if (doing.value === "change") {
    return (
      <ShiftForm
        people={people}
        shift={shift}
        shifts={props.shifts}
        hole={null}
        onClose={onClose}
        onSaved={onDone}
      />
    );
  }
  if (doing.value === "swap") {
    return <SwapForm shift={shift} people={people} onClose={onClose} onDone={onDone} />;
  }
  if (doing.value === "remove") {
    return (
      <Confirm
        title={dt("roster.shiftOf", { name })}
        open
        yes={dt("roster.removeYes")}
        no={st("staff.cancel")}
        onYes={async () => {
          await office.duty.removeShift(shift.id);
          await onDone(dt("roster.removed"));
        }}
        onClose={onClose}
      >
        <p>
          {dt(isWithinDay(shift) ? "roster.runs" : "roster.removeWhole", {
            when: shiftTime(shift),
          })}
        </p>
        <p>{dt("roster.removeSure", { name })}</p>
        <Bares holes={baredBy(shift, props.shifts, known, Date.now())} />
      </Confirm>
    );
  }
  return (
    <Dialog
      title={dt("roster.shiftOf", { name })}
      open
      onClose={onClose}
      actions={
        <>
          <Button icon="question" onClick={() => (doing.value = "swap")}>
            {dt("roster.swap")}
          </Button>
          {plans && (
            <Button icon="waiting" onClick={() => (doing.value = "change")}>
              {dt("roster.change")}
            </Button>
          )}
          {plans && (
            <Button icon="trash" onClick={() => (doing.value = "remove")}>
              {dt("roster.remove")}
            </Button>
          )}
          <Button kind="quiet" onClick={onClose}>
            {st("staff.close")}
          </Button>
        </>
      }
    >
      <p>
        <strong>{shiftTime(shift)}</strong>
        <br />
        {districtName(office, shift.district)}, {dutyWord("roster.rank", String(shift.rank))}
      </p>
      {!shift.reachable && (
        <Notice kind="warning">
          <p>{dt("roster.unreachableText", { name })}</p>
        </Notice>
      )}
      {shift.proposed && <p>{dt("roster.asked", { name: shift.proposed.person.fullName })}.</p>}
    </Dialog>
  );
}
