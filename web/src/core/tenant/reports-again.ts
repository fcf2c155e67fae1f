import { erasure, type ArrivedReply, type ReportAnswer, type ReportKept } from "./reports-values";
import { silence } from "./reports-silence";
import type { TenantTx } from "./store";

const week = 7 * 24 * 3_600_000;

/** What arrived this recently may be newer than the copy that the office puts back. */
export function isRecent(at: number | null, now: number): boolean {
  return now - (at ?? -Infinity) < week;
}

/** It arrived while the clock of this phone was ahead: that is before now, and its week begins. */
export function dated(reply: ArrivedReply, now: number, asked: number): ArrivedReply {
  return reply.at > now ? { ...reply, at: asked } : reply;
}

export function withReply({ replied = [] }: ReportKept, reply: ArrivedReply): ArrivedReply[] {
  return [...replied.filter(({ id }) => id !== reply.id), reply];
}

/** Replies that the answer, asked for after they had arrived, does not show; what was undone of the rest. */
export async function queueAgain(
  tx: TenantTx,
  kept: ReportKept,
  answer: ReportAnswer,
  asked: number,
): Promise<void> {
  const outbox = tx.objectStore("outbox");
  const shown = new Set(answer.messages.map(({ id }) => id));
  for (const { id, text, at } of kept.replied ?? []) {
    if (shown.has(id) || at > asked || (await outbox.get(id))) continue;
    const row = { id, report: kept.id, what: "reply" as const, text };
    await outbox.put({ ...row, at, tries: 1, refusal: null });
  }
  if (kept.unsigned && answer.followers?.includes(kept.sign ?? "")) await silence(tx, kept, asked);
  if (!kept.erased || !answer.hasContact) return;
  const row = erasure(kept.id, asked);
  if (!(await outbox.get(row.id))) await outbox.put(row);
}

export async function uploadAgain(tx: TenantTx, photos: string[]): Promise<void> {
  for (const sha256 of photos) {
    const sent = await tx.objectStore("upload").get(sha256);
    if (sent?.state === "sent" && (await tx.objectStore("photo").getKey(sha256))) {
      await tx.objectStore("upload").put({ ...sent, state: "waiting", sentAt: null });
    }
  }
}
