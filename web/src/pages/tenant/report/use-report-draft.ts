import type { Reports } from "../../../core/tenant/reports";
import type { ReportChanges, ReportDraft, ReportKind } from "../../../core/tenant/reports-values";
import { useWriting } from "../../draft/use-writing";

export interface Writing {
  draft: ReportDraft | undefined;
  problem: string | null;
  settle: () => Promise<void> | undefined;
  flush: () => Promise<void>;
  change: (changes: ReportChanges, pace?: "now" | "breath") => void;
  /** The draft is on disk when it resolves. */
  begin: () => Promise<ReportDraft>;
}

/** The one draft of these kinds on this phone, as it is typed; there may be none yet. */
export function useReportDraft(reports: Reports, kinds: ReportKind[], about: ReportChanges): Writing {
  const stored = reports.draft.value.find((one) => kinds.includes(one.kind));
  const { edits, ...rest } = useWriting<ReportChanges>(stored?.id ?? "", (changes) => {
    const { id } = reports.draft.value.find((one) => kinds.includes(one.kind)) ?? { id: "" };
    return reports.drafts.change(id, changes);
  });
  return {
    ...rest,
    draft: stored && { ...stored, ...edits },
    begin: () => reports.drafts.start(kinds[0]!, about),
  };
}
