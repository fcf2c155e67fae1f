import { t } from "../../../core/tenant/language";
import { More } from "../../../ui/list";
import { Page } from "../../../ui/page";
import { Photo } from "../../../ui/photo";
import { useTask } from "../../task";
import { useTenant } from "../context";
import { Chosen, ChosenDistrict } from "./chosen";
import { ContactFields, TextField, UrgencyField } from "./fields";
import { placeWords } from "./place-words";
import { Discard, StepLine, type StepProps } from "./steps";
import { sendNow } from "./send";
import { SendBar } from "./send-bar";
import { Similar } from "./similar";
import { categoryIcon, categoryWord } from "./words";

/** All that will be sent, what may be added, and the one button. */
export function Check({ reports, writing, draft }: StepProps) {
  const { guides, places } = useTenant();
  const sending = useTask();
  const guide = guides.guide.value;
  const { change } = writing;
  const kept = draft.photos.filter((photo) => photo.kept);
  const contact = [draft.phone, draft.email].filter(Boolean).join(", ");
  const problem = writing.problem ?? sending.error;
  return (
    <Page
      title={t("report.check")}
      back={{ href: "/report?step=place", label: t("shell.back"), trail: true }}
      under={<StepLine step={4} />}
      bar={
        <SendBar
          label={t("report.send")}
          problem={problem}
          busy={sending.busy}
          onSend={() => void sending.run(() => sendNow(reports, writing, draft.id))}
        />
      }
    >
      <p>{t("report.check-hint")}</p>
      <ul class="chosen-list">
        <Chosen icon={categoryIcon(guide, draft.category)} what={t("report.about")} href="/report?step=what">
          {categoryWord(guide, draft.category)}
        </Chosen>
        <Chosen icon="camera" what={t("photo.short")} href="/report?step=photo">
          {kept.length > 0 ? t("photo.count", { count: kept.length }) : t("photo.none")}
        </Chosen>
        <Chosen icon="place" what={t("place.short")} href="/report?step=place">
          {placeWords(places, draft.place) || t("place.none")}
        </Chosen>
        <ChosenDistrict draft={draft} form="report" />
      </ul>
      {kept.length > 0 && (
        <ul class="photos">
          {kept.map(({ sha256 }, index) => (
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
      <Similar reports={reports} draft={draft} onChange={(alsoSeen) => change({ alsoSeen })} />
      <section class="stack">
        <h2>{t("report.optional")}</h2>
        <div>
          <More icon="text" title={t("tell.title")} now={draft.text || t("tell.none")}>
            <TextField label={t("tell.label")} hint={t("tell.hint")} draft={draft} onChange={change} />
          </More>
          <More icon="waiting" title={t("urgency.title")} now={t(`urgency.${draft.urgency}`)}>
            <UrgencyField urgency={draft.urgency} onChange={(urgency) => change({ urgency })} />
          </More>
          <More icon="phone" title={t("reach.title")} now={contact || t("reach.none")}>
            <ContactFields draft={draft} onChange={change} />
          </More>
        </div>
      </section>
      <Discard reports={reports} draft={draft} />
    </Page>
  );
}
