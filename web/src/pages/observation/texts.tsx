import type { Item } from "../../core/index";
import { t } from "../../core/messages/index";
import { moment } from "../../core/messages/moment";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { useCore } from "../core";
import { isOwn } from "./naming";

/** The text; or both, when two phones changed it at once, until somebody merges them. */
export function Texts({ item, onMerge }: { item: Item; onMerge: () => void }) {
  const own = isOwn(useCore(), item);
  const text = item.text ? (
    <p class="kept told" dir="auto">
      {item.text}
    </p>
  ) : (
    <p class="soft">{t(own ? "observation.no-text" : "observation.no-text-other")}</p>
  );
  if (item.otherTexts.length === 0) return text;
  return (
    <section class="stack">
      <Notice kind="warning" icon="merge" title={t("observation.two-texts")}>
        <p>{t("observation.two-texts-why")}</p>
      </Notice>
      <div class="version">
        <p class="soft small">{t("observation.text-here")}</p>
        {text}
      </div>
      {item.otherTexts.map((other) => (
        <div key={other.at} class="version">
          <p class="soft small">
            {t("observation.text-by", {
              name: typeof other.by === "string" ? "" : other.by.fullName,
              moment: moment(other.at),
            })}
          </p>
          <p class="kept told" dir="auto">
            {other.text}
          </p>
        </div>
      ))}
      <Button icon="merge" onClick={onMerge}>
        {t("observation.merge")}
      </Button>
    </section>
  );
}
