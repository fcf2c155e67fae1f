import { dayAndHour } from "../../core/amsterdam";
import { DAYS_AHEAD, type Hole } from "../../core/roster-days";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { Notice } from "../../ui/notice";
import type { Office } from "../../core/office";
import { districtNames, dt } from "../staff/duty-words";
import { useOffice } from "../staff/office";

const MINUTE = 60_000;

/** Where nobody watches, first and in whole sentences. */
export function Gaps(props: { holes: Hole[]; fill: ((hole: Hole) => void) | null }) {
  const office = useOffice();
  const { holes, fill } = props;
  if (holes.length === 0) {
    return (
      <Notice kind="done" title={dt("roster.noGapsTitle")}>
        <p>{dt("roster.noGaps")}</p>
      </Notice>
    );
  }
  return (
    <section class="gaps" aria-labelledby="gaps">
      <h2 id="gaps">
        <Icon name="danger" />
        <span>{dt("roster.gaps")}</span>
      </h2>
      <ul class="list">
        {holes.map((hole) => {
          const sentence = gapSentence(office, hole, Date.now());
          return (
            <li key={`${hole.from} ${hole.districts.join()}`} class="gap">
              <p>{sentence}</p>
              {fill && (
                <Button
                  icon="plus"
                  label={dt("roster.fillName", { gap: sentence })}
                  onClick={() => fill(hole)}
                >
                  {dt("roster.fill")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function gapSentence(office: Office, hole: Hole, now: number): string {
  const where = districtNames(office, hole.districts);
  const begun = hole.from <= now + MINUTE;
  const endless = hole.to >= now + DAYS_AHEAD * 1440 * MINUTE - 5 * MINUTE;
  const from = dayAndHour(hole.from);
  const to = dayAndHour(hole.to);
  if (begun && endless) return dt("roster.gap.all", { where });
  if (begun) return dt("roster.gap.now", { to, where });
  if (endless) return dt("roster.gap.rest", { from, where });
  return dt("roster.gap.plain", { from, to, where });
}
