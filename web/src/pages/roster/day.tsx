import { dayName } from "../../core/amsterdam";
import type { Shift } from "../../core/duty";
import type { RosterDay } from "../../core/roster-days";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Icon } from "../../ui/icon";
import { districtName, districtNames, dt, dutyWord, partOfDay } from "../staff/duty-words";
import { useOffice } from "../staff/office";

/** One day: first where nobody is, then who is. */
export function Day(props: {
  day: RosterDay;
  /** How many days from now. */
  ahead: number;
  me: string | undefined;
  mayOpen: (shift: Shift) => boolean;
  open: (shift: Shift) => void;
}) {
  const office = useOffice();
  const { day, ahead } = props;
  const name = dayName(day.day);
  const title =
    ahead === 0
      ? dt("roster.today", { day: name })
      : ahead === 1
        ? dt("roster.tomorrow", { day: name })
        : name;
  return (
    <section class="roster-day" aria-label={title}>
      <h3 class="roster-day-name">{title}</h3>
      <ul class="list">
        {day.holes.map((hole) => (
          <li key={`${hole.from} ${hole.districts.join()}`} class="roster-line roster-hole">
            <Icon name="danger" />
            <span>
              <strong>{dt("roster.gapLine", { where: districtNames(office, hole.districts) })}</strong>
              <span class="roster-when">{partOfDay(hole)}</span>
            </span>
          </li>
        ))}
        {day.shifts.map(({ shift, ...part }) => (
          <li key={shift.id} class="roster-line">
            <Icon name="user" />
            <span>
              <span>
                <strong dir="auto">{shift.person.fullName}</strong>
                {shift.person.id === props.me && ` (${dt("roster.you")})`}
              </span>
              <span class="roster-when">{partOfDay(part)}</span>
              <span class="small soft">
                {dutyWord("roster.rank", String(shift.rank))} · {districtName(office, shift.district)}
              </span>
              {!shift.reachable && (
                <Chip icon="offline" look="lit">
                  {dt("roster.unreachable")}
                </Chip>
              )}
              {shift.proposed && (
                <Chip icon="question">
                  {dt("roster.asked", { name: shift.proposed.person.fullName })}
                </Chip>
              )}
            </span>
            {props.mayOpen(shift) && (
              <Button
                kind="quiet"
                label={dt("roster.openName", {
                  name: shift.person.fullName,
                  part: `${name}, ${partOfDay(part)}`,
                })}
                onClick={() => props.open(shift)}
              >
                {dt("roster.open")}
              </Button>
            )}
          </li>
        ))}
        {day.shifts.length === 0 && day.holes.length === 0 && (
          <li class="roster-line soft">{dt("roster.noShifts")}</li>
        )}
      </ul>
    </section>
  );
}
