import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { isNews, type DeskItem } from "../../core/desk";
import { moment } from "../../core/messages/moment";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Icon } from "../../ui/icon";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { EmptyState, Loading } from "../../ui/state";
import { sentence } from "../task";
import { useNews, useOffice } from "../staff/office";
import { fullTime, known, st } from "../staff/words";
import { Conversation } from "./conversation";
import { Dock } from "./dock";
import { Facts } from "./facts";
import { History } from "./history";
import { MergeForm } from "./merge-form";
import { Photos } from "./photos";
import {
  authorOf,
  categoryOf,
  kindIcon,
  kindWord,
  stateWord,
  STATE_ICON,
  URGENCY_ICON,
} from "./words";

/** One observation. What is on screen stays there while the newest is fetched. */
export function Detail({ id, back }: { id: string; back: () => void }) {
  const office = useOffice();
  const { list } = office;
  const item = useSignal<DeskItem | null>(
    list.rows.value.find((row) => row.item.id === id)?.item ?? null,
  );
  const problem = useSignal<unknown>(null);
  const load = async () => {
    try {
      item.value = await office.desk.find(id);
      problem.value = null;
      list.put(item.value);
    } catch (reason) {
      problem.value = reason;
    }
  };
  useNews(office, load, id);

  const done = async (said: string) => {
    announce(said);
    await Promise.all([load(), list.refetch()]);
  };
  const toList = (
    <Button kind="quiet" icon="back" onClick={back}>
      {st("desk.toList")}
    </Button>
  );
  // 400: what stands in the address is not even the shape of one.
  if ([400, 404].includes((problem.value as { status?: number } | null)?.status ?? 0)) {
    return (
      <EmptyState icon="search" title={st("desk.missing")}>
        <p>{st("desk.missingText")}</p>
        {toList}
      </EmptyState>
    );
  }
  const failed = problem.value !== null && !office.offline.value && !office.expired.value && (
    <Notice kind="error">
      <p>{sentence(problem.value)}</p>
      <Button icon="refresh" onClick={() => void load()}>
        {st("staff.again")}
      </Button>
    </Notice>
  );
  if (!item.value && problem.value !== null && !failed) {
    return (
      <EmptyState icon="offline" title={st("desk.notHere")}>
        <p>{st("desk.notHereText")}</p>
        {toList}
      </EmptyState>
    );
  }
  if (!item.value) return failed || <Loading label={st("staff.loading")} />;
  return (
    <article class="detail">
      <div class="detail-back">{toList}</div>
      <Head item={item.value} />
      {failed}
      {item.value.review && (
        <Notice kind="warning">
          <p>{st("desk.review")}</p>
        </Notice>
      )}
      <div class="detail-columns">
        <div class="stack-wide">
          <Photos item={item.value} />
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

export function Head({ item }: { item: DeskItem }) {
  const office = useOffice();
  const title = useRef<HTMLHeadingElement>(null);
  const category = categoryOf(office, item);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    title.current?.closest(".desk-detail")?.scrollTo(0, 0);
  }, [item.id]);
  useEffect(() => {
    document.title = `${category.label} – ${st("desk.title")}`;
  }, [category.label]);
  return (
    <header class="detail-head">
      <h2 ref={title} tabIndex={-1}>
        <Icon name={category.icon} large />
        <span dir="auto">{category.label}</span>
      </h2>
      <p class="detail-chips">
        {item.source !== "observation" && item.category && (
          <Chip icon={kindIcon(item)}>{kindWord(item)}</Chip>
        )}
        <Chip icon={STATE_ICON[item.state] ?? "info"} look="edged">
          {stateWord(item.state)}
        </Chip>
        {(item.source !== "concern" || item.urgency !== "later") && (
          <Chip
            icon={URGENCY_ICON[item.urgency] ?? "info"}
            look={item.urgency === "now" ? "lit" : "bare"}
          >
            {known("desk.urgencies", item.urgency)}
          </Chip>
        )}
        {item.outcome && <Chip icon="check">{known("desk.outcomes", item.outcome)}</Chip>}
        {item.state !== "closed" && item.awaits === "office" && (
          <Chip icon="office">{st("desk.awaits.office")}</Chip>
        )}
        {isNews(item) && (
          <Chip icon="message" look="lit">
            {st("desk.wroteBack")}
          </Chip>
        )}
        {(item.awaits === "volunteer" || item.awaits === "tenant") && (
          <Chip icon="user">{st(`desk.awaits.${item.awaits}`)}</Chip>
        )}
      </p>
      <p class="soft">
        <bdi>{authorOf(item)}</bdi>
        {" · "}
        <time dateTime={item.observedAt} title={fullTime(item.observedAt)}>
          {moment(item.observedAt)}
        </time>
      </p>
    </header>
  );
}

export function Texts({ item, done }: { item: DeskItem; done: (said: string) => Promise<void> }) {
  if (item.otherTexts.length > 0) return <MergeForm item={item} done={done} />;
  if (!item.text) return <p class="soft">{st("desk.noText")}</p>;
  return (
    <p class="detail-text kept" dir="auto" lang={item.language}>
      {item.text}
    </p>
  );
}
