package nl.buurtronde.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.sync.Author;

/**
 * An observation as it goes over the wire.
 *
 * @param history only where one is opened at the desk
 */
public record ObservationValue(
    UUID id,
    UUID district,
    Author author,
    String category,
    String text,
    List<OtherText> otherTexts,
    String urgency,
    JsonNode place,
    JsonNode visit,
    boolean wantsHelp,
    List<PhotoValue> photos,
    UUID round,
    String state,
    String awaits,
    String outcome,
    Instant observedAt,
    Instant claimedAt,
    Instant receivedAt,
    Instant changedAt,
    long revision,
    boolean sensitive,
    String review,
    List<MessageValue> messages,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<EventValue> history) {

  /** A text that somebody wrote at the same time. */
  public record OtherText(String text, Author by, Instant at) {}

  /** @param stored whether it has come in */
  public record PhotoValue(String sha256, boolean stored) {}

  public record MessageValue(UUID id, String kind, String text, By by, Instant at) {}

  public record By(UUID id, String name, String fullName, Role role) {}

  public record EventValue(
      String kind, Author by, Instant at, Instant claimedAt, JsonNode detail) {}

  ObservationValue with(List<EventValue> events) {
    return new ObservationValue(
        id, district, author, category, text, otherTexts, urgency, place, visit, wantsHelp, photos,
        round, state, awaits, outcome, observedAt, claimedAt, receivedAt, changedAt, revision,
        sensitive, review, messages, events);
  }
}
