import { language, t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import { navigate } from "../../../router";
import { announce } from "../../../ui/live";
import type { Writing } from "./use-report-draft";

/** On this phone first; only then it says so, and shows what becomes of it. */
export async function sendNow(reports: Reports, writing: Writing, id: string): Promise<void> {
  await writing.flush();
  await reports.send(id, language.value);
  navigate(`/reports/${id}`, { replace: true });
  announce(t("report.sent"));
}
