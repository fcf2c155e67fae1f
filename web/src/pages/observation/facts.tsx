import type { ComponentChildren } from "preact";
import type { Item } from "../../core/index";
import { t } from "../../core/messages/index";
import { moment } from "../../core/messages/moment";
import { useCore } from "../core";
import { isOwn, placeLine, visitLine } from "./naming";

const noticeable = 10 * 60_000;

/** What was told besides the text. A phone's own time is shown only where it differs. */
export function Facts({ item }: { item: Item }) {
  const core = useCore();
  const place = placeLine(core, item.place);
  const visit = visitLine(item.visit);
  const own = isOwn(core, item);
  const off = Math.abs(Date.parse(item.claimedAt) - Date.parse(item.observedAt));
  return (
    <section class="stack">
      <h2>{t(own ? "observation.facts" : "observation.facts-other")}</h2>
      <dl class="facts">
        {!own && <Fact term={t("observation.author")}>{item.author.fullName}</Fact>}
        {place && <Fact term={t("place.title")}>{place}</Fact>}
        <Fact term={t("urgency.title")}>{t(`urgency.${item.urgency}`)}</Fact>
        {visit && <Fact term={t("visit.title")}>{visit}</Fact>}
        {item.wantsHelp && <Fact term={t("help.title")}>{t("help.yes")}</Fact>}
      </dl>
      <p class="soft small">
        {t(own ? "observation.seen-at" : "observation.seen-at-other", {
          moment: moment(item.observedAt),
        })}
        {off > noticeable && (
          <> · {t(own ? "observation.claimed" : "observation.claimed-other", { moment: moment(item.claimedAt) })}</>
        )}
      </p>
    </section>
  );
}

function Fact(props: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{props.term}</dt>
      <dd dir="auto" class="kept">
        {props.children}
      </dd>
    </div>
  );
}
