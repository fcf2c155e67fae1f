import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Tenant } from "../../core/tenant/index";

export const TenantContext = createContext<Tenant | null>(null);

/** What every screen of the tenants' part may call. */
export function useTenant(): Tenant {
  const tenant = useContext(TenantContext);
  if (!tenant) throw new Error("a screen outside the tenants' part");
  return tenant;
}
