package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What a volunteer saw, as it stands now.
 *
 * @param merge what other phones changed at once and nobody has settled; null when nothing
 * @param revision the server's number of its last change
 */
public record Observation(
    UUID id,
    UUID district,
    Content content,
    Progress progress,
    boolean sensitive,
    JsonNode merge,
    Origin origin,
    Instant changedAt,
    long revision) {
  public Observation {
    Objects.requireNonNull(id);
    Objects.requireNonNull(district);
    if (revision < origin.stamp().revision()) {
      throw new IllegalArgumentException("An observation cannot be older than its recording");
    }
  }

  public UUID author() {
    return origin.stamp().by();
  }

  /** Other volunteers of the district may see it. */
  boolean isShared() {
    return progress.isOpen() && !sensitive;
  }
}
