package nl.buurtronde.guide;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** What a partner is for, in the order in which tenants see them. */
public enum PartnerKind {
  POLICE,
  FIRE,
  MEDIATION,
  YOUTH,
  ANIMALS,
  ENFORCEMENT,
  CARETAKER,
  ASSOCIATION,
  TEAM,
  CARE,
  OTHER;

  @JsonCreator
  public static PartnerKind of(String wire) {
    for (PartnerKind kind : values()) {
      if (kind.wire().equals(wire)) {
        return kind;
      }
    }
    throw new Refusal(Reason.INVALID, "guide.partner.kind");
  }

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
