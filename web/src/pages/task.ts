import { useRef, useState } from "preact/hooks";
import { NoConnection, Refused, sentence as known } from "../core/refused";
import { declareWriting } from "../writing";

export interface Task {
  busy: boolean;
  /** A sentence to show, null when the last attempt went well. */
  error: string | null;
  /** Ignored while the former press is still being handled: five taps make one. */
  run(work: () => Promise<void>): Promise<boolean>;
  clear(): void;
}

/** One button's work: busy, then done or a sentence. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const running = useRef(false);
  return {
    busy,
    error,
    clear: () => setError(null),
    async run(work) {
      if (running.current) return false;
      running.current = true;
      const done = declareWriting(() => true);
      setBusy(true);
      setError(null);
      try {
        await work();
        return true;
      } catch (problem) {
        setError(sentence(problem));
        return false;
      } finally {
        running.current = false;
        done();
        setBusy(false);
      }
    },
  };
}

/** Refused and NoConnection carry a sentence for the reader; anything else is our own mistake. */
export function sentence(problem: unknown): string {
  if (problem instanceof Refused || problem instanceof NoConnection) return problem.message;
  console.error(problem);
  return known("unknown");
}
