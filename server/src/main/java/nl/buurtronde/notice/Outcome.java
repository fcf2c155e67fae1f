package nl.buurtronde.notice;

/** What became of one step: of all that was planned for it, to everybody. */
public enum Outcome {
  /** Nothing was planned: nobody could be reached. */
  NONE,
  /** Something is under way and nothing has been handed over yet. */
  PENDING,
  /** A channel took at least one. */
  HANDED,
  /** All failed, or nobody knows. */
  FAILED
}
