import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { browserEnvironment } from "../../core/browser";
import { spoken } from "../../core/messages/language";
import { openTenant, type Tenant } from "../../core/tenant/index";
import { t } from "../../core/tenant/language";
import { Loading } from "../../ui/state";
import { useCore } from "../core";
import { TenantContext } from "./context";
import "./tenant.css";

let opened: { district: string; tenant: Promise<Tenant> } | null = null;

/** A volunteer reads the same guide, of the own district. */
export function WithGuide({ children }: { children: ComponentChildren }) {
  const district = useCore().session.account.value?.districts[0];
  const [tenant, setTenant] = useState<Tenant | null>(null);
  useEffect(() => {
    if (!district) return;
    if (opened?.district !== district) {
      opened = { district, tenant: openTenant(browserEnvironment(), { district, language: spoken }) };
      void opened.tenant.then((tenant) => tenant.start());
    }
    void opened.tenant.then((tenant) => {
      setTenant(tenant);
      void tenant.refresh();
    });
  }, [district]);
  if (!tenant) {
    return (
      <div class="page">
        <Loading label={t("shell.loading")} />
      </div>
    );
  }
  return <TenantContext.Provider value={tenant}>{children}</TenantContext.Provider>;
}
