import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import type { ReportDraft } from "../../../core/tenant/reports-values";
import { navigate } from "../../../router";
import { announce } from "../../../ui/live";
import { Sure } from "./sure";
import type { Writing } from "./use-report-draft";

export const steps = ["what", "photo", "place", "check"] as const;
export type Step = (typeof steps)[number];

export function go(step: Step): void {
  navigate(`/report?step=${step}`);
}

export interface StepProps {
  reports: Reports;
  writing: Writing;
  draft: ReportDraft;
}

export function StepLine({ step }: { step: number }) {
  return <p class="soft small">{t("report.step", { step, all: steps.length })}</p>;
}

export function Discard(props: { reports: Reports; draft: ReportDraft; to?: string }) {
  const { reports, draft, to = "/report" } = props;
  return (
    <Sure
      icon="trash"
      label={t("report.discard")}
      title={t("report.discard-title")}
      why={t("report.discard-why")}
      yes={t("report.discard-do")}
      onYes={() =>
        void reports.drafts.discard(draft.id).then(() => {
          navigate(to, { replace: true });
          announce(t("report.discarded"));
        })
      }
    />
  );
}
