import type { Draft, DraftChanges } from "../../core/index";
import { useCore } from "../core";
import { useWriting } from "./use-writing";

/** A volunteer's draft as it is typed. */
export function useDraft(id: string) {
  const core = useCore();
  const stored = core.drafts.items.value.find((one) => one.id === id);
  const { edits, ...rest } = useWriting<DraftChanges>(id, (changes) =>
    core.drafts.change(id, changes),
  );
  return { draft: stored && ({ ...stored, ...edits } as Draft), ...rest };
}
