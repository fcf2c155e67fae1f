import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import type { ReportItem } from "../../../core/tenant/reports-values";
import { Notice } from "../../../ui/notice";
import { useTask } from "../../task";
import { Sure } from "./sure";

/** Whoever gave a number can take it back; until the office confirms it, nothing is called erased. */
export function Contact({ reports, item }: { reports: Reports; item: ReportItem }) {
  const task = useTask();
  if (item.truth === "gone" || (item.code === null && !item.hasContact)) return null;
  const has = item.code === null ? "followed.contact-along" : "followed.contact";
  return (
    <section class="stack">
      <p role="status">
        {t(item.isErasing ? "followed.erasing" : item.hasContact ? has : "followed.erased")}
      </p>
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
      {item.hasContact && !item.isErasing && (
        <Sure
          icon="trash"
          label={t("followed.erase")}
          title={t("followed.erase-title")}
          why={t("followed.erase-why")}
          yes={t("followed.erase-do")}
          onYes={() => void task.run(() => reports.eraseContact(item.id))}
        />
      )}
    </section>
  );
}
