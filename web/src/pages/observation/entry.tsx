import type { Item } from "../../core/index";
import { t } from "../../core/messages/index";
import { moment } from "../../core/messages/moment";
import { Chip } from "../../ui/chip";
import { Entry } from "../../ui/list";
import { useCore } from "../core";
import { categoryIcon, categoryLabel, isOwn, placeLine } from "./naming";
import { isFresh, newsAt } from "./read";
import { standing } from "./standing";

/** One line in a list: what, where, whose, where it stands, and when that was. */
export function ObservationEntry({ item, why }: { item: Item; why?: string }) {
  const core = useCore();
  const own = isOwn(core, item);
  const { icon, word } = standing(item, own);
  const calls = own && (item.awaits === "volunteer" || isFresh(item));
  const at = (calls && newsAt(item)) || item.observedAt;
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
            {!own && <span dir="auto">{t("observation.by", { name: item.author.fullName })}</span>}
            <time dateTime={at}>{moment(at)}</time>
          </span>
        </>
      }
    />
  );
}
