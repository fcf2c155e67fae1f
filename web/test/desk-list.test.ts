import { describe, expect, it } from "vitest";
import { besides, groupOf, NO_FILTER, type DeskFilter, type DeskItem, type DeskPage } from "../src/core/desk";
import { keepHeld, openDeskList } from "../src/core/desk-list";

const ALL: DeskFilter = { ...NO_FILTER, view: "all" };
const item = (id: string, text = id) => ({ id, text }) as DeskItem;
const ids = (rows: { item: DeskItem }[]) => rows.map((row) => row.item.id).join(" ");
const rowsOf = (text: string) =>
  text.split(" ").map((id) => ({ item: item(id), left: false, group: "usual" as const }));
const itemsOf = (text: string) => text.split(" ").filter(Boolean).map((id) => item(id));

/** A small server: a list of ids, pages of two. */
function office(start: string) {
  const world = { ids: start, fails: null as Error | null };
  const list = async (_: DeskFilter, cursor: string | null): Promise<DeskPage> => {
    if (world.fails) throw world.fails;
    const all = itemsOf(world.ids);
    const from = Number(cursor ?? 0);
    const next = from + 2 < all.length ? String(from + 2) : null;
    return { items: all.slice(from, from + 2), cursor: next, total: all.length };
  };
  return { world, list: openDeskList({ list }) };
}

describe("a list that changes while somebody works in it", () => {
  it("keeps the open item at its place when it no longer matches", () => {
    expect(ids(keepHeld(rowsOf("d c b a"), itemsOf("e d b a"), ["c"]))).toBe("e d c b a");
    expect(ids(keepHeld(rowsOf("d c b"), itemsOf("e c b"), ["d"]))).toBe("e d c b");
    expect(ids(keepHeld(rowsOf("a"), [], ["a"]))).toBe("a");
  });

  it("lets go of it once neither the keyboard nor the detail is there", async () => {
    const { world, list } = office("c b a");
    await list.show(ALL);
    await list.loadMore();
    list.open("b");
    world.ids = "c a";
    await list.refetch();
    expect(ids(list.rows.value)).toBe("c b a");
    expect(list.rows.value[1]!.left).toBe(true);
    list.select("a");
    expect(ids(list.rows.value)).toBe("c b a");
    list.open("a");
    expect(ids(list.rows.value)).toBe("c a");
  });

  it("keeps the selection and every loaded page over a refetch", async () => {
    const { world, list } = office("f e d c b a");
    await list.show(ALL);
    list.cursor.value = "2";
    list.rows.value = rowsOf("f e d c b a");
    list.select("b");
    world.ids = "g f e d c b a";
    await list.refetch();
    expect(ids(list.rows.value)).toBe("g f e d c b a");
    expect(list.selected.value).toBe("b");
  });

  it("moves one at a time and stops at both ends", async () => {
    const { list } = office("b a");
    await list.show(ALL);
    expect(list.neighbour(1)).toBe("b");
    list.select("b");
    expect(list.neighbour(-1)).toBe("b");
    expect(list.neighbour(1)).toBe("a");
    list.select("a");
    expect(list.neighbour(1)).toBe("a");
  });

  it("keeps what was there when the line drops, and says so", async () => {
    const { world, list } = office("b a");
    await list.show(ALL);
    world.fails = new Error("weg");
    await list.refetch();
    expect(ids(list.rows.value)).toBe("b a");
    expect(list.problem.value).toBe(world.fails);
    world.fails = null;
    await list.refetch();
    expect(list.problem.value).toBe(null);
  });

  it("ignores an answer that was overtaken by a later question", async () => {
    const waiting: ((page: DeskPage) => void)[] = [];
    const list = openDeskList({ list: () => new Promise((resolve) => waiting.push(resolve)) });
    const first = list.show({ ...ALL, q: "la" });
    const second = list.show({ ...ALL, q: "lamp" });
    waiting[1]!({ items: [item("lamp")], cursor: null });
    waiting[0]!({ items: [item("la")], cursor: null });
    await Promise.all([first, second]);
    expect(ids(list.rows.value)).toBe("lamp");
    expect(list.loading.value).toBe(false);
  });
});

describe("a list with more news than it can ask for", () => {
  it("shows each answer, and asks once more for all that came meanwhile", async () => {
    const waiting: ((page: DeskPage) => void)[] = [];
    const list = openDeskList({ list: () => new Promise((resolve) => waiting.push(resolve)) });
    const shown = list.show(ALL);
    waiting[0]!({ items: [item("a")], cursor: null });
    await shown;

    const first = list.refetch();
    list.refetch();
    const last = list.refetch();
    expect(waiting.length).toBe(2);
    waiting[1]!({ items: [item("b")], cursor: null });
    await expect.poll(() => waiting.length).toBe(3);
    expect(ids(list.rows.value)).toBe("b");
    waiting[2]!({ items: [item("c")], cursor: null });
    await Promise.all([first, last]);
    expect(ids(list.rows.value)).toBe("c");
    expect(waiting.length).toBe(3);
  });
});

describe("what stands in groups of its own", () => {
  const danger = { id: "danger", urgency: "now", awaits: "office", state: "new" } as DeskItem;
  const news = { id: "news", urgency: "now", awaits: "office", state: "closed" } as DeskItem;
  const usual = { id: "usual", urgency: "soon", awaits: "office", state: "new" } as DeskItem;

  it("is danger that waits for us, and a word after the end", () => {
    expect([danger, news, usual].map(groupOf)).toEqual(["danger", "news", "usual"]);
    expect(groupOf({ ...danger, awaits: "nobody" })).toBe("usual");
  });

  it("is asked for apart, unless the filter itself says which urgency or state", () => {
    expect(besides(NO_FILTER)).toMatchObject({ danger: { urgency: "now" }, news: { state: "closed" } });
    expect(besides(ALL)).toEqual({ danger: null, news: null });
    expect(besides({ ...NO_FILTER, urgency: "soon" }).danger).toBeNull();
  });

  it("stands above and below the list, once, and is not counted as a page of it", async () => {
    const asked: DeskFilter[] = [];
    const list = openDeskList({
      list: async (filter, cursor) => {
        asked.push(filter);
        const found =
          filter.urgency === "now" ? [danger] : filter.state === "closed" ? [news] : [usual, danger];
        return { items: found, cursor, total: found.length };
      },
    });
    await list.show(NO_FILTER);
    expect(ids(list.rows.value)).toBe("danger usual news");
    expect(list.total.value).toBe(2);
    expect(asked.length).toBe(3);
  });

  it("keeps an answered danger among the dangers for as long as it is open", async () => {
    let left = [danger];
    const list = openDeskList({
      list: async (filter) => ({
        items: filter.urgency === "now" ? left : filter.state ? [] : [usual],
        cursor: null,
      }),
    });
    await list.show(NO_FILTER);
    list.open("danger");
    left = [];
    await list.refetch();
    expect(list.rows.value.map(({ item, group }) => `${item.id} ${group}`)).toEqual([
      "danger danger",
      "usual usual",
    ]);
  });
});
