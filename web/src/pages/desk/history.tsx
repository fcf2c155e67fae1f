import type { HistoryEntry } from "../../core/desk";
import { More } from "../../ui/list";
import { exactTime, known, st, type StaffKey } from "../staff/words";
import { readable } from "./readable";
import { nameOf } from "./words";

const MINUTE = 60_000;

/** Everything that happened, with the server's time, and the phone's where it said otherwise. */
export function History({ entries }: { entries: HistoryEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <More icon="history" title={st("desk.history")}>
      <ol class="history">
        {entries.map((entry, index) => (
          <li key={index}>
            <p>
              <strong>{known("desk.histories", entry.kind)}</strong>
              {" · "}
              <bdi>{nameOf(entry.by)}</bdi>
            </p>
            <p class="soft small">
              <time dateTime={entry.at}>{exactTime(entry.at)}</time>
              {entry.claimedAt && differs(entry.at, entry.claimedAt) && (
                <>
                  {". "}
                  {st("desk.claimedAt")}{" "}
                  <time dateTime={entry.claimedAt}>{exactTime(entry.claimedAt)}</time>
                </>
              )}
            </p>
            <Details detail={entry.detail ?? {}} />
          </li>
        ))}
      </ol>
    </More>
  );
}

function differs(at: string, claimed: string): boolean {
  return Math.abs(Date.parse(at) - Date.parse(claimed)) >= MINUTE;
}

function Details({ detail }: { detail: Record<string, unknown> }) {
  const parts = Object.entries(detail).filter(([, value]) => readable(value) !== "");
  if (parts.length === 0) return null;
  return (
    <dl class="small">
      {parts.map(([field, value]) => (
        <div key={field}>
          <dt>{known("desk.fields", field)}</dt>
          <dd class="kept" dir="auto">
            {worded(field, readable(value))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function worded(field: string, value: string): string {
  const lists: Record<string, string> = { urgency: "desk.urgencies", outcome: "desk.outcomes" };
  return lists[field] ? known(lists[field] as StaffKey, value) : value;
}
