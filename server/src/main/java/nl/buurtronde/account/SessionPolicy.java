package nl.buurtronde.account;

import java.time.Duration;
import nl.buurtronde.kernel.Role;

/**
 * How long a sign-in lasts; the one place for these numbers.
 *
 * @param expired how long after its end a session may still deliver what was recorded
 * @param revoked how long a revoked phone is still told to forget everything: as long as browsers
 *     keep a cookie at most
 * @param notice how often at most its use is written down
 */
record SessionPolicy(
    Span volunteer, Span staff, Duration expired, Duration revoked, Duration notice) {
  record Span(Duration idle, Duration absolute) {}

  static SessionPolicy standard() {
    return new SessionPolicy(
        new Span(Duration.ofDays(14), Duration.ofDays(90)),
        new Span(Duration.ofMinutes(60), Duration.ofHours(12)),
        Duration.ofDays(90),
        Duration.ofDays(400),
        Duration.ofMinutes(1));
  }

  Span span(Role role) {
    return role == Role.VOLUNTEER ? volunteer : staff;
  }

  Duration longestIdle() {
    return volunteer.idle.compareTo(staff.idle) > 0 ? volunteer.idle : staff.idle;
  }
}
