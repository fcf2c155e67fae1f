package nl.buurtronde.report;

import java.util.Locale;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** What a tenant wants; on the wire in lower case. */
public enum Kind {
  /** Something is wrong (melding). */
  REPORT,
  /** Goes its own way, and is no report. */
  CONCERN,
  /** Asks the Klusteam or Groenteam for help. */
  JOB,
  IDEA,
  /** Wants to take part. */
  VOLUNTEER;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A report when nothing else is said. */
  static Kind ofTenant(String wire) {
    return wire == null || wire.isEmpty() ? REPORT : of(wire);
  }

  public static Kind of(String wire) {
    for (Kind kind : values()) {
      if (kind.wire().equals(wire)) {
        return kind;
      }
    }
    throw new Refusal(Reason.INVALID, "report.kind");
  }
}
