import type { FunctionComponent } from "preact";
import { t } from "../../core/tenant/language";
import { Button } from "../../ui/button";
import { lazy } from "../../ui/lazy";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { Loading } from "../../ui/state";

/** A screen of the tenants' part in a chunk of its own. */
export function lazyTenantScreen<P extends object>(
  load: () => Promise<{ default: FunctionComponent<P> }>,
) {
  return lazy(
    load,
    () => (
      <div class="page">
        <Loading label={t("shell.loading")} />
      </div>
    ),
    (again) => (
      <Page title={t("shell.not-loaded")}>
        <Notice kind="offline">
          <Button icon="refresh" onClick={again}>
            {t("shell.again")}
          </Button>
        </Notice>
      </Page>
    ),
  );
}
