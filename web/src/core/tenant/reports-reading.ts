import type { Environment } from "../environment";

const before = "buurtronde-reading-";

/** Tells the other tabs that this report is looked at here; what it answers ends that. */
export function hold(env: Environment, id: string): () => Promise<void> {
  let release = () => {};
  const over = new Promise<void>((resolve) => (release = resolve));
  const held = env.locks?.request(before + id, { mode: "shared" }, () => over).catch(() => {});
  return async () => {
    release();
    await held;
  };
}

/** Reports that a tab has open; one that was closed or killed has let go. */
export async function readNow({ locks }: Environment): Promise<Set<string>> {
  const { held = [] } = (await locks?.query().catch(() => null)) ?? {};
  const names = held.flatMap(({ name }) => name ?? []).filter((name) => name.startsWith(before));
  return new Set(names.map((name) => name.slice(before.length)));
}
