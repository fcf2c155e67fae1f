import { useSignal } from "@preact/signals";
import { holes, rosterDays, type Hole } from "../../core/roster-days";
import type { Roster, Shift } from "../../core/duty";
import { Button } from "../../ui/button";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { Loading } from "../../ui/state";
import { useCore } from "../core";
import { dt } from "../staff/duty-words";
import { Frame } from "../staff/frame";
import { keepFocus } from "../staff/keep-focus";
import { useLoaded } from "../staff/loaded";
import { useOffice } from "../staff/office";
import { Problem } from "../staff/problem";
import { st } from "../staff/words";
import { Day } from "./day";
import { Gaps } from "./gaps";
import { Offers } from "./offers";
import { ShiftDialog } from "./shift-dialog";
import { ShiftForm } from "./shift-form";
import "./roster.css";

/** Who is on call the coming fourteen days, where nobody is, and what was asked of me. */
export default function RosterPage() {
  const office = useOffice();
  const me = useCore().session.account.value;
  const { value, problem, load } = useLoaded(() => office.duty.roster());
  const adding = useSignal<Hole | "new" | null>(null);
  const opened = useSignal<Shift | null>(null);
  const roster = value.value;
  const plans = me?.role === "coordinator";
  const known = office.districts.value.map((district) => district.id);
  const done = async (said: string) => {
    announce(said);
    await load();
    keepFocus();
  };
  return (
    <Frame>
      <Page wide title={dt("roster.title")}>
        <p class="soft">{dt("roster.intro")}</p>
        <Problem problem={problem.value} again={() => void load()} />
        {roster === null && problem.value === null && <Loading label={st("staff.loading")} />}
        {roster && (
          <>
            <Reach roster={roster} me={me?.id} />
            <Offers roster={roster} me={me?.id} done={done} />
            <Gaps
              holes={holes(roster.gaps, known)}
              fill={plans ? (hole) => (adding.value = hole) : null}
            />
            <section class="stack" aria-labelledby="days">
              <div class="roster-head">
                <h2 id="days">{dt("roster.days")}</h2>
                {plans && (
                  <Button kind="strong" icon="plus" onClick={() => (adding.value = "new")}>
                    {dt("roster.add")}
                  </Button>
                )}
              </div>
              <ol class="roster-days">
                {rosterDays(roster, known, Date.now()).map((day, ahead) => (
                  <li key={day.day}>
                    <Day
                      day={day}
                      ahead={ahead}
                      me={me?.id}
                      open={(shift) => (opened.value = shift)}
                      mayOpen={(shift) => plans || shift.person.id === me?.id}
                    />
                  </li>
                ))}
              </ol>
            </section>
          </>
        )}
      </Page>
      {roster && adding.value && (
        <ShiftForm
          people={roster.people}
          shift={null}
          shifts={roster.shifts}
          hole={adding.value === "new" ? null : adding.value}
          onClose={() => (adding.value = null)}
          onSaved={async (said) => {
            adding.value = null;
            await done(said);
          }}
        />
      )}
      {roster && opened.value && (
        <ShiftDialog
          shift={roster.shifts.find((one) => one.id === opened.value?.id) ?? opened.value}
          shifts={roster.shifts}
          people={roster.people}
          plans={plans}
          onClose={() => (opened.value = null)}
          onDone={async (said) => {
            opened.value = null;
            await done(said);
          }}
        />
      )}
    </Frame>
  );
}

/** Who cannot be reached is no help to a pair, and must hear so before the night does. */
function Reach({ roster, me }: { roster: Roster; me: string | undefined }) {
  const self = roster.people.find((one) => one.id === me);
  if (!self || self.reachable) return null;
  return (
    <Notice kind="warning" title={dt("roster.meUnreachableTitle")}>
      <p>{dt("roster.meUnreachable")}</p>
      <Button icon="settings" href="/settings">
        {dt("roster.settings")}
      </Button>
    </Notice>
  );
}
