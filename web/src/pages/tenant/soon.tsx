import { t } from "../../core/tenant/language";
import { Page } from "../../ui/page";

export default function Soon() {
  return (
    <Page title={t("report.title")} back={{ href: "/", label: t("shell.home") }}>
      <p>{t("report.soon")}</p>
    </Page>
  );
}
