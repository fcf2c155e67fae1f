package nl.buurtronde.oncall;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Whether somebody would watch over a round that started now.
 *
 * @param channels false when no message can get through to anybody
 * @param testedAt when a practice alarm last reached somebody, or null
 * @param testLate whether that was too long ago
 * @param coordinators whom to call when nobody watches
 */
public record WatchValue(
    List<DistrictValue> districts,
    boolean channels,
    Instant testedAt,
    boolean testLate,
    List<BackerValue> coordinators) {
  /** @param until when this district's cover ends within two weeks, or null */
  record DistrictValue(UUID id, List<BackerValue> people, Instant until) {}

  /** @param phone as +31612345678, or null */
  record BackerValue(UUID id, String name, String fullName, String phone) {}
}
