import type { Http } from "../http";
import { refusal, stopped, told, type Stop } from "./reports-answers";
import type { ReportKept } from "./reports-values";
import type { Shelf } from "./reports-shelf";
import type { TenantTx } from "./store";

const root = "/api/public/reports";
const longest = 60 * 24 * 3_600_000;

/** No more than turns a sign off; its report may have left this phone. */
interface SignToStop {
  code: string;
  sign: string;
  at: number;
}

/** From here on the office is asked, until it is off. */
export async function silence(tx: TenantTx, { code, sign }: ReportKept, at: number): Promise<void> {
  if (!code || sign === undefined) return;
  const others = (await all(tx)).filter((one) => one.sign !== sign);
  await tx.objectStore("meta").put([...others, { code, sign, at }], "signs");
}

/** A row leaves once the report, read back, does not name it: a portal can say 204 as well. */
export async function stopSigns(shelf: Shelf, http: Http): Promise<Stop | null> {
  for (const { code, sign } of await shelf.store.read(["meta"], all)) {
    const answer = await http.answer("DELETE", `${root}/${code}/followers/${sign}`);
    const heard = answer.status === 204 ? await http.answer("GET", `${root}/${code}`) : answer;
    const report = told(heard, null);
    const why = refusal(heard);
    if (!report && !why) return stopped(heard);
    const isOff = report ? !report.followers?.includes(sign) : why?.code === "report.unknown";
    if (isOff) await keep(shelf, (one) => one.sign !== sign);
  }
  return null;
}

/** By then the office has forgotten it by itself. */
export async function dropOldSigns(shelf: Shelf): Promise<void> {
  const isNew = ({ at }: SignToStop) => shelf.env.now() - at < longest;
  const signs = await shelf.store.read(["meta"], all);
  if (!signs.every(isNew)) await keep(shelf, isNew);
}

function keep(shelf: Shelf, stays: (one: SignToStop) => boolean): Promise<void> {
  return shelf.write(["meta"], async (tx) => {
    const left = (await all(tx)).filter(stays);
    if (left.length > 0) await tx.objectStore("meta").put(left, "signs");
    else await tx.objectStore("meta").delete("signs");
  });
}

async function all(tx: TenantTx): Promise<SignToStop[]> {
  return ((await tx.objectStore("meta").get("signs")) ?? []) as SignToStop[];
}
