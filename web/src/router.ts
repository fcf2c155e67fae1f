import { computed, signal } from "@preact/signals";

/** The address bar is the only state of the router. The code of an invitation stays in `hash`. */
export interface Route {
  path: string;
  query: URLSearchParams;
  hash: string;
}

const address = signal<Route>({ path: "/", query: new URLSearchParams(), hash: "" });

export const route = computed(() => address.value);

/** How often one moved by hand: a screen is new when this changed, even at the same path. */
export const moves = signal(0);

export function navigate(to: string, how: { replace?: boolean } = {}): void {
  if (how.replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  read();
}

/** Changes the query of this screen without leaving it, as filters do. */
export function replaceQuery(query: URLSearchParams): void {
  const text = query.toString();
  history.replaceState(null, "", location.pathname + (text ? `?${text}` : ""));
  address.value = { ...address.value, query };
}

/** Starts listening; links with an address of our own never reload the page. */
export function startRouter(): void {
  addEventListener("popstate", read);
  addEventListener("hashchange", read);
  document.addEventListener("click", follow);
  read();
}

function read(): void {
  address.value = parse(location.pathname, location.search, location.hash);
  moves.value++;
}

export function parse(pathname: string, search: string, hash: string): Route {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, "") : pathname;
  return { path: path || "/", query: new URLSearchParams(search), hash: hash.replace(/^#/, "") };
}

/** The values of `:name` parts, or null when the path is another one. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const values: Record<string, string> = {};
  for (let i = 0; i < wanted.length; i++) {
    const part = wanted[i]!;
    const value = given[i]!;
    if (!part.startsWith(":")) {
      if (part !== value) return null;
    } else if (!value) return null;
    else values[part.slice(1)] = decode(value);
  }
  return values;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.target || link.hasAttribute("download")) return;
  if (link.origin !== location.origin || link.protocol !== location.protocol) return;
  // A link within the page, such as the skip link, is the browser's own work.
  if (link.hash && link.pathname === location.pathname) return;
  event.preventDefault();
  navigate(link.pathname + link.search + link.hash);
}
