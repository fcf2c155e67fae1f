package nl.buurtronde.place;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.UUID;

/**
 * A neighbourhood that volunteers walk (wijk).
 *
 * @param outline its shape as a GeoJSON geometry, or null
 */
public record District(UUID id, String name, JsonNode outline, @JsonIgnore long revision) {
  public District {
    Objects.requireNonNull(id);
    if (name.isBlank()) {
      throw new IllegalArgumentException("A district has a name");
    }
  }

  /** The outline in at most about so many points, or null; of many islands the smallest go. */
  public JsonNode sketch(int mostPoints) {
    return outline == null ? null : Sketch.of(outline, mostPoints);
  }
}
