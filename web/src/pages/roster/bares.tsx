import type { Hole } from "../../core/roster-days";
import { Notice } from "../../ui/notice";
import { dt } from "../staff/duty-words";
import { useOffice } from "../staff/office";
import { gapSentence } from "./gaps";

/** Where nobody watches any more after what is about to be done. */
export function Bares({ holes }: { holes: Hole[] }) {
  const office = useOffice();
  if (holes.length === 0) return null;
  return (
    <Notice kind="warning" title={dt("roster.removeBares")}>
      <ul>
        {holes.map((hole) => (
          <li key={`${hole.from} ${hole.districts.join()}`}>
            {gapSentence(office, hole, Date.now())}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
