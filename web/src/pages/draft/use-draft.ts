import { useEffect, useMemo, useState } from "preact/hooks";
import type { Draft, DraftChanges } from "../../core/index";
import { Refused } from "../../core/refused";
import { declareWriting } from "../../writing";
import { useCore } from "../core";
import { sentence } from "../task";
import { Writer } from "./writer";

const breath = 400;

/** A draft as it is typed: shown at once, on disk a breath later, and always before leaving. */
export function useDraft(id: string) {
  const core = useCore();
  const stored = core.drafts.items.value.find((one) => one.id === id);
  const [edits, setEdits] = useState<DraftChanges>({});
  const [problem, setProblem] = useState<string | null>(null);

  const writer = useMemo(
    () =>
      new Writer<DraftChanges>(
        async (changes) => {
          await core.drafts.change(id, changes);
          setProblem(null);
          setEdits((now) => without(now, changes));
        },
        (run) => {
          const timer = setTimeout(run, breath);
          return () => clearTimeout(timer);
        },
        (failure) => {
          setProblem(sentence(failure));
          if (failure instanceof Refused && failure.code.startsWith("draft.")) {
            writer.forget();
            setEdits({});
          }
        },
      ),
    [core, id],
  );

  useEffect(() => {
    const save = () => void writer.flush().catch(() => {});
    addEventListener("pagehide", save);
    document.addEventListener("visibilitychange", save);
    const undeclare = declareWriting(() => writer.isWaiting);
    return () => {
      void writer.flush().then(undeclare, undeclare);
      removeEventListener("pagehide", save);
      document.removeEventListener("visibilitychange", save);
    };
  }, [writer]);

  return {
    draft: stored && ({ ...stored, ...edits } as Draft),
    problem,
    /** Undefined when there is nothing to wait for. */
    settle: () => (writer.isWaiting ? writer.flush() : undefined),
    flush: () => writer.flush(),
    change(changes: DraftChanges, pace: "now" | "breath" = "now") {
      setEdits((now) => ({ ...now, ...changes }));
      writer.note(changes, pace);
    },
  };
}

/** An edit that was written needs no covering any more, unless it was typed over meanwhile. */
function without(edits: DraftChanges, written: DraftChanges): DraftChanges {
  const left = Object.entries(edits).filter(
    ([key, value]) => written[key as keyof DraftChanges] !== value,
  );
  return Object.fromEntries(left) as DraftChanges;
}
