import type { Item } from "../../core/index";
import { t } from "../../core/messages/index";
import { moment } from "../../core/messages/moment";
import { Chip } from "../../ui/chip";
import { Entry } from "../../ui/list";
import { useCore } from "../core";
import { categoryIcon, categoryLabel, placeLine } from "./naming";
import { isFresh } from "./read";
import { standing } from "./standing";

/** One line in a list: what, where, when, and where it stands. */
export function ObservationEntry({ item, why }: { item: Item; why?: string }) {
  const core = useCore();
  const { icon, word } = standing(item);
  const calls = item.awaits === "volunteer" || isFresh(item);
  const about = item.text || placeLine(core, item.place);
  return (
    <Entry
      href={`/observations/${item.id}`}
      icon={categoryIcon(core, item.category)}
      title={categoryLabel(core, item.category)}
      sub={
        <>
          {about && (
            <span class="clip" dir="auto">
              {about}
            </span>
          )}
          <span class="entry-foot">
            <Chip icon={icon} look={calls ? "lit" : "bare"}>
              {why ?? t(word)}
            </Chip>
            <time dateTime={item.observedAt}>{moment(item.observedAt)}</time>
          </span>
        </>
      }
    />
  );
}
