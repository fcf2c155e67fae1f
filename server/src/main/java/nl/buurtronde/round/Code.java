package nl.buurtronde.round;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** The six characters by which two phones find the same round, without a server between them. */
public final class Code {
  private static final int TURN = 6;
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private Code() {}

  /** As it is kept: however it was typed. */
  static String read(String typed) {
    String code = typed.replaceAll("[\\s._-]", "").toUpperCase(Locale.ROOT);
    if (!code.matches("[0-9A-Z]{6}")) {
      throw new Refusal(Reason.INVALID, "round.code");
    }
    return code;
  }

  /** From six in the morning to six: who meets just after midnight means the same walk. */
  static LocalDate day(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZONE).minusHours(TURN).toLocalDate();
  }

  /** The identifier that both phones compute. */
  public static UUID id(UUID district, Instant moment, String code) {
    String name = "buurtronde-round|" + district + "|" + day(moment) + "|" + code;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      ByteBuffer first = ByteBuffer.wrap(hash);
      long most = first.getLong() & ~0xf000L | 0x8000L;
      long least = first.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
      return new UUID(most, least);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
