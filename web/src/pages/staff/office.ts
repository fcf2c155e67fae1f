import { useEffect } from "preact/hooks";
import { browserEnvironment } from "../../core/browser";
import type { Core } from "../../core/index";
import { openOffice, type Office } from "../../core/office";
import { useCore } from "../core";

const offices = new WeakMap<Core, { account: string; office: Office }>();

/** One office per person, so that lists and half-typed texts outlive a change of screen. */
export function useOffice(): Office {
  const core = useCore();
  const account = core.session.account.value?.id ?? "";
  const known = offices.get(core);
  if (known && (known.account === account || account === "")) return known.office;
  const ask: Core["ask"] = (method, path, body) => core.ask(method, path, body);
  const office = openOffice(ask, browserEnvironment(), account, storage());
  offices.set(core, { account, office });
  return office;
}

function storage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** Runs at once and whenever there may be something new. */
export function useNews(office: Office, look: () => Promise<unknown>, ...needs: unknown[]): void {
  const news = office.news.value;
  useEffect(() => {
    look().catch(() => {});
  }, [office, news, ...needs]);
}
