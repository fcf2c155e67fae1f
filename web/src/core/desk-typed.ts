export type Mode = "answer" | "question" | "closure" | "reopening";

/** What somebody is typing at one item. It outlives live updates, other items and a reload. */
export interface Typed {
  mode: Mode | null;
  text: string;
  outcome: string;
  merge: string | null;
  attempt?: { mode: Mode; text: string; id: string };
}

export type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export interface TypedTexts {
  read(item: string): Typed;
  change(item: string, change: Partial<Typed>): Typed;
  messageId(item: string, newId: () => string): string;
  clear(item: string): void;
}

export const NOTHING_TYPED: Typed = { mode: null, text: "", outcome: "", merge: null };

const PREFIX = "buurtronde.typed.";

export function openTyped(storage: Kept | null, account: string): TypedTexts {
  const memory = new Map<string, Typed>();
  const keyOf = (item: string) => `${PREFIX}${account}.${item}`;
  forgetOthers(storage, account);

  const read = (item: string): Typed => {
    const known = memory.get(item);
    if (known) return known;
    const kept = quietly(() => JSON.parse(storage?.getItem(keyOf(item)) ?? "{}") as Partial<Typed>);
    const typed = { ...NOTHING_TYPED, ...kept };
    memory.set(item, typed);
    return typed;
  };
  const keep = (item: string, typed: Typed) => {
    memory.set(item, typed);
    quietly(() => storage?.setItem(keyOf(item), JSON.stringify(typed)));
    return typed;
  };
  return {
    read,
    change: (item, change) => keep(item, { ...read(item), ...change }),
    /** The same words sent again are the same message; other words are another one. */
    messageId(item, newId) {
      const typed = read(item);
      const { mode, text, attempt } = typed;
      if (attempt && attempt.mode === mode && attempt.text === text) return attempt.id;
      const id = newId();
      keep(item, { ...typed, attempt: { mode: mode ?? "answer", text, id } });
      return id;
    },
    clear(item) {
      memory.delete(item);
      quietly(() => storage?.removeItem(keyOf(item)));
    },
  };
}

function forgetOthers(storage: Kept | null, account: string) {
  quietly(() => {
    for (let i = (storage?.length ?? 0) - 1; i >= 0; i--) {
      const key = storage!.key(i) ?? "";
      if (key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${account}.`)) storage!.removeItem(key);
    }
  });
}

/** A browser may forbid or fill its storage; then memory is all there is. */
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
