import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { sentence } from "../task";
import { useOffice } from "./office";
import { st } from "./words";

/** What went wrong with loading; no connection and an ended session are said elsewhere already. */
export function Problem(props: { problem: unknown; again: () => void }) {
  const office = useOffice();
  if (props.problem === null || office.offline.value || office.expired.value) return null;
  return (
    <Notice kind="error">
      <p>{sentence(props.problem)}</p>
      <Button icon="refresh" onClick={props.again}>
        {st("staff.again")}
      </Button>
    </Notice>
  );
}
