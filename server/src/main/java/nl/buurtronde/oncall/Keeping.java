package nl.buurtronde.oncall;

import java.time.Duration;
import java.util.function.LongSupplier;
import nl.buurtronde.database.Database;
import nl.buurtronde.oncall.Deadlines.Mark;

/** Keeps what the clock says: seldom, for each is a write, and at once when it was put back. */
final class Keeping {
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final Duration TRIFLE = Duration.ofSeconds(1);

  private final Database database;
  private final Deadlines deadlines;
  private final LongSupplier nanos;
  private Mark kept;
  private long keptNanos;

  Keeping(Database database, Deadlines deadlines, LongSupplier nanos) {
    this.database = database;
    this.deadlines = deadlines;
    this.nanos = nanos;
  }

  /** Before the first look. */
  void resume() {
    database.read(handle -> new WatchDao(handle).find()).ifPresent(deadlines::resume);
  }

  /** After each look. */
  void look() {
    Mark mark = deadlines.mark();
    long passed = nanos.getAsLong();
    if (kept != null && !isNews(mark) && passed - keptNanos < EVERY.toNanos()) {
      return;
    }
    database.write(
        handle -> {
          new WatchDao(handle).keep(mark);
          return null;
        });
    kept = mark;
    keptNanos = passed;
  }

  private boolean isNews(Mark mark) {
    return mark.behind().minus(kept.behind()).abs().compareTo(TRIFLE) >= 0
        || mark.seenAt().isBefore(kept.seenAt());
  }
}
