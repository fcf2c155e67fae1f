package nl.buurtronde.guide;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** The languages of the tenants' part, in the order they are offered. */
public enum Language {
  NL,
  EN,
  AR,
  TR,
  PL,
  UK;

  public static Language of(String wire) {
    for (Language language : values()) {
      if (language.wire().equals(wire)) {
        return language;
      }
    }
    throw new Refusal(Reason.INVALID, "guide.language");
  }

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
