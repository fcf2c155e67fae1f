import { effect } from "@preact/signals";
import { render } from "preact";
import { browserEnvironment } from "./core/browser";
import { openTenant } from "./core/tenant/index";
import { direction, language } from "./core/tenant/language";
import { startUpdates } from "./core/update";
import { watchMoves } from "./moves";
import { startRouter } from "./router";
import { TenantApp } from "./tenants-app";

/** The tenants' contact point. What stood in index.html stays when it cannot start: 112. */
export async function start(root: HTMLElement, isVolunteersPhone: boolean): Promise<void> {
  startRouter();
  watchMoves();
  const tenant = await openTenant(browserEnvironment());
  effect(() => {
    document.documentElement.lang = language.value;
    document.documentElement.dir = direction.value;
  });
  root.textContent = "";
  render(<TenantApp tenant={tenant} isVolunteersPhone={isVolunteersPhone} />, root);
  tenant.start();
  await startUpdates();
}
