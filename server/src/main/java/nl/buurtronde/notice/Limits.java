package nl.buurtronde.notice;

import java.time.Duration;

/** How long a channel may take to answer at all, and altogether. */
record Limits(Duration connect, Duration whole) {
  static Limits standard() {
    return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }
}
