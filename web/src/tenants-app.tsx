import { useErrorBoundary } from "preact/hooks";
import { partFor } from "./core/part";
import type { Tenant } from "./core/tenant/index";
import { t } from "./core/tenant/language";
import { OtherPart } from "./pages/other-part";
import { TenantContext } from "./pages/tenant/context";
import { TenantShell } from "./pages/tenant/shell";
import { route } from "./router";
import { tenantScreenAt } from "./tenants-screens";
import { Button } from "./ui/button";
import { Page } from "./ui/page";
import { EmptyState } from "./ui/state";
import "./pages/tenant/tenant.css";

/** Everything on a tenant's screen; all it knows comes from the core and the address bar. */
export function TenantApp(props: { tenant: Tenant; isVolunteersPhone: boolean }) {
  const { path } = route.value;
  return (
    <TenantContext.Provider value={props.tenant}>
      <TenantShell>
        {partFor(path, props.isVolunteersPhone) === "tenants" ? <Screen key={path} /> : <OtherPart />}
      </TenantShell>
    </TenantContext.Provider>
  );
}

function Screen() {
  const [broken] = useErrorBoundary((problem) => console.error(problem));
  if (broken) return <Broken />;
  return tenantScreenAt(route.value.path) ?? <Lost />;
}

function Lost() {
  return (
    <Page title={t("shell.lost")} back={{ href: "/", label: t("shell.home") }}>
      <EmptyState icon="search" title={t("shell.lost-why")} />
    </Page>
  );
}

function Broken() {
  return (
    <Page title={t("shell.broken")}>
      <EmptyState icon="danger" title={t("shell.broken-why")}>
        <Button kind="main" icon="refresh" onClick={() => location.assign("/")}>
          {t("shell.reload")}
        </Button>
      </EmptyState>
    </Page>
  );
}
