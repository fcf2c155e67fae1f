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
   * that is a day off says nothing wrong about how long they will be away.
   */
  static Instant of(Step step, Instant dueBackAt, Instant startedAt) {
    Duration length = Duration.between(step.claimedAt(), dueBackAt);
    require(length);
    Instant due = step.at().plus(length);
    require(Duration.between(startedAt, due));
    return due;
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
