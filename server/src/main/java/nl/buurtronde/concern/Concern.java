package nl.buurtronde.concern;

import java.util.Objects;
import java.util.UUID;

/**
 * A worry about a neighbour; it has no point on the map and no photo.
 *
 * @param complex where the neighbour lives, or null
 * @param description the same in words, or null
 */
public record Concern(Envelope envelope, Standing standing, UUID complex, String description) {
  public Concern {
    Objects.requireNonNull(envelope);
    Objects.requireNonNull(standing);
    if (envelope.text().isBlank()) {
      throw new IllegalArgumentException("A concern says what it is");
    }
  }
}
