import { useId } from "preact/hooks";
import { dayAndHour, hourOrDay } from "../../core/amsterdam";
import type { StaffRound } from "../../core/duty";
import { Chip } from "../../ui/chip";
import { age, districtName, dt, dutyWord, names, type DutyKey } from "../staff/duty-words";
import { useOffice } from "../staff/office";
import { useNow } from "../../ui/use-now";

const SLOW = 15_000;

export function RoundCard({ round }: { round: StaffRound }) {
  const office = useOffice();
  const title = useId();
  const isOut = round.state === "started" || round.state === "walking";
  const planned = [round.plannedBy, round.partner].filter((one) => one !== null);
  const people = round.members.length > 0 ? round.members : planned;
  const left = round.members.filter((one) => one.leftAt !== null);
  return (
    <article class="card stack" aria-labelledby={title}>
      <h3 id={title} dir="auto">
        {people.length > 0 ? names(people) : dt("rounds.noOne")}
      </h3>
      <p>
        {dutyWord("rounds.kinds", round.kind)} · <bdi>{districtName(office, round.district)}</bdi>
        {round.route && <bdi> · {round.route}</bdi>}
      </p>
      {isOut && <Out round={round} />}
      {round.state === "planned" && (
        <>
          {round.startsAt && <p>{dt("rounds.starts", { at: dayAndHour(round.startsAt) })}</p>}
          {round.dueBackAt && <p>{dt("rounds.due", { at: dayAndHour(round.dueBackAt) })}</p>}
          {planned.length < 2 && <p class="small soft">{dt("rounds.alone")}</p>}
        </>
      )}
      {round.finishedAt && (
        <Chip icon="check">{dt("rounds.finishedAt", { at: dayAndHour(round.finishedAt) })}</Chip>
      )}
      {isOut &&
        left.map((one) => (
          <Chip key={one.id} icon="exit" look="edged">
            {dt("rounds.left", { name: one.fullName })}
          </Chip>
        ))}
    </article>
  );
}

function Out({ round }: { round: StaffRound }) {
  const now = useNow(SLOW);
  const due = round.dueBackAt;
  const late = due !== null && Date.parse(due) < now;
  return (
    <>
      <p class="row">
        <Chip icon="people">{dutyWord("rounds.states", round.state)}</Chip>
        {due && (
          <Chip icon={late ? "danger" : "waiting"} look={late ? "lit" : "bare"}>
            {dt(late ? "rounds.late" : "rounds.due", { at: hourOrDay(due, now) })}
          </Chip>
        )}
      </p>
      {round.watchedBy.length > 0 ? (
        <Chip icon="eye" look="edged">
          {dt(round.watchedBy.length === 1 ? "rounds.watched" : "rounds.watchedMany", {
            names: names(round.watchedBy),
          })}
        </Chip>
      ) : (
        <div>
          <Chip icon="eye-off" look="lit">
            {dt("rounds.unwatched")}
          </Chip>
          {round.unwatchedReason && <p>{why(round.unwatchedReason)}</p>}
        </div>
      )}
      <p>
        {round.lastSign
          ? dt("rounds.sign", {
              age: age(round.lastSign.at, now),
              name: round.lastSign.by.fullName,
            })
          : dt("rounds.noSign")}
      </p>
    </>
  );
}

/** A reason nobody has words for yet is left out: the chip says enough. */
function why(reason: string): string {
  const key = `rounds.why.${reason}`;
  const words = dt(key as DutyKey);
  return words === key ? "" : words;
}
