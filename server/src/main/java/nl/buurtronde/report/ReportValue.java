package nl.buurtronde.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.concern.Contact;
import nl.buurtronde.observation.ObservationValue;

/**
 * A report as staff see it.
 *
 * @param seen how many others said that they saw it too
 * @param contact how to reach who sent it, only where one is opened
 * @param history only where one is opened
 */
public record ReportValue(
    UUID id,
    String kind,
    UUID district,
    String category,
    String text,
    String urgency,
    JsonNode place,
    List<ObservationValue.PhotoValue> photos,
    String language,
    boolean hasContact,
    String state,
    String awaits,
    String outcome,
    Instant claimedAt,
    Instant receivedAt,
    Instant changedAt,
    long revision,
    boolean sensitive,
    UUID alsoSeen,
    long seen,
    List<ObservationValue.MessageValue> messages,
    @JsonInclude(JsonInclude.Include.NON_NULL) Contact contact,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<ObservationValue.EventValue> history) {

  ReportValue with(Contact reach, List<ObservationValue.EventValue> events) {
    return new ReportValue(
        id, kind, district, category, text, urgency, place, photos, language, hasContact, state,
        awaits, outcome, claimedAt, receivedAt, changedAt, revision, sensitive, alsoSeen, seen,
        messages, reach, events);
  }
}
