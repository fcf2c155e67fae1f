import { subscribe } from "../contacts";
import type { Answer, Http } from "../http";
import { NoConnection, Refused } from "../refused";
import { refusal } from "./reports-answers";
import { follow } from "./reports-follow";
import type { Shelf } from "./reports-shelf";
import type { ReportKept } from "./reports-values";

/** Whether the office sends this phone a sign: by its own last word, never by ours. */
export function isTold({ sign, answer }: Pick<ReportKept, "sign" | "answer">): boolean {
  return sign !== undefined && (answer?.followers ?? []).includes(sign);
}

/** Asks the person, the browser and the office, in that order; resolves once the office has it. */
export async function askForSign(
  shelf: Shelf,
  http: Http,
  id: string,
  language: string,
): Promise<void> {
  const kept = find(shelf, id);
  const pushKey = kept.answer?.pushKey;
  if (!pushKey) throw new Refused(0, "push.failed");
  const subscription = await subscribe(pushKey);
  // The browser's address may be another by now.
  if (isTold(kept)) await http.answer("DELETE", address(kept));
  const sign = shelf.env.newId();
  // Before it goes: an answer that is lost must leave nothing that cannot be turned off.
  await note(shelf, id, { sign, unsigned: false });
  const body = { subscription, language };
  requireTaken(await http.answer("PUT", address({ ...kept, sign }), { body }));
  await readBack(shelf, http, id, true);
}

export async function dropSign(shelf: Shelf, http: Http, id: string): Promise<void> {
  const kept = find(shelf, id);
  if (!isTold(kept)) return;
  await note(shelf, id, { unsigned: true });
  requireTaken(await http.answer("DELETE", address(kept)));
  await readBack(shelf, http, id, false);
}

function find(shelf: Shelf, id: string): ReportKept {
  const kept = shelf.report.value.find((one) => one.id === id);
  if (!kept?.code) throw new Refused(0, "report.unknown");
  return kept;
}

function note(shelf: Shelf, id: string, changes: Pick<ReportKept, "sign" | "unsigned">): Promise<void> {
  return shelf.write(["report"], async (tx) => {
    const now = await tx.objectStore("report").get(id);
    if (now) await tx.objectStore("report").put({ ...now, ...changes });
  });
}

function address({ code, sign }: Pick<ReportKept, "code" | "sign">): string {
  return `/api/public/reports/${code}/followers/${sign}`;
}

/** Our own words, for the server knows two languages. */
function requireTaken(answer: Answer): void {
  if (answer.status === 204) return;
  const code = refusal(answer)?.code;
  const known = code === "report.follower.many" || code === "contact.push.host";
  throw new Refused(answer.status, known ? code : "push.failed");
}

/** A captive portal can say 204 as well. */
async function readBack(shelf: Shelf, http: Http, id: string, wanted: boolean): Promise<void> {
  const stop = await follow(shelf, http, id);
  if (stop?.state === "offline") throw new NoConnection();
  if (isTold(find(shelf, id)) !== wanted) throw new Refused(0, "push.failed");
}
