package nl.buurtronde.round;

import java.time.Duration;
import java.time.Instant;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** When a pair must be back, in the server's time. */
final class Deadline {
  private Deadline() {}

  /**
   * Counts the length that the phone's own clock gave from the moment as it really was: a clock
   * that is a day off says nothing wrong about how long they will be away. A time that can only
   * have come from the server's clock, as one added to a deadline from here, is read as that.
   */
  static Instant of(Step step, Instant dueBackAt, Instant startedAt) {
    Duration length = Duration.between(step.claimedAt(), dueBackAt);
    boolean onOurClock = !isPossible(length) && isPossible(Duration.between(step.at(), dueBackAt));
    if (!onOurClock) {
      require(length);
    }
    Instant due = onOurClock ? dueBackAt : step.at().plus(length);
    require(Duration.between(startedAt, due));
    return due;
  }

  private static boolean isPossible(Duration length) {
    return !length.isZero() && !length.isNegative() && length.compareTo(Round.LONGEST) <= 0;
  }

  /** Of what is only planned, both times are as people read them on a clock. */
  static void requirePlanned(Instant startsAt, Instant dueBackAt) {
    require(Duration.between(startsAt, dueBackAt));
  }

  private static void require(Duration length) {
    if (length.isZero() || length.isNegative()) {
      throw new Refusal(Reason.UNPROCESSABLE, "round.due.past");
    }
    if (length.compareTo(Round.LONGEST) > 0) {
      throw new Refusal(Reason.UNPROCESSABLE, "round.due.far");
    }
  }
}
