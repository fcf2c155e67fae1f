package nl.buurtronde.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/**
 * Slows guessing down: after some free attempts each next one must wait, longer every time, but
 * never for good. An attempt counts from its beginning, so that many at once gain nothing.
 */
public final class Throttle {
  private static final int MOST_KEYS = 20_000;
  private static final int MOST_DOUBLINGS = 10;

  /**
   * @param free attempts without waiting
   * @param longest the longest wait; the first is one second, and it doubles
   * @param forget how long until one attempt is forgotten
   */
  public record Rule(int free, Duration longest, Duration forget) {}

  private record Count(double attempts, Instant at, Instant opensAt) {}

  private final Clock clock;
  private final Rule rule;

  // The key that was longest left alone goes first, so that memory stays bounded.
  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MOST_KEYS;
        }
      };

  public Throttle(Clock clock, Rule rule) {
    this.clock = clock;
    this.rule = rule;
  }

  /** Counts an attempt, or refuses it with the seconds to wait. */
  public synchronized void enter(String key) {
    Instant now = clock.instant();
    Count count = counts.getOrDefault(key, new Count(0, now, now));
    if (now.isBefore(count.opensAt())) {
      long millis = Duration.between(now, count.opensAt()).toMillis();
      throw new Refusal(Reason.TOO_MANY, "session.throttled", (millis + 999) / 1000);
    }
    double attempts = Math.min(remembered(count, now) + 1, rule.free() + MOST_DOUBLINGS);
    counts.put(key, new Count(attempts, now, now.plus(wait(attempts))));
  }

  /** Takes one attempt back that was no guess; those of others stay, and so does the wait. */
  public synchronized void takeBack(String key) {
    counts.computeIfPresent(
        key,
        (k, count) ->
            count.attempts() <= 1
                ? null
                : new Count(count.attempts() - 1, count.at(), count.opensAt()));
  }

  synchronized void clear(String key) {
    counts.remove(key);
  }

  synchronized int size() {
    return counts.size();
  }

  private double remembered(Count count, Instant now) {
    double forgotten =
        (double) Duration.between(count.at(), now).toMillis() / rule.forget().toMillis();
    return Math.max(0, count.attempts() - forgotten);
  }

  private Duration wait(double attempts) {
    if (attempts <= rule.free()) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << ((int) Math.ceil(attempts - rule.free()) - 1));
    return wait.compareTo(rule.longest()) > 0 ? rule.longest() : wait;
  }
}
