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
 * whichever says first that it has come: a clock that is put back delays nothing.
 */
final class Deadlines {
  private final Clock clock;
  private final LongSupplier nanos;
  private Map<Key, Long> known = new HashMap<>();
  private Map<Key, Long> seen = new HashMap<>();

  private record Key(UUID of, Instant moment) {}

  Deadlines(Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  /** Begins a look around; what the look before did not ask about is forgotten. */
  void begin() {
    known = seen;
    seen = new HashMap<>();
  }

  boolean isDue(UUID of, Instant moment) {
    Key key = new Key(of, moment);
    Instant now = clock.instant();
    long passed = nanos.getAsLong();
    Long at = known.getOrDefault(key, seen.get(key));
    if (at == null) {
      at = passed + Duration.between(now, moment).toNanos();
    }
    seen.put(key, at);
    return !now.isBefore(moment) || passed - at >= 0;
  }
}
