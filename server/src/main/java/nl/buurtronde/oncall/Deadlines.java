package nl.buurtronde.oncall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Judges moments by the clock on the wall and by the time that passed since each was first seen,
 * whichever says first that it has come: a clock that is put back delays nothing. What is first seen
 * in the look that finds the clock put back may have been set before, and is taken to have been.
 */
final class Deadlines {
  private static final Duration TRIFLE = Duration.ofSeconds(1);
  // A clock that was in another era must not make a sum that no number holds.
  private static final Duration MOST = Duration.ofDays(36_500);

  private final Clock clock;
  private final LongSupplier nanos;
  private Map<Key, Long> known = new HashMap<>();
  private Map<Key, Long> seen = new HashMap<>();
  private Mark last;
  private Long lastNanos;
  private Duration putBack = Duration.ZERO;

  private record Key(UUID of, Instant moment) {}

  /**
   * What outlives a restart.
   *
   * @param seenAt what the clock said
   * @param behind how far it then was behind what has passed, for what is still to come
   */
  record Mark(Instant seenAt, Duration behind) {}

  Deadlines(Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  /** Before the first look: what was known when the program last ran. */
  void resume(Mark mark) {
    last = mark;
  }

  /**
   * Begins a look around; what the look before did not ask about is forgotten.
   *
   * @param wasWhole whether the look before came to everything: if not, nothing is forgotten
   */
  void begin(boolean wasWhole) {
    if (wasWhole) {
      known = seen;
      seen = new HashMap<>();
    }
    Instant now = clock.instant();
    long passed = nanos.getAsLong();
    putBack = putBack(now, passed);
    last = new Mark(now, Duration.ZERO);
    lastNanos = passed;
  }

  boolean isDue(UUID of, Instant moment) {
    Key key = new Key(of, moment);
    Instant now = clock.instant();
    long passed = nanos.getAsLong();
    Long at = known.getOrDefault(key, seen.get(key));
    if (at == null) {
      // From the beginning of the look: the clock may have been put back since.
      Duration left = Duration.between(last.seenAt(), moment).minus(putBack);
      at = lastNanos + bounded(left).toNanos();
    }
    seen.put(key, at);
    return !now.isBefore(moment) || passed - at >= 0;
  }

  /** After a look. What has come by the clock as well needs nothing to be carried over. */
  Mark mark() {
    Instant now = clock.instant();
    long passed = nanos.getAsLong();
    Duration behind = Duration.ZERO;
    for (Map.Entry<Key, Long> each : seen.entrySet()) {
      Duration byClock = Duration.between(now, each.getKey().moment());
      Duration late = byClock.minusNanos(each.getValue() - passed);
      boolean isToCome = byClock.compareTo(Duration.ZERO) > 0;
      behind = isToCome && late.compareTo(behind) > 0 ? late : behind;
    }
    return new Mark(now, behind);
  }

  private Duration putBack(Instant now, long passed) {
    if (last == null) {
      return Duration.ZERO;
    }
    // How long the program was away nobody knows: at least not less than nothing.
    Instant expected = lastNanos == null ? last.seenAt() : last.seenAt().plusNanos(passed - lastNanos);
    Duration step = Duration.between(now, expected);
    Duration all = (step.isNegative() ? Duration.ZERO : step).plus(last.behind());
    return all.compareTo(TRIFLE) < 0 ? Duration.ZERO : all;
  }

  private static Duration bounded(Duration left) {
    Duration atMost = left.compareTo(MOST) > 0 ? MOST : left;
    return atMost.compareTo(MOST.negated()) < 0 ? MOST.negated() : atMost;
  }
}
