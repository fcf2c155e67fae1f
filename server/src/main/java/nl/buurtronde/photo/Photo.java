package nl.buurtronde.photo;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** A picture that is kept, under the SHA-256 of the bytes that were sent. */
public record Photo(
    String sha256, long storedBytes, int width, int height, UUID accountId, Instant createdAt) {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  public Photo {
    requireName(sha256);
  }

  /** Anything but 64 lower-case hexadecimal digits is refused, paths above all. */
  public static String requireName(String sha256) {
    if (!NAME.matcher(sha256).matches()) {
      throw new Refusal(Reason.INVALID, "photo.name");
    }
    return sha256;
  }
}
