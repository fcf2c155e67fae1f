import type { Environment } from "../environment";

/** Where the turn is written down when the browser has no locks. */
export interface Notebook {
  write<T>(stores: ["meta"], work: (tx: Page) => Promise<T>): Promise<T>;
}

interface Page {
  objectStore(name: "meta"): {
    get(key: string): Promise<unknown>;
    put(value: unknown, key: string): Promise<unknown>;
    delete(key: string): Promise<void>;
  };
}

/** Longer than the longest request, so that a live holder never loses its turn. */
const lease = 150_000;

/** One tab at a time. Answers false, without working, when another tab has its turn. */
export async function exclusively(
  env: Environment,
  notebook: Notebook,
  name: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const { locks } = env;
  if (locks) {
    await locks.request(name, work);
    return true;
  }
  const owner = env.newId();
  if (!(await hold(env, notebook, owner))) return false;
  const beat = () => {
    void hold(env, notebook, owner);
    cancel = env.schedule(beat, lease / 3);
  };
  let cancel = env.schedule(beat, lease / 3);
  try {
    await work();
    return true;
  } finally {
    cancel();
    await notebook.write(["meta"], async (tx) => {
      const row = (await tx.objectStore("meta").get("lease")) as Lease | undefined;
      if (row?.owner === owner) await tx.objectStore("meta").delete("lease");
    });
  }
}

interface Lease {
  owner: string;
  until: number;
}

function hold(env: Environment, notebook: Notebook, owner: string): Promise<boolean> {
  const now = env.now();
  return notebook.write(["meta"], async (tx) => {
    const row = (await tx.objectStore("meta").get("lease")) as Lease | undefined;
    // A clock that was set back must not keep everybody waiting.
    const busy = row && row.owner !== owner && row.until > now && row.until <= now + lease;
    if (busy) return false;
    await tx.objectStore("meta").put({ owner, until: now + lease }, "lease");
    return true;
  });
}
