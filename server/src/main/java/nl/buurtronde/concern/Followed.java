package nl.buurtronde.concern;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.observation.Message;
import nl.buurtronde.observation.ObservationValue;
import nl.buurtronde.photo.Photos;

/** What a tenant sees by the code: the own words, how it stands, and what the office said. */
public record Followed(
    UUID id,
    String kind,
    UUID district,
    String category,
    String text,
    String urgency,
    JsonNode place,
    List<ObservationValue.PhotoValue> photos,
    boolean hasContact,
    String state,
    String outcome,
    String awaits,
    Instant receivedAt,
    Instant changedAt,
    List<Said> messages,
    boolean alsoSeen,
    List<String> missingPhotos,
    @JsonUnwrapped Signs signs) {

  /**
   * @param pushKey what a browser subscribes with to get a sign, or null where none is sent
   * @param followers identifiers of those that did, so that a phone can say whether it still does
   */
  public record Signs(String pushKey, List<UUID> followers) {}

  /** @param by office or tenant: who of the office is nobody's business here */
  public record Said(UUID id, String kind, String text, String by, Instant at) {
    public static Said of(Message message) {
      String by = message.by().equals(Photos.TENANT) ? "tenant" : "office";
      return new Said(message.id(), message.kind(), message.text(), by, message.at());
    }
  }
}
