import type { Http } from "../http";
import { accepted, refusal, stopped, told, type Stop } from "./reports-answers";
import { withReply } from "./reports-again";
import { withoutContact, type Outgoing, type Refusal } from "./reports-values";
import type { Shelf } from "./reports-shelf";

const root = "/api/public/reports";

type One<W extends Outgoing["what"]> = Extract<Outgoing, { what: W }>;

/** Sends what waits, text ahead of photos; one that is refused holds up nobody but itself. */
export async function send(shelf: Shelf, http: Http, again: boolean): Promise<Stop | null> {
  for (const { id } of shelf.outbox.value) {
    const row = await take(shelf, id, again);
    const stop = row && (await sendOne(shelf, http, row));
    if (stop) return stop;
  }
  return null;
}

/** From here on it may have arrived; what belongs to a report waits until that has. */
function take(shelf: Shelf, id: string, again: boolean): Promise<Outgoing | null> {
  return shelf.write(["outbox", "report"], async (tx) => {
    const row = await tx.objectStore("outbox").get(id);
    if (!row || (row.refusal && !again)) return null;
    const kept = await tx.objectStore("report").get(row.report);
    // Asked again for nothing: a code that is unknown counts as a guess.
    if (row.refusal && kept?.gone) return null;
    const own = await tx.objectStore("outbox").getKey(row.report);
    if (row.what !== "report" && (!kept?.code || own)) return null;
    const taken = { ...row, tries: row.tries + 1 };
    await tx.objectStore("outbox").put(taken);
    return taken;
  });
}

async function sendOne(shelf: Shelf, http: Http, row: Outgoing): Promise<Stop | null> {
  const code = shelf.report.value.find((one) => one.id === row.report)?.code ?? null;
  shelf.sending.value = new Set([row.id]);
  try {
    if (row.what === "report") return await sendReport(shelf, http, row);
    if (row.what === "reply") return await sendReply(shelf, http, row, code!);
    return await erase(shelf, http, row, code!);
  } finally {
    shelf.sending.value = new Set();
  }
}

async function sendReport(shelf: Shelf, http: Http, row: One<"report">): Promise<Stop | null> {
  const answer = await http.answer("POST", root, { body: row.body });
  const code = accepted(answer);
  if (code === null) return refuse(shelf, row, refusal(answer)) ?? stopped(answer);
  await shelf.write(["outbox", "report"], async (tx) => {
    const kept = await tx.objectStore("report").get(row.report);
    if (kept) {
      // Taken back while it was on its way: then it does not stay on this phone either.
      const sent = kept.hasContact ? row.body : withoutContact(row.body);
      await tx
        .objectStore("report")
        .put({ ...kept, code, sentAt: shelf.env.now(), gone: false, sent });
    }
    await tx.objectStore("outbox").delete(row.id);
  });
  return null;
}

async function sendReply(
  shelf: Shelf,
  http: Http,
  row: One<"reply">,
  code: string,
): Promise<Stop | null> {
  const body = { id: row.id, text: row.text };
  const answer = await http.answer("POST", `${root}/${code}/replies`, { body });
  const ours = answer.status === 200 || answer.status === 201 ? answer.json : undefined;
  if (ours === undefined) return refuse(shelf, row, refusal(answer)) ?? stopped(answer);
  return confirm(shelf, http, row, code, (messages) => messages.some(({ id }) => id === row.id));
}

/** Nothing can be read from a 204: the report itself says whether the contact data are gone. */
async function erase(
  shelf: Shelf,
  http: Http,
  row: One<"erasure">,
  code: string,
): Promise<Stop | null> {
  const answer = await http.answer("DELETE", `${root}/${code}/contact`);
  const why = refusal(answer);
  // What the office does not keep any more holds no contact data either.
  if (why?.code === "report.unknown") return drop(shelf, row);
  if (answer.status !== 204) return refuse(shelf, row, why) ?? stopped(answer);
  return confirm(shelf, http, row, code, (_, hasContact) => !hasContact);
}

/** A row leaves only once the report, read back, shows what it was for. */
async function confirm(
  shelf: Shelf,
  http: Http,
  row: Outgoing,
  code: string,
  holds: (messages: { id: string }[], hasContact: boolean) => boolean,
): Promise<Stop | null> {
  const heard = await http.answer("GET", `${root}/${code}`);
  const answer = told(heard, row.report);
  if (!answer || !holds(answer.messages, answer.hasContact)) return stopped(heard);
  await shelf.write(["outbox", "report"], async (tx) => {
    const kept = await tx.objectStore("report").get(row.report);
    const at = shelf.env.now();
    const { hasContact } = answer;
    if (kept) {
      const heard = { ...kept, answer, fetchedAt: at, hasContact };
      const replied = row.what === "reply" && withReply(kept, { id: row.id, text: row.text, at });
      await tx.objectStore("report").put({ ...heard, ...(replied && { replied }) });
    }
    await tx.objectStore("outbox").delete(row.id);
  });
  return null;
}

/** Said beside the item, which stays; what comes after it still gets its turn. */
function refuse(shelf: Shelf, row: Outgoing, why: Refusal | null): Promise<null> | null {
  if (!why) return null;
  return shelf.write(["outbox", "report"], async (tx) => {
    const now = await tx.objectStore("outbox").get(row.id);
    const kept = await tx.objectStore("report").get(row.report);
    const taken = now?.what === "report" && kept?.erased ? { ...now, body: withoutContact(now.body) } : now;
    // This request, at least, has not arrived.
    if (taken) await tx.objectStore("outbox").put({ ...taken, tries: taken.tries - 1, refusal: why });
    return null;
  });
}

function drop(shelf: Shelf, row: Outgoing): Promise<null> {
  return shelf.write(["outbox"], async (tx) => {
    await tx.objectStore("outbox").delete(row.id);
    return null;
  });
}
