import { useSignal } from "@preact/signals";
import type { Parked } from "../../core/setup";
import { Button } from "../../ui/button";
import { announce } from "../../ui/live";
import { More } from "../../ui/list";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { EmptyState, Loading } from "../../ui/state";
import { sentence } from "../task";
import { Frame } from "../staff/frame";
import { useNews, useOffice } from "../staff/office";
import { st } from "../staff/words";
import { ParkedCard } from "./parked-card";

/** What came in but could not pass by itself: somebody has to look. */
export default function QuarantinePage() {
  const office = useOffice();
  const all = useSignal<Parked[] | null>(null);
  const problem = useSignal<unknown>(null);
  const load = async () => {
    try {
      all.value = await office.setup.parked();
      problem.value = null;
    } catch (reason) {
      problem.value = reason;
    }
  };
  useNews(office, load);
  const done = async (said: string) => {
    announce(said);
    office.lookAgain();
    await load();
  };
  const waiting = all.value?.filter((one) => one.state === "parked") ?? [];
  const handled = all.value?.filter((one) => one.state !== "parked") ?? [];
  return (
    <Frame>
      <Page title={st("quarantine.title")}>
        {problem.value !== null && !office.offline.value && !office.expired.value && (
          <Notice kind="error">
            <p>{sentence(problem.value)}</p>
            <Button icon="refresh" onClick={() => void load()}>
              {st("staff.again")}
            </Button>
          </Notice>
        )}
        {all.value === null && problem.value === null && <Loading label={st("staff.loading")} />}
        {all.value !== null && waiting.length === 0 && (
          <EmptyState icon="check" title={st("quarantine.empty")}>
            <p>{st("quarantine.emptyText")}</p>
          </EmptyState>
        )}
        {waiting.length > 0 && <p class="soft">{st("quarantine.intro")}</p>}
        <ul class="cards">
          {waiting.map((one) => (
            <li key={one.id}>
              <ParkedCard parked={one} done={done} />
            </li>
          ))}
        </ul>
        {handled.length > 0 && (
          <More icon="history" title={st("quarantine.handled")} now={String(handled.length)}>
            <ul class="cards">
              {handled.map((one) => (
                <li key={one.id}>
                  <ParkedCard parked={one} done={done} />
                </li>
              ))}
            </ul>
          </More>
        )}
      </Page>
    </Frame>
  );
}
