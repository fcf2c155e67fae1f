import { momentOf } from "../../../core/tenant/dates";
import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import type { ReportItem } from "../../../core/tenant/reports-values";
import { More } from "../../../ui/list";
import { Photo } from "../../../ui/photo";
import { useTenant } from "../context";
import { placeWords } from "./place-words";

/** What was written here; a worry behind a tap, as somebody may look over one's shoulder. */
export function Told({ reports, item }: { reports: Reports; item: ReportItem }) {
  const told = <What reports={reports} item={item} />;
  if (item.kind === "concern") {
    return (
      <More icon="eye" title={t("followed.told")} now={t("followed.told-hidden")}>
        {told}
      </More>
    );
  }
  return (
    <section class="stack">
      <h2>{t("followed.told")}</h2>
      {told}
    </section>
  );
}

function What({ reports, item }: { reports: Reports; item: ReportItem }) {
  const { places } = useTenant();
  const where = placeWords(places, item.place);
  const sent = item.answer?.receivedAt;
  return (
    <>
      <p class="told kept" dir="auto">
        {item.text || t("tell.none")}
      </p>
      <dl class="facts">
        {where && (
          <div>
            <dt>{t("place.short")}</dt>
            <dd>
              <bdi>{where}</bdi>
            </dd>
          </div>
        )}
        {item.urgency !== "later" && (
          <div>
            <dt>{t("urgency.title")}</dt>
            <dd>{t(`urgency.${item.urgency}`)}</dd>
          </div>
        )}
      </dl>
      {item.photos.length > 0 && (
        <ul class="photos">
          {item.photos.map((sha256, index) => (
            <li key={sha256}>
              <Photo
                id={sha256}
                load={(sha256) => reports.photo(sha256)}
                alt={t("photo.alt", { count: index + 1 })}
                gone={t("photo.gone")}
              />
            </li>
          ))}
        </ul>
      )}
      <p class="soft small">
        {sent
          ? t("followed.received", { date: momentOf(sent) })
          : t("followed.written", { date: momentOf(item.createdAt) })}
      </p>
    </>
  );
}
