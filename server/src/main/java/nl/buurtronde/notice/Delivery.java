package nl.buurtronde.notice;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * One message to one contact, and what became of it.
 *
 * @param finishedAt null while pending or sending
 * @param detail what the channel answered, as {@code HTTP 201} or {@code timeout}; never an address
 */
public record Delivery(
    UUID id,
    UUID subject,
    int step,
    UUID contact,
    UUID account,
    Kind kind,
    Topic topic,
    String about,
    String title,
    String text,
    String path,
    boolean practice,
    State state,
    Instant plannedAt,
    Instant finishedAt,
    String detail) {

  public enum State {
    PENDING,
    SENDING,
    /** The channel took it; nobody may have seen it yet. */
    HANDED,
    FAILED,
    /** The program ended while it was sending; counts as failed. */
    UNKNOWN;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }
  }

  /** A code goes to the contact that it is about. */
  boolean isProof() {
    return subject.equals(contact);
  }

  @Override
  public String toString() {
    return "Delivery " + id; // so that no log ever shows what was said
  }
}
