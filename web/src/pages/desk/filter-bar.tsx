import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { DeskFilter, View } from "../../core/desk";
import { Button } from "../../ui/button";
import { Select } from "../../ui/field";
import { Icon } from "../../ui/icon";
import { useOffice } from "../staff/office";
import { st, type StaffKey } from "../staff/words";

const VIEWS: View[] = ["waiting", "asked", "open", "all"];
const STATES = ["new", "acknowledged", "asked", "answered", "closed", "withdrawn"];
const KINDS = ["observation", "report", "job", "idea", "volunteer"];
const URGENCIES = ["now", "soon", "later"];
const DEBOUNCE = 300;

interface Props {
  filter: DeskFilter;
  change: (part: Partial<DeskFilter>) => void;
  help: () => void;
}

export function FilterBar({ filter, change, help }: Props) {
  const chosen = [
    filter.district,
    filter.complex,
    filter.kind,
    filter.category,
    filter.state,
    filter.urgency,
  ];
  const count = chosen.filter(Boolean).length;
  const unfolded = useSignal(count > 0);
  const panel = useId();
  const { list } = useOffice();
  const total = list.total.value;
  const shown = list.rows.value.filter((row) => row.group !== "news" && !row.left).length;
  return (
    <div class="filters">
      <div class="segments" role="group" aria-label={st("desk.views.label")}>
        {VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={filter.view === view ? "true" : "false"}
            onClick={() => change({ view })}
          >
            {st(`desk.views.${view}`)}
          </button>
        ))}
      </div>
      <div class="filters-line">
        <SearchBox value={filter.q} onChange={(q) => change({ q })} />
        <button
          class="button"
          type="button"
          aria-expanded={unfolded.value ? "true" : "false"}
          aria-controls={panel}
          onClick={() => (unfolded.value = !unfolded.value)}
        >
          <Icon name="filter" />
          <span>{count ? st("desk.filtersActive", { count }) : st("desk.filters")}</span>
        </button>
      </div>
      <div id={panel} hidden={!unfolded.value} class="filters-panel">
        <Selects filter={filter} change={change} />
        {count > 0 && (
          <Button kind="quiet" icon="close" onClick={() => change(NOTHING)}>
            {st("desk.clear")}
          </Button>
        )}
      </div>
      <div class="filters-foot">
        <p role="status">{total ? counted(shown, total) : ""}</p>
        <button class="button button-quiet" type="button" onClick={help}>
          {st("desk.keys.title")}
        </button>
      </div>
    </div>
  );
}

function counted(shown: number, total: number): string {
  if (shown >= total) return st("desk.total", { count: total });
  return st("desk.part", { shown, count: total });
}

const NOTHING = {
  district: "",
  complex: "",
  kind: "",
  category: "",
  state: "",
  urgency: "",
  q: "",
};

function Selects({ filter, change }: Pick<Props, "filter" | "change">) {
  const office = useOffice();
  const every = { value: "", label: st("desk.every") };
  const complexes = office.complexes.value.filter(
    (complex) => !filter.district || complex.district === filter.district,
  );
  const words = (list: string, codes: string[]) =>
    codes.map((code) => ({ value: code, label: st(`desk.${list}.${code}` as StaffKey) }));
  const named = (all: { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  const categories = office.categories.value.map(({ key, label }) => ({ value: key, label }));
  const options = {
    district: named(office.districts.value),
    complex: named(complexes),
    kind: words("kinds", KINDS),
    category: categories,
    state: words("states", STATES),
    urgency: words("urgencies", URGENCIES),
  };
  return (
    <>
      {(Object.keys(options) as (keyof typeof options)[]).map((field) => (
        <Select
          key={field}
          label={st(`desk.${field}`)}
          value={filter[field]}
          options={[every, ...options[field]]}
          onChange={(value) => change({ [field]: value })}
        />
      ))}
    </>
  );
}

/** Waits until somebody stops typing; the address bar may still change it from outside. */
function SearchBox(props: { value: string; onChange: (text: string) => void }) {
  const text = useSignal(props.value);
  const sent = useRef(props.value);
  const { onChange } = props;
  useEffect(() => {
    if (props.value !== sent.current) text.value = props.value;
    sent.current = props.value;
  }, [props.value]);
  useEffect(() => {
    const wanted = text.value.trim();
    if (wanted === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = wanted;
      onChange(wanted);
    }, DEBOUNCE);
    return () => clearTimeout(timer);
  }, [text.value]);
  return (
    <div class="search">
      <Icon name="search" />
      <input
        class="input"
        type="search"
        id="desk-search"
        dir="auto"
        aria-label={st("desk.search")}
        placeholder={st("desk.search")}
        autocomplete="off"
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
    </div>
  );
}
