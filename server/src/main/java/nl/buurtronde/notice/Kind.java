package nl.buurtronde.notice;

import java.util.Locale;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** The independent ways to reach somebody; on the wire and in the database in lower case. */
public enum Kind {
  PUSH,
  EMAIL,
  /** Text message or call, as the webhook's operator arranges it. */
  PHONE;

  public static Kind of(String wire) {
    for (Kind kind : values()) {
      if (kind.wire().equals(wire)) {
        return kind;
      }
    }
    throw new Refusal(Reason.INVALID, "contact.kind");
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
