import type { StaffRound } from "../../core/duty";
import { More } from "../../ui/list";
import { Page } from "../../ui/page";
import { EmptyState, Loading } from "../../ui/state";
import { dt } from "../staff/duty-words";
import { Frame } from "../staff/frame";
import { useLoaded } from "../staff/loaded";
import { useOffice } from "../staff/office";
import { Problem } from "../staff/problem";
import { st } from "../staff/words";
import { RoundCard } from "./round-card";
import "./walkers.css";

const SHOWN = 10;

/** Who is out now and whether anybody watches, what is to come, and what was. */
export default function RoundsPage() {
  const office = useOffice();
  const { value, problem, load } = useLoaded(async () => {
    const [open, planned, finished] = await Promise.all([
      office.duty.rounds("open"),
      office.duty.rounds("planned"),
      office.duty.rounds("finished"),
    ]);
    return {
      open: sorted(open, (one) => one.dueBackAt),
      planned: sorted(planned, (one) => one.startsAt),
      finished: sorted(finished, (one) => one.finishedAt).reverse(),
    };
  });
  const rounds = value.value;
  return (
    <Frame>
      <Page wide title={dt("rounds.title")}>
        <Problem problem={problem.value} again={() => void load()} />
        {rounds === null && problem.value === null && <Loading label={st("staff.loading")} />}
        {rounds && (
          <>
            <section class="stack" aria-labelledby="rounds-open">
              <h2 id="rounds-open">{dt("rounds.open")}</h2>
              {rounds.open.length === 0 ? (
                <EmptyState icon="check" title={dt("rounds.nobodyOut")}>
                  <p>{dt("rounds.nobodyOutText")}</p>
                </EmptyState>
              ) : (
                <Cards rounds={rounds.open} />
              )}
            </section>
            <section class="stack" aria-labelledby="rounds-planned">
              <h2 id="rounds-planned">{dt("rounds.planned")}</h2>
              {rounds.planned.length === 0 && <p class="soft">{dt("rounds.nonePlanned")}</p>}
              <Cards rounds={rounds.planned} />
            </section>
            <section class="stack" aria-labelledby="rounds-finished">
              <h2 id="rounds-finished">{dt("rounds.finished")}</h2>
              {rounds.finished.length === 0 && <p class="soft">{dt("rounds.noneFinished")}</p>}
              <Cards rounds={rounds.finished.slice(0, SHOWN)} />
              {rounds.finished.length > SHOWN && (
                <More
                  icon="history"
                  title={dt("rounds.more", { count: rounds.finished.length - SHOWN })}
                >
                  <Cards rounds={rounds.finished.slice(SHOWN)} />
                </More>
              )}
            </section>
          </>
        )}
      </Page>
    </Frame>
  );
}

function Cards({ rounds }: { rounds: StaffRound[] }) {
  return (
    <ul class="round-cards">
      {rounds.map((round) => (
        <li key={round.id}>
          <RoundCard round={round} />
        </li>
      ))}
    </ul>
  );
}

function sorted(rounds: StaffRound[], by: (one: StaffRound) => string | null): StaffRound[] {
  return [...rounds].sort((one, other) => ((by(one) ?? "") < (by(other) ?? "") ? -1 : 1));
}
