import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DeskItem } from "../../core/desk";
import { Button } from "../../ui/button";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { EmptyState, Loading } from "../../ui/state";
import { Conversation } from "../desk/conversation";
import { Head, Texts } from "../desk/detail";
import { Dock } from "../desk/dock";
import { Facts } from "../desk/facts";
import { History } from "../desk/history";
import { useOffice } from "../staff/office";
import { Problem } from "../staff/problem";
import { st } from "../staff/words";

/**
 * One worry. Each fetch is a reading that the server notes, so that only somebody's own tap fetches:
 * the news of others merely says that there is something new.
 */
export function ConcernDetail({ id, newest }: { id: string; newest: number }) {
  const office = useOffice();
  const item = useSignal<DeskItem | null>(null);
  const problem = useSignal<unknown>(null);
  const load = async () => {
    try {
      item.value = await office.concerns.read(id);
      problem.value = null;
    } catch (reason) {
      problem.value = reason;
    }
  };
  useEffect(() => void load(), [id]);
  const done = async (said: string) => {
    announce(said);
    await load();
  };
  if ([400, 403, 404].includes((problem.value as { status?: number } | null)?.status ?? 0)) {
    return (
      <EmptyState icon="heart" title={st("concern.missing")}>
        <p>{st("concern.missingText")}</p>
      </EmptyState>
    );
  }
  const failed = <Problem problem={problem.value} again={() => void load()} />;
  if (!item.value) return problem.value === null ? <Loading label={st("staff.loading")} /> : failed;
  return (
    <article class="detail concern-detail">
      <Head item={item.value} />
      {failed}
      <Notice kind="info">
        <p>{st("concern.read")}</p>
      </Notice>
      {newest > item.value.revision && (
        <Notice kind="warning">
          <p>{st("concern.newer")}</p>
          <Button icon="refresh" onClick={() => void load()}>
            {st("concern.reload")}
          </Button>
        </Notice>
      )}
      <div class="detail-columns">
        <div class="stack-wide">
          <Texts item={item.value} done={done} />
          <Conversation item={item.value} />
        </div>
        <Facts item={item.value} />
      </div>
      <History item={item.value} />
      <Dock item={item.value} done={done} />
    </article>
  );
}
