import type { VNode } from "preact";
import { lazyTenantScreen } from "./pages/tenant/lazy";
import TenantHome from "./pages/tenant/home";
import Contacts from "./pages/tenant/contacts";
import { match } from "./router";

const District = lazyTenantScreen(() => import("./pages/tenant/district"));
const Rules = lazyTenantScreen(() => import("./pages/tenant/rules"));
const Rule = lazyTenantScreen<{ id: string }>(() => import("./pages/tenant/rule"));
const Team = lazyTenantScreen(() => import("./pages/tenant/team"));
const Report = lazyTenantScreen(() => import("./pages/tenant/report/report-page"));
const Worry = lazyTenantScreen(() => import("./pages/tenant/report/worry-page"));
const Offer = lazyTenantScreen(() => import("./pages/tenant/report/offer-page"));
const Mine = lazyTenantScreen(() => import("./pages/tenant/report/mine-page"));
const Followed = lazyTenantScreen<{ id: string }>(() => import("./pages/tenant/report/followed-page"));

/** What a tenant can open; the volunteers' screens are a part of their own. */
const screens: [pattern: string, screen: (values: Record<string, string>) => VNode][] = [
  ["/", () => <TenantHome />],
  ["/district", () => <District />],
  ["/contacts", () => <Contacts />],
  ["/rules", () => <Rules />],
  ["/rules/:id", ({ id }) => <Rule id={id!} />],
  ["/team", () => <Team />],
  ["/report", () => <Report />],
  ["/worry", () => <Worry />],
  ["/offer", () => <Offer />],
  ["/reports", () => <Mine />],
  ["/reports/:id", ({ id }) => <Followed id={id!} />],
];

export function tenantScreenAt(path: string): VNode | null {
  for (const [pattern, screen] of screens) {
    const values = match(pattern, path);
    if (values) return screen(values);
  }
  return null;
}
