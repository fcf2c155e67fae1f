package nl.buurtronde.round;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who walks along.
 *
 * @param leftAt null while they do
 */
public record Member(UUID account, Instant at, Instant leftAt) {
  boolean isThereAt(Instant moment) {
    return leftAt == null || !moment.isAfter(leftAt);
  }
}
