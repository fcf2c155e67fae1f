package nl.buurtronde.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** Six digits that prove an address. Few, so they live shortly and may be guessed at five times. */
final class Code {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CODES = 1_000_000;

  private Code() {}

  static String next() {
    return "%06d".formatted(RANDOM.nextInt(CODES));
  }

  /** Good for one contact only. */
  static String hash(UUID contact, String typed) {
    try {
      String digits = typed.replaceAll("[\\s\\p{Pd}]", "");
      byte[] bytes = (contact + ":" + digits).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean isSame(String hash, String other) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
