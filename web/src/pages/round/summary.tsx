import type { RoundItem } from "../../core/index";
import { t } from "../../core/messages/index";
import { moment } from "../../core/messages/moment";
import { List, Entry } from "../../ui/list";
import { Page } from "../../ui/page";
import { useCore } from "../core";
import { ObservationEntry } from "../observation/entry";
import { complexOf, placeLine, visitWord } from "../observation/naming";
import { SyncChip } from "../sync-chip";
import { checkResults } from "./check-items";
import { Gone } from "./gone";
import { day, names, rt, time } from "./words";
import "./round.css";

/** What one round came to, for both walkers, out of what this phone has. */
export default function Summary({ id }: { id: string }) {
  const core = useCore();
  const item = core.rounds.get(id);
  if (!item) return <Gone />;
  const seen = core.observations.items.value.filter((one) => one.round === id);
  const visits = seen.filter((one) => one.visit !== null);
  const begun = item.startedAt ?? item.startsAt;
  return (
    <Page
      title={rt("summary.title")}
      back={{ href: `/round/${id}`, label: rt("round.title") }}
      under={<SyncChip />}
    >
      <dl class="facts">
        <div>
          <dt>{rt("summary.when")}</dt>
          <dd>
            {begun ? `${day(begun)}, ${time(begun)}` : ""}
            {" – "}
            {item.finishedAt ? time(item.finishedAt) : rt("summary.not-yet")}
          </dd>
        </div>
        <div>
          <dt>{rt("summary.who")}</dt>
          <dd dir="auto">{names(item.members)}</dd>
        </div>
      </dl>
      <section class="stack">
        <h2>{rt("summary.seen")}</h2>
        {seen.length === 0 && <p>{rt("summary.seen-none")}</p>}
        {seen.length > 0 && (
          <List>
            {seen.map((one) => (
              <ObservationEntry key={one.id} item={one} />
            ))}
          </List>
        )}
        <p class="soft">{rt("summary.others")}</p>
      </section>
      <section class="stack">
        <h2>{rt("summary.spoken")}</h2>
        {visits.length === 0 && <p>{rt("summary.spoken-none")}</p>}
        <List>
          {visits.map((one) => (
            <Entry
              key={one.id}
              href={`/observations/${one.id}`}
              icon="visit"
              title={visitWord(one.visit!.outcome)}
              sub={[placeLine(core, one.place), one.visit!.note, moment(one.observedAt)]
                .filter(Boolean)
                .join(" · ")}
            />
          ))}
        </List>
      </section>
      {item.checks.length > 0 && <Checked item={item} />}
      <Waiting item={item} />
    </Page>
  );
}

function Checked({ item }: { item: RoundItem }) {
  const core = useCore();
  return (
    <section class="stack">
      <h2>{rt("summary.checks")}</h2>
      <List>
        {item.complexes.map((complex) => {
          const found = item.checks.filter((check) => check.complex === complex);
          const counts = checkResults.map((result) => [
            result,
            found.filter((check) => check.result === result).length,
          ]);
          return (
            <Entry
              key={complex}
              href={`/round/${item.id}/checks`}
              icon="office"
              title={complexOf(core, complex)?.name ?? complex}
              sub={rt("summary.checks-line", Object.fromEntries(counts) as Record<string, number>)}
            />
          );
        })}
      </List>
    </section>
  );
}

function Waiting({ item }: { item: RoundItem }) {
  const core = useCore();
  const seen = core.observations.items.value.filter((one) => one.round === item.id);
  const items = seen.filter((one) => one.truth !== "office").length;
  const drafts = core.drafts.items.value.filter((draft) => draft.round === item.id).length;
  const none = items === 0 && drafts === 0 && item.wishes.length === 0;
  return (
    <section class="stack">
      <h2>{rt("summary.waiting")}</h2>
      {none && <p>{rt("summary.waiting-none")}</p>}
      {items > 0 && <p>{rt("summary.waiting-items", { count: items })}</p>}
      {drafts > 0 && <p>{rt("summary.waiting-drafts", { count: drafts })}</p>}
      {item.wishes.length > 0 && <p>{rt("summary.waiting-round")}</p>}
      {!none && (
        <a class="button" href="/unsent">
          {t("home.unsent")}
        </a>
      )}
    </section>
  );
}
