package nl.buurtronde.observation;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/** What the office and who wrote to it said to each other about one thing. */
public record Message(
    UUID id,
    UUID about,
    String kind,
    String text,
    @ColumnName("account_id") UUID by,
    Instant at) {
  public static final String ACKNOWLEDGEMENT = "acknowledgement";
  public static final String ANSWER = "answer";
  public static final String QUESTION = "question";
  public static final String CLOSURE = "closure";
  public static final String REOPENING = "reopening";
  public static final String REPLY = "reply";

  /** Delivered again, whatever the time. */
  boolean isSameAs(Message other) {
    return about.equals(other.about)
        && kind.equals(other.kind)
        && text.equals(other.text)
        && by.equals(other.by);
  }
}
