package nl.buurtronde.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.buurtronde.concern.Envelope;
import nl.buurtronde.concern.Standing;

/**
 * What a tenant sent, as it stands now.
 *
 * @param category null where none was needed
 * @param place as it goes over the wire, or null
 * @param alsoSeen an earlier report of the same that the tenant pointed at, or null
 * @param sensitive it may point at a person: each look at it is noted
 */
public record Report(
    Envelope envelope,
    Standing standing,
    Kind kind,
    String category,
    JsonNode place,
    List<String> photos,
    UUID alsoSeen,
    boolean sensitive) {
  public Report {
    Objects.requireNonNull(envelope);
    Objects.requireNonNull(standing);
    photos = List.copyOf(photos);
    if (kind == Kind.CONCERN) {
      throw new IllegalArgumentException("A concern is no report");
    }
  }

  public UUID id() {
    return envelope.id();
  }
}
