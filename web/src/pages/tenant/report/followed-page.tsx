import { useEffect } from "preact/hooks";
import { momentOf } from "../../../core/tenant/dates";
import { language, t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import type { ReportItem } from "../../../core/tenant/reports-values";
import { navigate } from "../../../router";
import { Button } from "../../../ui/button";
import { announce } from "../../../ui/live";
import { Notice } from "../../../ui/notice";
import { Page } from "../../../ui/page";
import { EmptyState } from "../../../ui/state";
import { useTask } from "../../task";
import { useTenant } from "../context";
import { formOf, homeOf } from "../forms";
import { ReadAloud } from "../read-aloud";
import { CodeCard } from "./card";
import { Contact } from "./contact";
import { NeedsReports } from "./needs-reports";
import { SignMe } from "./sign";
import { Sure } from "./sure";
import { ReportThread } from "./thread";
import { Told } from "./told";
import { WhosePhone } from "./whose-phone";
import { WhyWaiting } from "./why-waiting";
import { reason, title, truthWord } from "./words";

export default function FollowedPage({ id }: { id: string }) {
  return <NeedsReports>{(reports) => <Followed reports={reports} id={id} />}</NeedsReports>;
}

/** Who reads it now may be waiting for somebody to come. */
const LOOK_AGAIN = 20_000;

/** One report: how it stands, what was said, the code to come back with, and how to take things back. */
function Followed({ reports, id }: { reports: Reports; id: string }) {
  const guide = useTenant().guides.guide.value;
  const item = reports.get(id);
  const changedAt = item?.answer?.changedAt;
  useEffect(() => {
    void reports.look(id);
    const isOver = () => reports.get(id)?.truth === "gone";
    const again = () =>
      document.visibilityState === "visible" && !isOver() && void reports.look(id);
    const timer = setInterval(again, LOOK_AGAIN);
    return () => {
      clearInterval(timer);
      void reports.leave(id).catch(() => {});
    };
  }, [id]);
  useEffect(() => {
    void reports.read(id).catch(() => {});
  }, [id, changedAt]);
  const back = { href: "/reports", label: t("followed.back") };
  if (!item) {
    return (
      <Page title={t("followed.missing")} back={back}>
        <EmptyState icon="search" title={t("followed.missing-why")} />
      </Page>
    );
  }
  return (
    <Page title={title(guide, item)} back={back}>
      <WhosePhone reports={reports} item={item} />
      <Standing reports={reports} item={item} name={title(guide, item)} />
      <ReportThread reports={reports} item={item} />
      {!item.stay && <SignMe reports={reports} item={item} />}
      {item.code && <CodeCard item={item} code={item.code} />}
      <Told reports={reports} item={item} />
      <Contact reports={reports} item={item} />
      <Forget reports={reports} item={item} />
    </Page>
  );
}

function Forget({ reports, item }: { reports: Reports; item: ReportItem }) {
  const waiting = item.replies.length;
  const unsent = item.mayHaveArrived ? "followed.forget-perhaps" : "followed.forget-unsent";
  return (
    <Sure
      icon="trash"
      label={t(item.kind === "concern" ? "followed.forget-worry" : "followed.forget")}
      title={t("followed.forget-title")}
      why={t(item.code ? "followed.forget-sent" : unsent)}
      but={
        item.isErasing
          ? t("followed.forget-erasing")
          : item.code && waiting > 0
            ? t("followed.forget-waiting", { count: waiting })
            : undefined
      }
      yes={t("followed.forget-do")}
      onYes={() =>
        void reports.forget(item.id).then(() => {
          navigate("/reports", { replace: true });
          announce(t("followed.forgotten"));
        })
      }
    />
  );
}

function Standing(props: { reports: Reports; item: ReportItem; name: string }) {
  const { reports, item, name } = props;
  const truth = truthWord(item);
  const { outcome } = item.answer ?? {};
  return (
    <div class="standing" role="status">
      <Notice kind={item.truth === "refused" ? "warning" : "info"} icon={truth.icon} title={truth.word}>
        {item.truth === "waiting" && <WhyWaiting reports={reports} />}
        {item.truth === "refused" && <Refusal reports={reports} item={item} />}
        {item.truth === "gone" && <p>{t("followed.gone-why")}</p>}
        {outcome && (
          <p>
            {t("followed.outcome")}: <strong>{outcomeWord(outcome)}</strong>
          </p>
        )}
        {item.photosWaiting > 0 && <p>{t("followed.photos", { count: item.photosWaiting })}</p>}
        {item.photosRefused.map((photo) => (
          <p key={photo.sha256}>
            <strong>{t("followed.photo-refused")}.</strong> {reason(photo.reason)}
          </p>
        ))}
        {item.answer?.alsoSeen && <p>{t("followed.also")}</p>}
        <ReadAloud
          about={truth.word}
          language={language.value}
          text={[name, truth.word, outcome && outcomeWord(outcome)].filter(Boolean).join(". ")}
        />
        {item.fetchedAt && (
          <p class="soft small">{t("followed.checked", { date: momentOf(item.fetchedAt) })}</p>
        )}
      </Notice>
    </div>
  );
}

const outcomes = ["solved", "passed-on", "explained", "no-action", "duplicate"] as const;

function outcomeWord(outcome: string): string {
  const known = outcomes.find((one) => one === outcome);
  return known ? t(`outcome.${known}`) : outcome;
}

function Refusal({ reports, item }: { reports: Reports; item: ReportItem }) {
  const task = useTask();
  const mend = () =>
    task.run(async () => {
      await reports.mend(item.id);
      const form = formOf(item.kind);
      const isElsewhere = item.refusal?.code === "report.district";
      navigate(isElsewhere ? `/district?for=${form}` : homeOf(form), { replace: true });
    });
  return (
    <>
      <p>{t("followed.refused-why")}</p>
      {item.refusal && (
        <p dir="auto">
          <strong>{reason(item.refusal.code, item.refusal.message)}</strong>
        </p>
      )}
      {task.error && <p>{task.error}</p>}
      <Button kind="strong" icon="draft" busy={task.busy} onClick={() => void mend()}>
        {t("followed.mend")}
      </Button>
    </>
  );
}
