const writers = new Set<() => boolean>();

/** A screen says while it has something to write; the answer takes it back. */
export function declareWriting(isBusy: () => boolean): () => void {
  writers.add(isBusy);
  return () => {
    writers.delete(isBusy);
  };
}

/** Then no new version may take over and nothing may reload. */
export function isWriting(): boolean {
  return [...writers].some((isBusy) => isBusy());
}
