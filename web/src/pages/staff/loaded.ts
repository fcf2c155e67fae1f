import { useSignal, type Signal } from "@preact/signals";
import { useNews, useOffice } from "./office";

export interface Loaded<T> {
  value: Signal<T | null>;
  problem: Signal<unknown>;
  load(): Promise<void>;
}

/** Fetched at once and again with the news; what is on screen stays there meanwhile. */
export function useLoaded<T>(fetch: () => Promise<T>, ...needs: unknown[]): Loaded<T> {
  const office = useOffice();
  const value = useSignal<T | null>(null);
  const problem = useSignal<unknown>(null);
  const load = async () => {
    try {
      value.value = await fetch();
      problem.value = null;
    } catch (reason) {
      problem.value = reason;
    }
  };
  useNews(office, load, ...needs);
  return { value, problem, load };
}
