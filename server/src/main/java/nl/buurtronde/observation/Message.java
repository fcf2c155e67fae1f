package nl.buurtronde.observation;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/** What the office and the volunteer said to each other about an observation. */
public record Message(
    UUID id,
    @ColumnName("observation_id") UUID observation,
    String kind,
    String text,
    @ColumnName("account_id") UUID by,
    Instant at) {
  static final String ACKNOWLEDGEMENT = "acknowledgement";
  static final String ANSWER = "answer";
  static final String QUESTION = "question";
  static final String CLOSURE = "closure";
  static final String REOPENING = "reopening";
  static final String REPLY = "reply";

  /** Delivered again, whatever the time. */
  boolean isSameAs(Message other) {
    return observation.equals(other.observation)
        && kind.equals(other.kind)
        && text.equals(other.text)
        && by.equals(other.by);
  }
}
