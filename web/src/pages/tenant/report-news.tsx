import { t } from "../../core/tenant/language";
import { Button } from "../../ui/button";
import { useTenant } from "./context";

/** On the way in: an answer that was not read yet, or what has not left this phone. */
export function ReportNews() {
  const reports = useTenant().reports.value;
  const isNews = reports?.items.value.some((item) => item.isNews) ?? false;
  const unsent = reports?.status.value.unsent ?? 0;
  return (
    <div role="status">
      {(isNews || unsent > 0) && (
        <Button kind={isNews ? "main" : "plain"} icon={isNews ? "message" : "waiting"} wide href="/reports">
          {isNews ? `${t("mine.news")}: ${t("home.reports")}` : t("mine.waiting", { count: unsent })}
        </Button>
      )}
    </div>
  );
}
