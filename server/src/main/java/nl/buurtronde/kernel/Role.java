package nl.buurtronde.kernel;

import java.util.Locale;

/** What an account may be; on the wire and in the database in lower case. */
public enum Role {
  /** Bewonerskracht. */
  VOLUNTEER,
  /** Complexbeheerder. */
  CARETAKER,
  /** Coördinator. */
  COORDINATOR,
  /** Sets the installation up; reads no observations. */
  ADMIN;

  public static Role of(String wire) {
    for (Role role : values()) {
      if (role.wire().equals(wire)) {
        return role;
      }
    }
    throw new Refusal(Reason.INVALID, "role.unknown");
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Staff follow up what volunteers saw. */
  public boolean isStaff() {
    return this == CARETAKER || this == COORDINATOR;
  }

  /** May invite people, import places and revoke devices. */
  public boolean setsUp() {
    return this == COORDINATOR || this == ADMIN;
  }
}
