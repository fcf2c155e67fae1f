package nl.buurtronde.observation;

import java.util.Locale;

/** How far the office is with it; on the wire in lower case. */
public enum State {
  NEW,
  ACKNOWLEDGED,
  ASKED,
  ANSWERED,
  CLOSED,
  WITHDRAWN;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static State of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
