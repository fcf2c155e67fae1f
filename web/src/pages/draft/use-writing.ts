import { useEffect, useMemo, useState } from "preact/hooks";
import { Refused } from "../../core/refused";
import { declareWriting } from "../../writing";
import { sentence } from "../task";
import { Writer } from "./writer";

const breath = 400;

/** What is typed: shown at once, on disk a breath later, and always before leaving. */
export function useWriting<C extends object>(
  id: string,
  write: (changes: Partial<C>) => Promise<void>,
) {
  const [edits, setEdits] = useState<Partial<C>>({});
  const [problem, setProblem] = useState<string | null>(null);

  const writer = useMemo(
    () =>
      new Writer<C>(
        async (changes) => {
          await write(changes);
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
    [id],
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
    edits,
    problem,
    /** Undefined when there is nothing to wait for. */
    settle: () => (writer.isWaiting ? writer.flush() : undefined),
    flush: () => writer.flush(),
    change(changes: Partial<C>, pace: "now" | "breath" = "now") {
      setEdits((now) => ({ ...now, ...changes }));
      writer.note(changes, pace);
    },
  };
}

/** An edit that was written needs no covering any more, unless it was typed over meanwhile. */
function without<C extends object>(edits: Partial<C>, written: Partial<C>): Partial<C> {
  const left = Object.entries(edits).filter(
    ([key, value]) => written[key as keyof C] !== value,
  );
  return Object.fromEntries(left) as Partial<C>;
}
