import { nlPush } from "../core/messages/nl-push";
import { tenantPush } from "../core/messages/tenant/push";
import type { Language } from "../core/tenant/values";

export interface Pushed {
  type: keyof typeof nlPush;
  id: string | null;
  /** Of a tenant; whoever has an account is told in Dutch. */
  language?: Language;
}

/** The only pages that a message opens; those that end so need an id. */
const pages: Partial<Record<Pushed["type"], string>> = {
  alarm: "/alarms/",
  practice: "/alarms/",
  pair: "/round/",
  ask: "/round/",
  safe: "/alarms/",
  unwatched: "/round/",
  uncovered: "/roster",
  roster: "/roster",
  swap: "/roster",
  channel: "/roster",
  report: "/reports",
};
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const code = /^[0-9]{6}$/;
const news: Pushed = { type: "news", id: null };

/** Whatever is wrong with it: then there is news, and no more is said. */
export function readPushed(data: unknown): Pushed {
  if (typeof data !== "object" || data === null) return news;
  const { type, id = null } = data as { type?: unknown; id?: unknown };
  const known = (Object.keys(nlPush) as Pushed["type"][]).find((one) => one === type);
  if (!known || known === "news") return news;
  if (known === "report") return { type: known, id: null, language: languageOf(data) };
  const shape = known === "code" ? code : uuid;
  const needs = known === "code" || pages[known]!.endsWith("/");
  // A call may come before the round it belongs to: its pair then sees all of theirs.
  if (id === null) return needs && known !== "pair" ? news : { type: known, id };
  return typeof id === "string" && shape.test(id) ? { type: known, id } : news;
}

export function wordsOf({ type, id, language }: Pushed): { title: string; text: string } {
  if (language) return tenantPush[language];
  const { title, text } = nlPush[type];
  return { title, text: text.replace("{code}", id ?? "") };
}

export function pageOf({ type, id }: Pushed): string {
  const page = pages[type] ?? "/";
  if (page === "/" || !page.endsWith("/")) return page;
  return id ? page + id : page.slice(0, -1);
}

function languageOf(data: object): Language {
  const { language } = data as { language?: unknown };
  return (Object.keys(tenantPush) as Language[]).find((one) => one === language) ?? "nl";
}
