package nl.buurtronde.observation;

import java.util.Locale;

/** Whose turn it is; on the wire in lower case. */
public enum Awaits {
  OFFICE,
  VOLUNTEER,
  TENANT,
  NOBODY;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Awaits of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
