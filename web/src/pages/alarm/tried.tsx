import { hourOrDay } from "../../core/amsterdam";
import type { AlarmStep, Delivery, Handover } from "../../core/duty";
import { Icon } from "../../ui/icon";
import { dt, dutyWord } from "../staff/duty-words";

const ICON: Record<string, string> = { handed: "check", failed: "close", unknown: "question" };

/** Who was called, over what, and what became of it. Handed over is not yet read. */
export function Tried({ alarm }: { alarm: Handover }) {
  return (
    <section class="stack" aria-labelledby="tried">
      <h2 id="tried">{dt("alarm.tried")}</h2>
      {alarm.steps.length === 0 && <p class="soft">{dt("alarm.triedNothing")}</p>}
      <ol class="tried">
        {alarm.steps.map((step, index) => (
          <li key={step.step}>
            <Step
              step={step}
              alarm={alarm}
              isRepeat={alarm.steps.slice(0, index).some(({ who }) => who === step.who)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Step({ step, alarm, isRepeat }: { step: AlarmStep; alarm: Handover; isRepeat: boolean }) {
  const who = dutyWord("alarm.who", step.who);
  return (
    <>
      <h3>
        {isRepeat ? dt("alarm.repeated", { who }) : who}
        {" · "}
        <time dateTime={step.at}>{hourOrDay(step.at)}</time>
      </h3>
      {step.skipped ? (
        <p>{skipped(step, alarm)}</p>
      ) : step.deliveries.length === 0 ? (
        <p class="soft">{dt("alarm.noDelivery")}</p>
      ) : (
        <ul class="deliveries">
          {step.deliveries.map((one, index) => (
            <li key={index}>
              <Icon name={ICON[one.state] ?? "waiting"} />
              <span>
                <bdi>{one.person?.fullName ?? dt("alarm.somebody")}</bdi>, {outcome(one)}
                {", "}
                <time dateTime={one.at}>{hourOrDay(one.at)}</time>
                {one.state !== "handed" && one.detail && (
                  <span class="small soft"> ({one.detail})</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function skipped(step: AlarmStep, alarm: Handover): string {
  if (step.who !== "pair" || alarm.practice) return dt("alarm.skipped");
  return dt(alarm.state === "closed" ? "alarm.skippedPair" : "alarm.skippedPairCall");
}

function outcome(one: Delivery): string {
  if (one.state === "handed") return dutyWord("alarm.handed", one.kind);
  return `${dutyWord("alarm.kind", one.kind)}: ${dutyWord("alarm.delivery", one.state)}`;
}
