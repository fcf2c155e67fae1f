import type { Edition } from "../../core/guide-office";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { announce } from "../../ui/live";
import { fullTime } from "../staff/words";
import { gt } from "./guide-words";

/** What stood there before; what was once right can be put back. */
export function GuideHistory<E extends Edition>(props: {
  editions: E[];
  title: (edition: E) => string;
  text: (edition: E) => string;
  restore: (edition: E) => void;
}) {
  return (
    <section class="stack" aria-labelledby="guide-history">
      <h2 id="guide-history">{gt("history.title")}</h2>
      {props.editions.length === 0 && <p class="soft">{gt("history.none")}</p>}
      <ol class="list">
        {props.editions.map((edition) => {
          const time = fullTime(edition.savedAt);
          return (
            <li key={edition.revision} class="guide-entry">
              <div class="guide-entry-what">
                <span class="small soft">
                  {gt("history.by", { time, name: edition.savedBy })}
                </span>
                {edition.withdrawn && <Chip icon="eye-off">{gt("history.withdrawn")}</Chip>}
                <strong dir="auto">{props.title(edition)}</strong>
                <span class="kept" dir="auto">
                  {props.text(edition)}
                </span>
              </div>
              <div class="guide-entry-do">
                <Button
                  icon="history"
                  kind="quiet"
                  label={gt("history.restoreName", { time })}
                  onClick={() => {
                    props.restore(edition);
                    announce(gt("history.restored"));
                  }}
                >
                  {gt("history.restore")}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
