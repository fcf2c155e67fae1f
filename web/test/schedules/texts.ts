import type { Row } from "./lane";
import { Violation } from "./ledger";
import type { Opened } from "./verdict";

/**
 * SYNC, invariant 6: a text whose author had seen another replaces it; those written at once all
 * stand, the latest first, until somebody merges them.
 */
export function textsThatStand(rows: Row[], opened: Opened): void {
  const written = rows.filter((row) => typeof row.raw.args.text === "string" && isText(row));
  const standing = written.filter((row) => !written.some((later) => hadSeen(later, row)));
  const wanted = [...new Set(standing.sort(byTime).map((row) => String(row.raw.args.text)))];
  const shown = [...new Set([opened.text, ...opened.otherTexts.map(({ text }) => text)])];
  const last = wanted[wanted.length - 1];
  const same = wanted.length === shown.length && wanted.every((text) => shown.includes(text));
  if (same && opened.text === last) return;
  const ways = rows.map(({ device, n, revision, at, raw }) => {
    return `${device.slice(-4)}/${n} r${revision} base ${raw.base} ${at} ${JSON.stringify(raw.args)}`;
  });
  throw new Violation(`${opened.id} shows ${shown}, not ${wanted}:\n${ways.join("\n")}`);
}

function isText({ raw }: Row): boolean {
  return raw.name === "observation.record" || raw.name === "observation.amend";
}

function hadSeen(later: Row, row: Row): boolean {
  if (later === row) return false;
  if (later.device === row.device) return later.n > row.n;
  return later.raw.base !== null && row.revision !== null && row.revision <= later.raw.base;
}

function byTime(a: Row, b: Row): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1;
}
