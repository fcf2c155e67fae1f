import { t } from "../../core/tenant/language";
import { Button } from "../../ui/button";
import { useTenant } from "./context";

/** On the way in: an answer that was not read yet, or what has not left this phone. */
export function ReportNews() {
  const reports = useTenant().reports.value;
  const isNews = reports?.items.value.some((item) => item.isNews) ?? false;
  const { unsent = 0, refused = 0 } = reports?.status.value ?? {};
  const needs = refused > 0 ? t("truth.refused") : isNews ? t("mine.news") : null;
  return (
    <div role="status">
      {(needs || unsent > 0) && (
        <Button kind={needs ? "main" : "plain"} icon={needs ? "message" : "waiting"} wide href="/reports">
          {needs ? `${needs}: ${t("home.reports")}` : t("mine.waiting", { count: unsent })}
        </Button>
      )}
    </div>
  );
}
