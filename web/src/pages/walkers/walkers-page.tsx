import { useSignal } from "@preact/signals";
import type { Walker } from "../../core/duty";
import { announce } from "../../ui/live";
import { Check, Field } from "../../ui/field";
import { Page } from "../../ui/page";
import { EmptyState, Loading } from "../../ui/state";
import { dt } from "../staff/duty-words";
import { Frame, SetupNav } from "../staff/frame";
import { keepFocus } from "../staff/keep-focus";
import { useLoaded } from "../staff/loaded";
import { useOffice } from "../staff/office";
import { Problem } from "../staff/problem";
import { st } from "../staff/words";
import { WalkerCard } from "./walker-card";
import "./walkers.css";

/** Who may walk: with a certificate, or without one for a reason that is kept. */
export default function WalkersPage() {
  const office = useOffice();
  const text = useSignal("");
  const onlyNot = useSignal(false);
  const { value, problem, load } = useLoaded(() => office.duty.walkers());
  const all = value.value;
  const shown = found(all ?? [], text.value, onlyNot.value);
  return (
    <Frame>
      <Page wide title={dt("walkers.title")} under={<SetupNav />}>
        <p class="soft">{dt("walkers.intro")}</p>
        <Problem problem={problem.value} again={() => void load()} />
        {all === null && problem.value === null && <Loading label={st("staff.loading")} />}
        {all?.length === 0 && (
          <EmptyState icon="people" title={dt("walkers.empty")}>
            <p>{dt("walkers.emptyText")}</p>
          </EmptyState>
        )}
        {all !== null && all.length > 0 && (
          <>
            <div class="walkers-search">
              <Field
                type="search"
                label={dt("walkers.search")}
                value={text.value}
                onInput={(value) => (text.value = value)}
              />
              <Check
                label={dt("walkers.onlyNot")}
                checked={onlyNot.value}
                onChange={(on) => (onlyNot.value = on)}
              />
            </div>
            <p class="soft" role="status">
              {shown.length === 0
                ? dt("walkers.none")
                : dt("walkers.found", { count: shown.length })}
            </p>
            <ul class="cards">
              {shown.map((walker) => (
                <li key={walker.id}>
                  <WalkerCard
                    walker={walker}
                    done={async (said) => {
                      announce(said);
                      await load();
                      keepFocus();
                    }}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </Page>
    </Frame>
  );
}

function found(all: Walker[], text: string, onlyNot: boolean): Walker[] {
  const plain = (one: string) => one.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
  return all
    .filter((walker) => !onlyNot || !walker.mayWalk)
    .filter((walker) => plain(`${walker.fullName} ${walker.name}`).includes(plain(text.trim())))
    .sort((one, other) => one.fullName.localeCompare(other.fullName, "nl"));
}
