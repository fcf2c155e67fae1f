import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import { Notice } from "../../../ui/notice";
import { Loading } from "../../../ui/state";
import { sentence } from "../../task";
import { useTenant } from "../context";
import "./report.css";

/** For a screen that shows what was reported from this phone; it may still have to be opened. */
export function NeedsReports(props: { children: (reports: Reports) => VNode }) {
  const tenant = useTenant();
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    tenant.openReports().catch((failure: unknown) => setProblem(sentence(failure)));
  }, []);
  const reports = tenant.reports.value;
  if (reports?.status.value.state === "update-needed") {
    return <Trouble why={t("core.update-needed")} />;
  }
  if (reports) return props.children(reports);
  if (problem) return <Trouble why={problem} />;
  return (
    <div class="page">
      <Loading label={t("shell.loading")} />
    </div>
  );
}

function Trouble({ why }: { why: string }) {
  return (
    <div class="page">
      <Notice kind="error">
        <p>{why}</p>
      </Notice>
    </div>
  );
}

