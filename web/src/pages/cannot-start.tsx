import { t } from "../core/messages/index";
import { Refused } from "../core/refused";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { Call112 } from "./danger/index";

/** Without storage nothing can be promised; 112 is still there. */
export function CannotStart({ problem }: { problem: unknown }) {
  return (
    <main class="screen">
      <Page title={t("shell.broken")}>
        <Notice kind="error">
          <p>{problem instanceof Refused ? problem.message : t("shell.cannot-start")}</p>
          <Button icon="refresh" onClick={() => location.reload()}>
            {t("shell.reload")}
          </Button>
        </Notice>
        <h2>{t("danger.title")}</h2>
        <Call112 />
      </Page>
    </main>
  );
}
