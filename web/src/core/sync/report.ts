import type { Http } from "../http";
import { putMeta, type Phone } from "../phone";
import type { Session } from "../session";

/** Tells the office how this phone is doing, when that changed. False when it did not arrive. */
export async function report(phone: Phone, http: Http, session: Session): Promise<boolean> {
  const { device, persisted = null, reported } = phone.meta.value;
  const space = await phone.env.storage?.estimate().catch(() => undefined);
  const body = {
    name: phone.env.deviceName ?? "",
    unsent: phone.view.outbox.value.length,
    missingPhotos: phone.missingPhotos.value,
    persisted,
    usage: megabytes(space?.usage),
    quota: megabytes(space?.quota),
    version: phone.env.appVersion ?? "",
  };
  const text = JSON.stringify({ device, ...body });
  if (text === reported) return true;
  const answer = await http.answer("PUT", `/api/devices/${device}`, { body });
  await session.shutOut(answer);
  if (answer.status !== 204) return false;
  await phone.write(["meta"], (tx) => putMeta(tx, "reported", text));
  return true;
}

/** Whole megabytes, in bytes: a report for every few kilobytes helps nobody. */
function megabytes(bytes: number | undefined): number | null {
  return bytes === undefined ? null : Math.round(bytes / 1_048_576) * 1_048_576;
}
