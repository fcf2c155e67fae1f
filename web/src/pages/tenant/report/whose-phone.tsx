import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import type { ReportItem } from "../../../core/tenant/reports-values";
import { Button } from "../../../ui/button";
import { Notice } from "../../../ui/notice";

/** Whoever came by a code may stand at somebody else's phone. */
export function WhosePhone({ reports, item }: { reports: Reports; item: ReportItem }) {
  if (!item.stay) return null;
  if (item.stay === "leave") {
    return (
      <Notice icon="lock" title={t("followed.leaving")}>
        {item.replies.length > 0 && <p>{t("followed.leaving-reply")}</p>}
        <Button icon="check" href="/reports">
          {t("shell.done")}
        </Button>
      </Notice>
    );
  }
  return (
    <Notice icon="lock" title={t("followed.whose")}>
      <p>{t("followed.whose-why")}</p>
      <div class="row">
        <Button icon="check" onClick={() => void reports.stay(item.id, true)}>
          {t("followed.whose-mine")}
        </Button>
        <Button icon="trash" onClick={() => void reports.stay(item.id, false)}>
          {t("followed.whose-other")}
        </Button>
      </div>
    </Notice>
  );
}
