import type { SyncStatus } from "../core/index";
import { t } from "../core/messages/index";
import { moment } from "../core/messages/moment";
import { Chip } from "../ui/chip";
import { Notice } from "../ui/notice";
import { useCore } from "./core";

/** The one place that says whether all is sent, and only says so when it is. */
export function SyncChip() {
  const status = useCore().sync.status.value;
  const last =
    status.lastSuccessAt === null
      ? t("sync.never")
      : t("sync.last", { moment: moment(status.lastSuccessAt) });
  return (
    <div class="sync-line">
      <Chip icon={drawn(status)} look="edged" status>
        {word(status)} <span class="sync-last">· {last}</span>
      </Chip>
    </div>
  );
}

function drawn(status: SyncStatus): string {
  if (status.allSent) return "check";
  if (status.state === "offline") return "offline";
  if (status.slow) return "waiting";
  return status.state === "sending" ? "sending" : status.state === "idle" ? "waiting" : "danger";
}

function word(status: SyncStatus): string {
  if (status.allSent) return t("sync.all-sent");
  if (status.slow) return t("sync.slow");
  if (status.state === "sending") return t("sync.sending");
  if (status.unsent > 0) return t("sync.unsent", { count: status.unsent });
  if (status.missingPhotos > 0) return t("sync.photos", { count: status.missingPhotos });
  return t("sync.checking");
}

/** What stands in the way, if anything does: each with what to do. */
export function SyncNotices() {
  const core = useCore();
  const status = core.sync.status.value;
  return (
    <>
      {core.session.state.value === "expired" && (
        <Notice kind="warning" icon="key" title={t("session.again")}>
          <p>{t("session.again-why")}</p>
          <a class="button" href="/sign-in">
            {t("session.sign-in")}
          </a>
        </Notice>
      )}
      {status.state === "update-needed" && (
        <Notice kind="warning" icon="refresh" title={t("sync.update-title")}>
          <p>{status.reason}</p>
        </Notice>
      )}
      {status.state === "refused" && status.reason && core.session.state.value !== "expired" && (
        <Notice kind="warning">
          <p>{status.reason}</p>
        </Notice>
      )}
      {status.clockOff !== 0 && (
        <Notice kind="warning" icon="waiting" title={t("sync.clock-title")}>
          <p>{t("sync.clock", { off: span(status.clockOff) })}</p>
        </Notice>
      )}
    </>
  );
}

/** For the screens that are about sending. */
export function OfflineLine() {
  const status = useCore().sync.status.value;
  if (status.state !== "offline") return null;
  return <p class="soft small">{t("sync.offline")}</p>;
}

function span(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  if (minutes < 120) return t("sync.minutes", { count: minutes });
  if (minutes < 48 * 60) return t("sync.hours", { count: Math.round(minutes / 60) });
  return t("sync.days", { count: Math.round(minutes / 1440) });
}
