import type { Reply, Sent } from "./http";
import { isPhoto, type Line } from "./line";
import type { World } from "./world";

/** A way to do less than the protocol asks. With it the property test must turn red. */
export interface Shortcut {
  name: string;
  /** What the core would read instead: file, text that is there, text in its place. */
  core?: { file: string; from: string; to: string }[];
  /** What a careless server would do, on the line before the real one. */
  real?(world: World, line: Line, sent: Sent, asked: Sent): Promise<Reply> | undefined;
}

const push = "/api/sync/push";

export const shortcuts: Shortcut[] = [
  {
    name: "an item is removed before it is confirmed",
    core: [
      {
        file: "core/sync/push.ts",
        from: "    const answer = await send(phone, http, batch);",
        to: `    await phone.write(queue, async (tx) => {
      for (const row of batch) await tx.objectStore("outbox").delete(row.n);
    });
    const answer = await send(phone, http, batch);`,
      },
      {
        file: "core/sync/outbox.ts",
        from: `    if (!row || (await tx.objectStore("outbox").get(row.n))?.id !== id) continue;`,
        to: "    if (!row) continue;",
      },
    ],
  },
  {
    name: "any 200 counts as an answer",
    core: [
      {
        file: "core/sync/push.ts",
        from: "    const good = pushed(answer);",
        to: `    const good = answer.status === 200 ? (pushed(answer) ?? {
      epoch: phone.meta.value.epoch ?? "", serverTime: "", durableThrough: 0, missingPhotos: [],
      results: batch.map(({ n, id }) => ({ n, id, status: "applied" as const, revision: 0, reason: null })),
    }) : null;`,
      },
    ],
  },
  {
    name: "items are forgotten once acknowledged",
    core: [
      { file: "core/sync/outbox.ts", from: "row.pulled && row.n <= durable", to: "row.pulled" },
    ],
  },
  {
    name: "the cursor is a time",
    core: [
      // As if the server had looked for what changed after the phone's own "now" of that pull.
      {
        file: "core/sync/pull.ts",
        from: `  await putMeta(tx, "cursor", page.cursor);`,
        to: `  await putMeta(tx, "cursor", later(page.cursor, page.changes.length));`,
      },
      {
        file: "core/sync/pull.ts",
        from: "type Value =",
        to: `function later(cursor: string, changes: number): string {
  const [epoch, revision, ...scope] = atob(cursor.replace(/-/g, "+").replace(/_/g, "/")).split(":");
  const skipped = Number(revision) + (changes > 0 ? 1 : 0);
  return btoa([epoch, skipped, ...scope].join(":")).replace(/=+$/, "");
}

type Value =`,
      },
    ],
  },
  {
    name: "nobody looks at the hash of a photo",
    real(world, line, sent, asked) {
      if (!isPhoto(sent) || sent === asked || !sent.body || !asked.body) return undefined;
      const sha = sent.path.slice("/api/photos/".length);
      const answer = async () => {
        await world.lane.trust(sha, line.token, asked.body!, sent.body!);
        world.ledger.heldPhotos.add(sha);
        return { status: 201, headers: { "content-type": "application/json" }, body: Buffer.from(JSON.stringify({ proto: 1, sha256: sha })) };
      };
      return answer();
    },
  },
  {
    name: "one bad item fails its batch",
    real(_, __, sent) {
      if (sent.path !== push || !/"poison-/.test(Buffer.from(sent.body!).toString())) return undefined;
      const body = Buffer.from(JSON.stringify({ code: "fault" }));
      return Promise.resolve({ status: 500, headers: { "content-type": "application/json" }, body });
    },
  },
];
