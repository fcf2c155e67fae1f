import { signal, type Signal } from "@preact/signals";
import { besides, groupOf, NO_FILTER, type Desk, type DeskFilter, type DeskItem, type Group } from "./desk";

/** `left`: no longer matches the filter, but stays in sight for as long as it is open. */
export interface Row {
  item: DeskItem;
  left: boolean;
  group: Group;
}

export interface DeskList {
  filter: Signal<DeskFilter>;
  rows: Signal<Row[]>;
  /** Where the keyboard is. */
  selected: Signal<string | null>;
  /** What the detail shows. */
  opened: Signal<string | null>;
  total: Signal<number | null>;
  cursor: Signal<string | null>;
  loading: Signal<boolean>;
  problem: Signal<unknown>;
  show(filter: DeskFilter): Promise<void>;
  refetch(): Promise<void>;
  loadMore(): Promise<void>;
  select(id: string | null): void;
  open(id: string | null): void;
  put(item: DeskItem): void;
  neighbour(step: 1 | -1): string | null;
}

const PAGE = 50;
const BESIDES = 200;
const ORDER: Group[] = ["danger", "usual", "news"];

/** An answered item leaves "waits for us"; whoever just answered it must not lose their place. */
export function keepHeld(before: Row[], now: DeskItem[], held: (string | null)[]): Row[] {
  const rows = fresh(now);
  before.forEach(({ item, group }, place) => {
    if (!held.includes(item.id) || now.some((other) => other.id === item.id)) return;
    const above = before.slice(0, place).map((row) => row.item.id);
    const below = before.slice(place + 1).map((row) => row.item.id);
    let at = rows.length;
    while (at > 0 && !above.includes(rows[at - 1]!.item.id)) at--;
    if (at === 0) at = Math.max(0, rows.findIndex((row) => below.includes(row.item.id)));
    rows.splice(at, 0, { item, left: true, group });
  });
  return inGroups(rows);
}

function fresh(items: DeskItem[]): Row[] {
  return inGroups(items.map((item) => ({ item, left: false, group: groupOf(item) })));
}

function inGroups(rows: Row[]): Row[] {
  return ORDER.flatMap((group) => rows.filter((row) => row.group === group));
}

export function openDeskList(desk: Pick<Desk, "list">): DeskList {
  const filter = signal<DeskFilter>(NO_FILTER);
  const rows = signal<Row[]>([]);
  const selected = signal<string | null>(null);
  const opened = signal<string | null>(null);
  const total = signal<number | null>(null);
  const cursor = signal<string | null>(null);
  const loading = signal(false);
  const problem = signal<unknown>(null);
  let asked = 0;

  /** Only the latest question may change the screen: answers can overtake each other. */
  const ask = async (wanted: number, keep: boolean) => {
    const mine = ++asked;
    const question = filter.value;
    try {
      const found: DeskItem[] = [];
      let next: string | null = null;
      let count: number | null = null;
      const { danger, news } = besides(question);
      const beside = Promise.all(
        [danger, news].map((one) => (one ? desk.list(one, null, BESIDES) : null)),
      );
      beside.catch(() => {}); // said below, unless the list itself fails first
      do {
        const page = await desk.list(question, next, PAGE);
        if (mine !== asked) return;
        found.push(...page.items);
        count ??= page.total ?? null;
        next = page.cursor;
      } while (next && found.length < wanted);
      const [above, below] = await beside;
      if (mine !== asked) return;
      const first = above?.items ?? [];
      const rest = found.filter((item) => !first.some(({ id }) => id === item.id));
      const all = [...first, ...rest, ...(below?.items ?? [])];
      rows.value = keep ? keepHeld(rows.value, all, [selected.value, opened.value]) : fresh(all);
      cursor.value = next;
      total.value = count;
      problem.value = null;
    } catch (reason) {
      if (mine === asked) problem.value = reason;
    } finally {
      if (mine === asked) loading.value = false;
    }
  };

  /** How many of the list itself are in sight: news stands besides it. */
  const paged = () => rows.value.filter((row) => row.group !== "news" && !row.left).length;

  /** News that keeps coming is gathered: each answer is shown, however busy it gets. */
  let more = false;
  let refetching: Promise<void> | null = null;
  const catchUp = async () => {
    while (more) {
      more = false;
      await ask(Math.max(PAGE, paged()), true);
    }
  };

  const letGo = () => {
    const held = [selected.value, opened.value];
    if (rows.value.some((row) => row.left && !held.includes(row.item.id)))
      rows.value = rows.value.filter((row) => !row.left || held.includes(row.item.id));
  };

  return {
    filter,
    rows,
    selected,
    opened,
    total,
    cursor,
    loading,
    problem,
    show(next) {
      filter.value = next;
      loading.value = true;
      return ask(PAGE, false);
    },
    refetch() {
      more = true;
      return (refetching ??= catchUp().finally(() => (refetching = null)));
    },
    async loadMore() {
      if (cursor.value === null || loading.value) return;
      loading.value = true;
      await ask(paged() + PAGE, true);
    },
    select(id) {
      selected.value = id;
      letGo();
    },
    open(id) {
      opened.value = id;
      if (id) selected.value = id;
      letGo();
    },
    put(item) {
      rows.value = rows.value.map((row) => (row.item.id === item.id ? { ...row, item } : row));
    },
    neighbour(step) {
      const all = rows.value;
      if (all.length === 0) return null;
      const here = all.findIndex((row) => row.item.id === selected.value);
      if (here < 0) return all[step > 0 ? 0 : all.length - 1]!.item.id;
      return all[Math.min(all.length - 1, Math.max(0, here + step))]!.item.id;
    },
  };
}
