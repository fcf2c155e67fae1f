import type { DeskItem } from "../../core/desk";
import { More } from "../../ui/list";
import { useOffice } from "../staff/office";
import { exactTime, known, st } from "../staff/words";
import { fieldText, isObject } from "./readable";
import { voiceOf } from "./words";

const MINUTE = 60_000;

/** Everything that happened, with the server's time, and the phone's where it said otherwise. */
export function History({ item }: { item: DeskItem }) {
  const entries = item.history ?? [];
  if (entries.length === 0) return null;
  return (
    <More icon="history" title={st("desk.history")}>
      <ol class="history">
        {entries.map((entry, index) => (
          <li key={index}>
            <p>
              <strong>{known("desk.histories", entry.kind)}</strong>
              {" · "}
              <bdi>{voiceOf(item, entry.by)}</bdi>
            </p>
            <p class="soft small">
              <time dateTime={entry.at}>{exactTime(entry.at)}</time>
              {entry.claimedAt && entry.kind !== "sent" && differs(entry.at, entry.claimedAt) && (
                <>
                  {". "}
                  {st("desk.claimedAt")}{" "}
                  <time dateTime={entry.claimedAt}>{exactTime(entry.claimedAt)}</time>
                </>
              )}
            </p>
            <Details kind={entry.kind} detail={entry.detail ?? {}} />
          </li>
        ))}
      </ol>
    </More>
  );
}

function differs(at: string, claimed: string): boolean {
  return Math.abs(Date.parse(at) - Date.parse(claimed)) >= MINUTE;
}

function Details({ kind, detail }: { kind: string; detail: Record<string, unknown> }) {
  const office = useOffice();
  const lines = changes(kind, detail, (field, value) => fieldText(office, field, value));
  if (lines.length === 0) return null;
  return (
    <dl class="small">
      {lines.map(({ field, from, to }) => (
        <div key={field}>
          <dt>{known("desk.fields", field)}</dt>
          <dd class="kept" dir="auto">
            {to}
            {from && (
              <span class="soft" dir="auto">
                {" "}
                ({st("desk.before", { text: from })})
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * Each field with what it became and what it was. A message stands in the conversation, and the
 * outcome that a reopening undoes in the line of its closing.
 */
function changes(
  kind: string,
  detail: Record<string, unknown>,
  text: (field: string, value: unknown) => string,
) {
  return Object.entries(detail)
    .filter(([field]) => field !== "message" && !(kind === "reopened" && field === "outcome"))
    .map(([field, value]) => {
      if (!isObject(value) || !("to" in value)) return { field, from: "", to: text(field, value) };
      const to = text(field, value["to"]);
      return { field, from: text(field, value["from"]), to: to || st("desk.nothing") };
    })
    .filter(({ to }) => to !== "");
}
