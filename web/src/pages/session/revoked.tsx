import { t } from "../../core/messages/index";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { CallCoordinator } from "../call-coordinator";

/** The office shut this phone out. Fetches nothing: the app's own files may be gone already. */
export default function Revoked() {
  return (
    <Page title={t("revoked.title")}>
      <Notice kind="warning" icon="lock">
        <p>{t("revoked.why")}</p>
        <p>{t("revoked.sent")}</p>
      </Notice>
      <p>{t("revoked.call")}</p>
      <CallCoordinator />
      <Button href="/invitation" icon="message" wide>
        {t("session.have-code")}
      </Button>
      <Button href="/sign-in" kind="quiet" wide>
        {t("revoked.other")}
      </Button>
    </Page>
  );
}
