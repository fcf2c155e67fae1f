package nl.buurtronde.concern;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.observation.ObservationValue;

/** A concern as it goes to a reader; in a list without anything that was said. */
public record ConcernValue(
    UUID id,
    UUID district,
    UUID complex,
    String urgency,
    String language,
    boolean hasContact,
    String state,
    String awaits,
    String outcome,
    Instant claimedAt,
    Instant receivedAt,
    Instant changedAt,
    long revision,
    @JsonUnwrapped Words words) {

  /** What only an opened one shows. */
  public record Words(
      String text,
      String description,
      Contact contact,
      List<ObservationValue.MessageValue> messages,
      List<ObservationValue.EventValue> history) {}

  static ConcernValue line(Concern c) {
    return of(c, null);
  }

  static ConcernValue of(Concern c, Words words) {
    Envelope e = c.envelope();
    Standing s = c.standing();
    return new ConcernValue(
        e.id(),
        e.district(),
        c.complex(),
        e.urgency(),
        e.language(),
        !e.contact().isEmpty(),
        s.progress().state().wire(),
        s.progress().awaits().wire(),
        s.progress().outcome(),
        e.claimedAt(),
        s.receivedAt(),
        s.changedAt(),
        s.revision(),
        words);
  }
}
