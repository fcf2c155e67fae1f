import { isNarrowed, writeFilter, type DeskFilter, type DeskItem } from "../../core/desk";
import { moment } from "../../core/messages/moment";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Icon } from "../../ui/icon";
import { Notice } from "../../ui/notice";
import { EmptyState, Loading } from "../../ui/state";
import { sentence } from "../task";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";
import { categoryOf, placeLine, stateWord, STATE_ICON } from "./words";

export function DeskRows({ change }: { change: (part: Partial<DeskFilter>) => void }) {
  const office = useOffice();
  const { list } = office;
  const rows = list.rows.value;
  const filter = list.filter.value;
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
      {rows.length === 0 && problem === null && <Empty filter={filter} change={change} />}
      <ul class="desk-rows" aria-label={st("desk.list")} aria-busy={list.loading.value}>
        {rows.map(({ item, left }) => (
          <DeskRow
            key={item.id}
            item={item}
            left={left}
            opened={list.opened.value === item.id}
            href={`/desk/${item.id}${writeFilter(filter)}`}
          />
        ))}
      </ul>
      {list.cursor.value !== null && (
        <Button wide busy={list.loading.value} onClick={() => void list.loadMore()}>
          {st("desk.more")}
        </Button>
      )}
    </>
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
          {item.text && (
            <span class="desk-row-text" dir="auto">
              {item.text}
            </span>
          )}
          <span class="desk-row-meta">
            {place !== null && (
              <>
                <bdi>{place}</bdi>
                {" · "}
              </>
            )}
            <bdi>{item.author.fullName}</bdi>
          </span>
          <span class="desk-row-chips">
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
    </li>
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
