/**
 * Gathers changes of a draft and writes them one after another. Typing waits a breath, all else goes
 * at once; what could not be written is kept for the next try.
 */
export class Writer<C extends object> {
  #pending: Partial<C> | null = null;
  #writing = false;
  #queue: Promise<void> = Promise.resolve();
  #cancel: (() => void) | null = null;

  constructor(
    private readonly write: (changes: Partial<C>) => Promise<void>,
    private readonly later: (run: () => void) => () => void,
    private readonly failed: (problem: unknown) => void,
  ) {}

  get isWaiting(): boolean {
    return this.#pending !== null || this.#writing;
  }

  note(changes: Partial<C>, pace: "now" | "breath"): void {
    this.#pending = { ...this.#pending, ...changes };
    this.#cancel?.();
    this.#cancel = null;
    if (pace === "now") void this.flush().catch(() => {});
    else this.#cancel = this.later(() => void this.flush().catch(() => {}));
  }

  /** Resolves once everything noted so far is on disk; throws when it is not. */
  flush(): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    const run = this.#queue.then(async () => {
      const changes = this.#pending;
      if (!changes) return;
      this.#pending = null;
      this.#writing = true;
      try {
        await this.write(changes);
      } catch (problem) {
        this.#pending = { ...changes, ...(this.#pending as Partial<C> | null) };
        this.failed(problem);
        throw problem;
      } finally {
        this.#writing = false;
      }
    });
    this.#queue = run.catch(() => {});
    return run;
  }

  /** Somebody else's newer text won. */
  forget(): void {
    this.#pending = null;
    this.#cancel?.();
    this.#cancel = null;
  }
}
