package nl.buurtronde.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes and reads identifiers: UUID version 7 (RFC 9562), whose order is the order of making. */
public final class Id {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Id() {}

  public static UUID next() {
    long random = RANDOM.nextLong();
    long most = System.currentTimeMillis() << 16 | 0x7000L | (random & 0x0fff);
    long least = RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(most, least);
  }

  /** Reads the 36-character form; anything else is refused as {@code id.invalid}. */
  public static UUID parse(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException | NullPointerException e) {
      // Falls through to the one refusal: which part was wrong helps nobody.
    }
    throw new Refusal(Reason.INVALID, "id.invalid");
  }
}
