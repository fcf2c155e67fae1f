import { describe, expect, it } from "vitest";
import { NO_FILTER, type DeskFilter, type DeskItem, type DeskPage } from "../src/core/desk";
import { keepHeld, openDeskList } from "../src/core/desk-list";

const item = (id: string, text = id) => ({ id, text }) as DeskItem;
const ids = (rows: { item: DeskItem }[]) => rows.map((row) => row.item.id).join(" ");
const rowsOf = (text: string) => text.split(" ").map((id) => ({ item: item(id), left: false }));
const itemsOf = (text: string) => text.split(" ").filter(Boolean).map((id) => item(id));

/** A small server: a list of ids, pages of two. */
function office(start: string) {
  const world = { ids: start, fails: null as Error | null };
  const list = async (_: DeskFilter, cursor: string | null): Promise<DeskPage> => {
    if (world.fails) throw world.fails;
    const all = itemsOf(world.ids);
    const from = Number(cursor ?? 0);
    const next = from + 2 < all.length ? String(from + 2) : null;
    return { observations: all.slice(from, from + 2), cursor: next, total: all.length };
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
    await list.show(NO_FILTER);
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
    await list.show(NO_FILTER);
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
    await list.show(NO_FILTER);
    expect(list.neighbour(1)).toBe("b");
    list.select("b");
    expect(list.neighbour(-1)).toBe("b");
    expect(list.neighbour(1)).toBe("a");
    list.select("a");
    expect(list.neighbour(1)).toBe("a");
  });

  it("keeps what was there when the line drops, and says so", async () => {
    const { world, list } = office("b a");
    await list.show(NO_FILTER);
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
    const first = list.show({ ...NO_FILTER, q: "la" });
    const second = list.show({ ...NO_FILTER, q: "lamp" });
    waiting[1]!({ observations: [item("lamp")], cursor: null });
    waiting[0]!({ observations: [item("la")], cursor: null });
    await Promise.all([first, second]);
    expect(ids(list.rows.value)).toBe("lamp");
    expect(list.loading.value).toBe(false);
  });
});
