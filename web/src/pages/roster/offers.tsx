import { dayAndHour, dayYearAndHour, wall } from "../../core/amsterdam";
import type { Roster, Shift } from "../../core/duty";
import { needsYear } from "../../core/roster-days";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import { districtName, dt } from "../staff/duty-words";
import { useOffice } from "../staff/office";

type Done = (said: string) => Promise<void>;

/** Shifts that somebody asks me to take over. */
export function Offers(props: { roster: Roster; me: string | undefined; done: Done }) {
  const own = props.roster.shifts.filter((shift) => shift.proposed?.person.id === props.me);
  if (own.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="offers">
      <h2 id="offers">{dt("roster.offers")}</h2>
      <ul class="cards">
        {own.map((shift) => (
          <li key={shift.id}>
            <Offer shift={shift} done={props.done} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Offer({ shift, done }: { shift: Shift; done: Done }) {
  const office = useOffice();
  const task = useTask();
  const when = shiftTime(shift);
  const swap = shift.proposed!.id;
  const answer = (yes: boolean) =>
    task.run(async () => {
      await (yes ? office.duty.accept(swap) : office.duty.refuse(swap));
      await done(yes ? dt("roster.accepted") : dt("roster.refused", { name: shift.person.fullName }));
    });
  return (
    <article class="card stack">
      <p>{dt("roster.offer", { name: shift.person.fullName })}</p>
      <p>
        <strong>{when}</strong>
        <br />
        {districtName(office, shift.district)}
      </p>
      <p class="soft">{dt("roster.offerText")}</p>
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
      <div class="row">
        <Button
          kind="strong"
          icon="check"
          busy={task.busy}
          label={dt("roster.acceptName", { shift: when })}
          onClick={() => void answer(true)}
        >
          {dt("roster.accept")}
        </Button>
        <Button
          icon="close"
          busy={task.busy}
          label={dt("roster.refuseName", { shift: when })}
          onClick={() => void answer(false)}
        >
          {dt("roster.refuse")}
        </Button>
      </div>
    </article>
  );
}

export function shiftTime(shift: Shift, now: number = Date.now()): string {
  const { startsAt, endsAt } = shift;
  const isThisYear = wall(startsAt).day.slice(0, 4) === wall(now).day.slice(0, 4);
  const isLong = needsYear(Date.parse(startsAt), Date.parse(endsAt));
  const said = isThisYear && !isLong ? dayAndHour : dayYearAndHour;
  return dt("roster.fromTo", { from: said(startsAt), to: said(endsAt) });
}
