import { useSignal } from "@preact/signals";
import { addDays, instant, wall } from "../../core/amsterdam";
import type { Backer, Shift } from "../../core/duty";
import { baredByChange, type Hole } from "../../core/roster-days";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Dialog } from "../../ui/dialog";
import { Field, Select } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import { Confirm } from "../confirm";
import { dt } from "../staff/duty-words";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";
import { Bares } from "./bares";
import { personOptions } from "./people";

interface Typed {
  person: string;
  district: string;
  fromDay: string;
  fromTime: string;
  toDay: string;
  toTime: string;
  rank: number;
}

/** A new shift, or another time and place for one. Who does it is changed by asking, not here. */
export function ShiftForm(props: {
  people: Backer[];
  shift: Shift | null;
  /** All there are, to see what is bare after a change. */
  shifts: Shift[];
  hole: Hole | null;
  onClose: () => void;
  onSaved: (said: string) => Promise<void>;
}) {
  const { shift, people } = props;
  const office = useOffice();
  const task = useTask();
  const typed = useSignal<Typed>(begin(shift, props.hole));
  // Made once, so that five taps make one shift.
  const id = useSignal(shift?.id ?? office.newId());
  const tried = useSignal(false);
  const asking = useSignal(false);
  const change = (part: Partial<Typed>) => (typed.value = { ...typed.value, ...part });
  const { person, district, fromDay, fromTime, toDay, toTime, rank } = typed.value;
  const startsAt = instant(fromDay, fromTime);
  const endsAt = instant(toDay, toTime);
  const late = startsAt !== null && endsAt !== null && endsAt <= startsAt;
  const wrong = (yes: boolean, words: () => string) => (tried.value && yes ? words() : null);
  const whole = person && startsAt && endsAt && !late;
  const plan = whole && { id: id.value, district: district || null, person, startsAt, endsAt, rank };
  const known = office.districts.value.map((one) => one.id);
  const bared = plan && shift ? baredByChange(shift, plan, props.shifts, known, Date.now()) : [];
  const save = async () => {
    if (!plan) return;
    await office.duty.putShift(plan);
    const name = people.find((one) => one.id === person)?.fullName ?? "";
    await props.onSaved(shift ? dt("roster.changed") : dt("roster.added", { name }));
  };
  const ask = () => {
    tried.value = true;
    if (bared.length > 0) asking.value = true;
    else if (plan) void task.run(save);
  };
  if (shift && asking.value) {
    return (
      <Confirm
        title={dt("roster.shiftOf", { name: shift.person.fullName })}
        open
        yes={dt("roster.changeYes")}
        no={st("staff.cancel")}
        onYes={save}
        onClose={() => (asking.value = false)}
      >
        <Bares holes={bared} />
      </Confirm>
    );
  }
  return (
    <Dialog
      title={shift ? dt("roster.shiftOf", { name: shift.person.fullName }) : dt("roster.add")}
      open
      onClose={props.onClose}
      actions={
        <>
          <Button kind="strong" busy={task.busy} onClick={ask}>
            {dt("roster.save")}
          </Button>
          <Button onClick={props.onClose}>{st("staff.cancel")}</Button>
        </>
      }
    >
      {!shift && (
        <Select
          label={dt("roster.person")}
          value={person}
          options={personOptions(people, null)}
          error={wrong(!person, () => dt("roster.needPerson"))}
          onChange={(value) => change({ person: value })}
        />
      )}
      <Select
        label={dt("roster.where")}
        value={district}
        options={[
          { value: "", label: dt("roster.everywhereOption") },
          ...office.districts.value.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => change({ district: value })}
      />
      <div class="pair">
        <Field
          type="date"
          label={dt("roster.fromDay")}
          value={fromDay}
          error={wrong(!startsAt, () => dt("roster.needFrom"))}
          onInput={(value) =>
            change({ fromDay: value, ...(toDay < value && { toDay: value }) })
          }
        />
        <Field
          type="time"
          label={dt("roster.fromTime")}
          value={fromTime}
          onInput={(value) => change({ fromTime: value })}
        />
      </div>
      <div class="pair">
        <Field
          type="date"
          label={dt("roster.toDay")}
          value={toDay}
          error={
            wrong(!endsAt, () => dt("roster.needTo")) ?? wrong(late, () => dt("roster.needLater"))
          }
          onInput={(value) => change({ toDay: value })}
        />
        <Field
          type="time"
          label={dt("roster.toTime")}
          value={toTime}
          onInput={(value) => change({ toTime: value })}
        />
      </div>
      <p class="small soft">{dt("roster.times")}</p>
      <Choice
        legend={dt("roster.rank")}
        value={String(rank)}
        options={[
          { value: "1", label: dt("roster.first") },
          { value: "2", label: dt("roster.second") },
        ]}
        onChange={(value) => change({ rank: Number(value) })}
      />
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
    </Dialog>
  );
}

function begin(shift: Shift | null, hole: Hole | null): Typed {
  const today = wall(Date.now()).day;
  const from = shift ? wall(shift.startsAt) : hole ? wall(hole.from) : { day: today, time: "18:00" };
  const to = shift
    ? wall(shift.endsAt)
    : hole
      ? endOf(hole)
      : { day: addDays(today, 1), time: "08:00" };
  const district = shift ? shift.district : hole?.districts.length === 1 ? hole.districts[0] : null;
  return {
    person: shift?.person.id ?? "",
    district: district ?? "",
    fromDay: from.day,
    fromTime: from.time,
    toDay: to.day,
    toTime: to.time,
    rank: shift?.rank ?? 1,
  };
}

/** Past the fortnight that was looked at, a gap has no edge of its own: then that whole day. */
function endOf(hole: Hole): { day: string; time: string } {
  const end = wall(hole.to);
  return hole.to % 60_000 === 0 ? end : { day: addDays(end.day, 1), time: "00:00" };
}
