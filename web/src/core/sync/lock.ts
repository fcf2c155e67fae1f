import type { Phone } from "../phone";

/** Longer than the longest request, so that a live holder never loses its turn. */
const lease = 150_000;

/** One tab at a time. Answers false, without working, when another tab has its turn. */
export async function exclusively(phone: Phone, work: () => Promise<void>): Promise<boolean> {
  const { locks } = phone.env;
  if (locks) {
    await locks.request(`buurtronde-sync-${phone.account.value?.id ?? ""}`, work);
    return true;
  }
  const owner = phone.env.newId();
  if (!(await hold(phone, owner))) return false;
  const beat = () => {
    void hold(phone, owner);
    cancel = phone.env.schedule(beat, lease / 3);
  };
  let cancel = phone.env.schedule(beat, lease / 3);
  try {
    await work();
    return true;
  } finally {
    cancel();
    await phone.shared.write(["meta"], async (tx) => {
      const row = (await tx.objectStore("meta").get("lease")) as Lease | undefined;
      if (row?.owner === owner) await tx.objectStore("meta").delete("lease");
    });
  }
}

interface Lease {
  owner: string;
  until: number;
}

function hold(phone: Phone, owner: string): Promise<boolean> {
  const now = phone.env.now();
  return phone.shared.write(["meta"], async (tx) => {
    const row = (await tx.objectStore("meta").get("lease")) as Lease | undefined;
    // A clock that was set back must not keep everybody waiting.
    const busy = row && row.owner !== owner && row.until > now && row.until <= now + lease;
    if (busy) return false;
    await tx.objectStore("meta").put({ owner, until: now + lease }, "lease");
    return true;
  });
}
