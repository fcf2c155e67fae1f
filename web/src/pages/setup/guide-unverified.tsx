import type { Unverified } from "../../core/guide-office";
import { Button } from "../../ui/button";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import type { Loaded } from "../staff/loaded";
import { useOffice } from "../staff/office";
import { Problem } from "../staff/problem";
import { useTask } from "../task";
import { gt, placeName, verifiedOn } from "./guide-words";

/** Partners that nobody has asked for half a year whether their number is right. */
export function GuideUnverified(props: {
  late: Loaded<Unverified[]>;
  reload: () => Promise<void>;
  mayWrite: boolean;
}) {
  const office = useOffice();
  const task = useTask();
  const late = props.late.value.value;
  const verify = (one: Unverified) =>
    task.run(async () => {
      await office.guide.verify(one.id);
      announce(gt("guide.verifiedNow", { name: one.name }));
      await props.reload();
    });
  if (late === null) {
    return <Problem problem={props.late.problem.value} again={() => void props.late.load()} />;
  }
  if (late.length === 0) {
    return (
      <Notice kind="done">
        <p>{gt("guide.noneLate")}</p>
      </Notice>
    );
  }
  return (
    <section class="card stack" aria-labelledby="guide-late">
      <h2 id="guide-late">{gt("guide.late", { count: late.length })}</h2>
      {props.mayWrite && <p>{gt("guide.lateText")}</p>}
      <ul class="list">
        {late.map((one) => (
          <li key={one.id} class="guide-entry">
            <div class="guide-entry-what">
              <strong dir="auto">{one.name}</strong>
              <span class="small soft" dir="auto">
                {placeName(office, one)} · {verifiedOn(one.verifiedAt)}
              </span>
            </div>
            {props.mayWrite && (
              <div class="guide-entry-do">
                <Button
                  icon="check"
                  label={gt("guide.verifyName", { name: one.name })}
                  onClick={() => void verify(one)}
                >
                  {gt("guide.verify")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
    </section>
  );
}
