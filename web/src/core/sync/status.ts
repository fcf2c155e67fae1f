import { computed, type ReadonlySignal } from "@preact/signals";
import type { Http } from "../http";
import type { Phone } from "../phone";
import { sentence } from "../refused";
import type { Session } from "../session";
import type { SyncStatus } from "../shapes";
import { clockLimit } from "./clock";
import type { Loop } from "./loop";

/** One honest line about what is with the office and what is not. */
export function syncStatus(
  phone: Phone,
  session: Session,
  loop: Loop,
  http: Http,
): ReadonlySignal<SyncStatus> {
  return computed(() => {
    const { offset = 0, lastSuccessAt = null, persisted = null } = phone.meta.value;
    const unsent = phone.view.outbox.value.length;
    const missingPhotos = phone.missingPhotos.value;
    const code = reason(phone, session, loop);
    const done = unsent === 0 && missingPhotos === 0 && loop.upToDate.value;
    return {
      state: state(phone, session, loop),
      slow: loop.running.value && http.slow.value,
      unsent,
      missingPhotos,
      allSent: done && !session.revoked.value,
      lastSuccessAt,
      clockOff: Math.abs(offset) > clockLimit ? -offset : 0,
      reason: code === null ? null : sentence(code),
      persisted,
    };
  });
}

function state(phone: Phone, session: Session, loop: Loop): SyncStatus["state"] {
  if (phone.updateNeeded.value) return "update-needed";
  if (loop.running.value) return "sending";
  if (session.revoked.value || session.state.value === "expired") return "refused";
  return loop.stop.value?.state ?? "idle";
}

function reason(phone: Phone, session: Session, loop: Loop): string | null {
  if (phone.updateNeeded.value) return "update-needed";
  if (session.revoked.value) return "sync.revoked";
  if (session.state.value === "expired") return "sync.expired";
  return loop.stop.value?.code ?? (loop.reported.value ? null : "sync.device");
}
