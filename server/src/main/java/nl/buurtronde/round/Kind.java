package nl.buurtronde.round;

import java.util.Locale;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

public enum Kind {
  WEEKLY,
  /** The half-yearly wijkschouw, with a checklist for each complex. */
  INSPECTION;

  static Kind of(String wire) {
    for (Kind kind : values()) {
      if (kind.wire().equals(wire)) {
        return kind;
      }
    }
    throw new Refusal(Reason.INVALID, "round.kind");
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
