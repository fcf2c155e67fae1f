import { useEffect } from "preact/hooks";
import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import { isBegun } from "../../../core/tenant/reports-values";
import { Field } from "../../../ui/field";
import { Icon } from "../../../ui/icon";
import { More } from "../../../ui/list";
import { Notice } from "../../../ui/notice";
import { Page } from "../../../ui/page";
import { useTask } from "../../task";
import { useTenant } from "../context";
import { NoDistrict } from "../no-district";
import { ChosenDistrict } from "./chosen";
import { ContactFields, TextField } from "./fields";
import { NeedsReports } from "./needs-reports";
import { sendNow } from "./send";
import { SendBar } from "./send-bar";
import { Discard } from "./steps";
import { useReportDraft } from "./use-report-draft";

export default function WorryPage() {
  return <NeedsReports>{(reports) => <Worry reports={reports} />}</NeedsReports>;
}

/** Quiet: no photo, no point on the map, and first of all who will read it. */
function Worry({ reports }: { reports: Reports }) {
  const district = useTenant().places.home.value?.district ?? null;
  const writing = useReportDraft(reports, ["concern"], { district });
  const sending = useTask();
  const { draft, change } = writing;
  useEffect(() => {
    if (district) void writing.begin();
  }, [district]);
  const problem = writing.problem ?? sending.error;
  return (
    <Page
      title={t("worry.title")}
      back={{ href: "/", label: t("shell.home") }}
      bar={
        draft && (
          <SendBar
            label={t("worry.send")}
            problem={problem}
            busy={sending.busy}
            onSend={() => void sending.run(() => sendNow(reports, writing, draft.id))}
          />
        )
      }
    >
      <a class="button button-wide" href="tel:112">
        <Icon name="phone" />
        <span>{t("worry.danger")}</span>
      </a>
      <Notice icon="lock" title={t("worry.who")}>
        <p>{t("worry.who-why")}</p>
        <p>{t("worry.who-not")}</p>
        <p>{t("worry.who-gone")}</p>
      </Notice>
      <NoDistrict form="worry" />
      {draft && (
        <>
          <TextField
            label={t("worry.label")}
            hint={t("worry.hint")}
            rows={5}
            draft={draft}
            onChange={change}
          />
          <Field
            label={t("worry.where")}
            hint={t("worry.where-hint")}
            maxLength={200}
            value={draft.place?.description ?? ""}
            onInput={(description) =>
              change({ place: description ? { description } : null }, "breath")
            }
          />
          <More
            icon="phone"
            title={t("reach.title")}
            now={[draft.phone, draft.email].filter(Boolean).join(", ") || t("reach.none")}
          >
            <ContactFields draft={draft} onChange={change} />
          </More>
          <ul class="chosen-list">
            <ChosenDistrict draft={draft} form="worry" />
          </ul>
          {isBegun(draft) && <Discard reports={reports} draft={draft} to="/" />}
        </>
      )}
    </Page>
  );
}
