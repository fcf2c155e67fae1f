import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { changeFilter, readFilter, writeFilter, type DeskFilter } from "../../core/desk";
import { match, navigate, replaceQuery, route } from "../../router";
import { EmptyState } from "../../ui/state";
import { Frame } from "../staff/frame";
import { useNews, useOffice } from "../staff/office";
import { st } from "../staff/words";
import { Detail } from "./detail";
import { FilterBar } from "./filter-bar";
import { KeyHelp, useDeskKeys } from "./keys";
import { DeskRows } from "./rows";
import "./desk.css";

/** List and detail side by side; on a narrow screen one at a time. */
export default function DeskPage() {
  const office = useOffice();
  const { list } = office;
  const help = useSignal(false);
  const query = route.value.query.toString();
  const id = match("/desk/:id", route.value.path)?.["id"] ?? null;

  useEffect(() => {
    const wanted = readFilter(query);
    const same = writeFilter(wanted) === writeFilter(list.filter.value);
    void (same && list.rows.value.length > 0 ? list.refetch() : list.show(wanted));
  }, [list, query]);
  useNews(office, () => (office.news.value > 0 ? list.refetch() : Promise.resolve()));
  useEffect(() => list.open(id), [list, id]);
  useEffect(() => {
    if (!id) document.title = `${st("desk.title")} – Buurtronde`;
  }, [id]);

  const change = (part: Partial<DeskFilter>) => {
    const next = changeFilter(readFilter(query), part);
    replaceQuery(new URLSearchParams(writeFilter(next)));
  };
  const open = (item: string | null) =>
    navigate(`/desk${item ? `/${item}` : ""}${writeFilter(list.filter.value)}`);
  useDeskKeys({ list, opened: id, open, help });

  return (
    <Frame>
      <h1 class="unseen">{st("desk.title")}</h1>
      <div class={id ? "desk desk-opened" : "desk"}>
        <section class="desk-list" aria-label={st("desk.list")}>
          <FilterBar filter={readFilter(query)} change={change} help={() => (help.value = true)} />
          <DeskRows change={change} />
        </section>
        <section class="desk-detail" aria-label={st("desk.detail")}>
          {id ? (
            <Detail key={id} id={id} back={() => open(null)} />
          ) : list.rows.value.length === 0 ? null : (
            <EmptyState icon="list" title={st("desk.pick")}>
              <p>{st("desk.pickText")}</p>
            </EmptyState>
          )}
        </section>
      </div>
      <KeyHelp open={help} />
    </Frame>
  );
}
