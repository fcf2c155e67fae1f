import { useState } from "preact/hooks";
import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import { route } from "../../../router";
import { Button } from "../../../ui/button";
import { Tiles } from "../../../ui/choice";
import { announce } from "../../../ui/live";
import { Entry, List } from "../../../ui/list";
import { Notice } from "../../../ui/notice";
import { Page } from "../../../ui/page";
import { useTask } from "../../task";
import { useTenant } from "../context";
import { lazyTenantScreen } from "../lazy";
import { NoDistrict } from "../no-district";
import { Check } from "./check";
import { NeedsReports } from "./needs-reports";
import { ReportPhotos } from "./photos";
import { ReportPlace } from "./place";
import { Discard, go, StepLine, steps, type Step, type StepProps } from "./steps";
import { useReportDraft, type Writing } from "./use-report-draft";
import { categories, categoryWord } from "./words";

const Blur = lazyTenantScreen(() => import("../../draft/blur"));

export default function ReportPage() {
  return <NeedsReports>{(reports) => <Steps reports={reports} />}</NeedsReports>;
}

/** Four screens with one question each; each can be answered without typing. */
function Steps({ reports }: { reports: Reports }) {
  const { places } = useTenant();
  const home = places.home.value;
  const writing = useReportDraft(reports, ["report"], { district: home?.district ?? null });
  const asked = route.value.query.get("step") as Step;
  const { draft } = writing;
  if (!home) {
    return (
      <Page title={t("report.title")} back={{ href: "/", label: t("shell.home") }}>
        <p>{t("report.no-district")}</p>
        <NoDistrict form="report" />
      </Page>
    );
  }
  const step: Step = draft?.category && steps.includes(asked) ? asked : "what";
  if (step === "what" || !draft) return <What key="what" reports={reports} writing={writing} />;
  const one = { reports, writing, draft };
  if (step === "photo") return <PhotoStep key="photo" {...one} />;
  if (step === "place") return <PlaceStep key="place" {...one} />;
  return <Check key="check" {...one} />;
}

function What({ reports, writing }: { reports: Reports; writing: Writing }) {
  const guide = useTenant().guides.guide.value;
  const task = useTask();
  const { draft } = writing;
  // The draft is on disk before the next screen, and so before any camera.
  const choose = (category: string) =>
    task.run(async () => {
      const begun = await writing.begin();
      await reports.drafts.change(begun.id, { category, alsoSeen: null });
      go("photo");
    });
  const begun = draft?.category ? draft : null;
  return (
    <Page title={t("report.what")} back={{ href: "/", label: t("shell.home") }} under={<StepLine step={1} />}>
      {task.error && (
        <Notice kind="error" title={t("report.failed")}>
          <p>{task.error}</p>
        </Notice>
      )}
      {begun && (
        <Notice icon="draft" title={t("report.begun")}>
          <p>{categoryWord(guide, begun.category)}</p>
          <div class="row">
            <Button kind="strong" icon="next" onClick={() => go("check")}>
              {t("report.go-on")}
            </Button>
            <Discard reports={reports} draft={begun} />
          </div>
        </Notice>
      )}
      <Tiles
        label={t("report.what")}
        {...(begun ? { chosen: begun.category } : {})}
        options={categories(guide).map(({ key, icon }) => {
          return { value: key, icon, label: categoryWord(guide, key) };
        })}
        onChoose={(key) => void choose(key)}
      />
      <section class="stack">
        <h2>{t("report.elsewhere")}</h2>
        <List>
          <Entry href="/worry" icon="heart" title={t("report.to-worry")} />
          <Entry href="/offer" icon="help" title={t("report.to-offer")} />
        </List>
      </section>
    </Page>
  );
}

function PhotoStep({ reports, writing, draft }: StepProps) {
  const [blurring, setBlurring] = useState<string | null>(null);
  if (blurring) {
    return (
      <Blur
        words={(key, params) => (key === "cancel" ? t("shell.cancel") : t(`blur.${key}`, params))}
        load={() => reports.photo(blurring)}
        onLeave={() => setBlurring(null)}
        onDone={async (blurred) => {
          await reports.drafts.replacePhoto(draft.id, blurring, blurred);
          setBlurring(null);
          announce(t("blur.replaced"));
        }}
      />
    );
  }
  return (
    <Page
      title={t("photo.title")}
      back={{ href: "/report?step=what", label: t("shell.back"), trail: true }}
      under={<StepLine step={2} />}
      bar={<Next isEmpty={draft.photos.length === 0} onNext={() => go("place")} />}
    >
      <ReportPhotos reports={reports} draft={draft} settle={writing.settle} onBlur={setBlurring} />
    </Page>
  );
}

function PlaceStep({ writing, draft }: StepProps) {
  const next = () => void writing.flush().then(() => go("check"), () => {});
  return (
    <Page
      title={t("place.title")}
      back={{ href: "/report?step=photo", label: t("shell.back"), trail: true }}
      under={<StepLine step={3} />}
      bar={<Next isEmpty={draft.place === null} onNext={next} />}
    >
      {writing.problem && (
        <Notice kind="error" title={t("report.failed")}>
          <p>{writing.problem}</p>
        </Notice>
      )}
      <ReportPlace
        district={draft.district}
        place={draft.place}
        onChange={(place, pace) => writing.change({ place, alsoSeen: null }, pace)}
      />
    </Page>
  );
}

function Next({ isEmpty, onNext }: { isEmpty: boolean; onNext: () => void }) {
  return (
    <Button kind={isEmpty ? "plain" : "main"} icon="next" wide onClick={onNext}>
      {t(isEmpty ? "report.skip" : "report.next")}
    </Button>
  );
}
