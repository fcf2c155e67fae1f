import { useId } from "preact/hooks";
import {
  isNarrowed,
  isNews,
  writeFilter,
  type DeskFilter,
  type DeskItem,
  type Group,
} from "../../core/desk";
import { moment } from "../../core/messages/moment";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Icon } from "../../ui/icon";
import { Notice } from "../../ui/notice";
import { EmptyState, Loading } from "../../ui/state";
import { announce } from "../../ui/live";
import { sentence, useTask } from "../task";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";
import {
  authorOf,
  authorWithin,
  categoryOf,
  kindIcon,
  kindWord,
  placeLine,
  stateWord,
  STATE_ICON,
} from "./words";

export function DeskRows({ change }: { change: (part: Partial<DeskFilter>) => void }) {
  const office = useOffice();
  const { list } = office;
  const rows = list.rows.value;
  const problem = list.problem.value;
  if (rows.length === 0 && list.loading.value) return <Loading label={st("staff.loading")} />;
  return (
    <>
      {problem !== null && !office.offline.value && (
        <Notice kind="error">
          <p>{sentence(problem)}</p>
          <Button icon="refresh" onClick={() => void list.refetch()}>
            {st("staff.again")}
          </Button>
        </Notice>
      )}
      {rows.length === 0 && problem === null && <Empty filter={list.filter.value} change={change} />}
      <GroupOfRows group="danger" />
      <GroupOfRows group="usual" />
      {list.cursor.value !== null && (
        <Button wide busy={list.loading.value} onClick={() => void list.loadMore()}>
          {st("desk.more")}
        </Button>
      )}
      <GroupOfRows group="news" />
    </>
  );
}

/** Danger above all else, and below it what only has to be read. */
function GroupOfRows({ group }: { group: Group }) {
  const { list } = useOffice();
  const title = useId();
  const rows = list.rows.value.filter((row) => row.group === group);
  if (rows.length === 0) return null;
  const alone = rows.length === list.rows.value.length && group === "usual";
  return (
    <section class={`desk-group desk-group-${group}`} aria-labelledby={title}>
      <h2 id={title} class={alone ? "unseen" : undefined}>
        {group === "danger" && <Icon name="danger" />}
        {st(`desk.groups.${group}`)}
      </h2>
      <ul class="desk-rows" aria-busy={list.loading.value}>
        {rows.map((row) => (
          <DeskRow
            key={row.item.id}
            item={row.item}
            left={row.left}
            opened={list.opened.value === row.item.id}
            href={`/desk/${row.item.id}${writeFilter(list.filter.value)}`}
          />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  item: DeskItem;
  left: boolean;
  opened: boolean;
  href: string;
}

function DeskRow({ item, left, opened, href }: RowProps) {
  const office = useOffice();
  const category = categoryOf(office, item);
  const place = placeLine(office, item);
  const text = isNews(item) ? item.messages.at(-1)?.text : item.text;
  return (
    <li>
      <a
        class={left ? "desk-row desk-row-left" : "desk-row"}
        href={href}
        data-id={item.id}
        aria-current={opened ? "true" : undefined}
        onFocus={() => office.list.select(item.id)}
      >
        <Icon name={category.icon} />
        <span class="desk-row-body">
          <span class="desk-row-head">
            <strong dir="auto">{category.label}</strong>
            <time dateTime={item.observedAt}>{moment(item.observedAt)}</time>
          </span>
          {text && (
            <span class="desk-row-text" dir="auto" lang={isNews(item) ? undefined : item.language}>
              {text}
            </span>
          )}
          <span class="desk-row-meta">
            {place !== null && (
              <>
                <bdi>{place}</bdi>
                {" · "}
              </>
            )}
            <bdi>{authorOf(item)}</bdi>
          </span>
          <span class="desk-row-chips">
            {item.source === "report" && item.category && (
              <Chip icon={kindIcon(item)} look="edged">
                {kindWord(item)}
              </Chip>
            )}
            {item.urgency === "now" && (
              <Chip icon="danger" look="lit">
                {st("desk.urgencies.now")}
              </Chip>
            )}
            {item.urgency === "soon" && <Chip icon="waiting">{st("desk.urgencies.soon")}</Chip>}
            <Chip icon={STATE_ICON[item.state] ?? "info"}>{stateWord(item.state)}</Chip>
            {item.awaits === "office" && item.messages.at(-1)?.kind === "reply" && (
              <Chip icon="message" look="lit">
                {st("desk.wroteBack")}
              </Chip>
            )}
            {item.wantsHelp && <Chip icon="help">{st("desk.helpWanted")}</Chip>}
            {item.photos.length > 0 && (
              <Chip icon="photo">
                <span aria-hidden="true">{item.photos.length}</span>
                <span class="unseen">{st("desk.photos", { count: item.photos.length })}</span>
              </Chip>
            )}
            {left && <Chip icon="info">{st("desk.left")}</Chip>}
          </span>
        </span>
      </a>
      {isNews(item) && !left && <Seen item={item} about={category.label} />}
    </li>
  );
}

/** One tap, without opening it: it asks for nothing else. */
function Seen({ item, about }: { item: DeskItem; about: string }) {
  const office = useOffice();
  const task = useTask();
  const seen = () =>
    task.run(async () => {
      await office.desk.acknowledge(item);
      announce(st("desk.sent.seen"));
      await office.list.refetch();
    });
  return (
    <div class="desk-row-seen">
      <Button
        icon="eye"
        busy={task.busy}
        label={st("desk.seenName", { name: authorWithin(item), category: about })}
        onClick={() => void seen()}
      >
        {st("desk.actions.acknowledge")}
      </Button>
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
    </div>
  );
}

function Empty(props: { filter: DeskFilter; change: (part: Partial<DeskFilter>) => void }) {
  const { filter, change } = props;
  if (!isNarrowed(filter) && filter.view === "waiting") {
    return (
      <EmptyState icon="check" title={st("desk.emptyWaiting")}>
        <p>{st("desk.emptyWaitingText")}</p>
        <Button onClick={() => change({ view: "open" })}>{st("desk.showOpen")}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="search" title={st("desk.emptyOther")}>
      <p>{st("desk.emptyOtherText")}</p>
      {filter.view !== "all" && (
        <Button onClick={() => change({ view: "all" })}>{st("desk.searchAll")}</Button>
      )}
    </EmptyState>
  );
}
