package nl.buurtronde.round;

import java.util.Locale;

public enum State {
  PLANNED,
  /** One person: nobody's pair yet, or no longer. */
  STARTED,
  /** Two people, or more where a coordinator let somebody in. */
  WALKING,
  FINISHED,
  CANCELLED;

  static State of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
