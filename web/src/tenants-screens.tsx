import type { VNode } from "preact";
import { lazyTenantScreen } from "./pages/tenant/lazy";
import TenantHome from "./pages/tenant/home";
import Contacts from "./pages/tenant/contacts";
import { match } from "./router";

const District = lazyTenantScreen(() => import("./pages/tenant/district"));
const Rules = lazyTenantScreen(() => import("./pages/tenant/rules"));
const Rule = lazyTenantScreen<{ id: string }>(() => import("./pages/tenant/rule"));
const Team = lazyTenantScreen(() => import("./pages/tenant/team"));
const Soon = lazyTenantScreen(() => import("./pages/tenant/soon"));

/** What a tenant can open; the volunteers' screens are a part of their own. */
const screens: [pattern: string, screen: (values: Record<string, string>) => VNode][] = [
  ["/", () => <TenantHome />],
  ["/district", () => <District />],
  ["/contacts", () => <Contacts />],
  ["/rules", () => <Rules />],
  ["/rules/:id", ({ id }) => <Rule id={id!} />],
  ["/team", () => <Team />],
  ["/report", () => <Soon />],
  ["/worry", () => <Soon />],
  ["/offer", () => <Soon />],
  ["/reports", () => <Soon />],
  ["/reports/:id", () => <Soon />],
];

export function tenantScreenAt(path: string): VNode | null {
  for (const [pattern, screen] of screens) {
    const values = match(pattern, path);
    if (values) return screen(values);
  }
  return null;
}
