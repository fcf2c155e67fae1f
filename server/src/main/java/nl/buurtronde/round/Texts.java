package nl.buurtronde.round;

import java.nio.charset.StandardCharsets;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** What people typed. */
final class Texts {
  private Texts() {}

  // Half an emoji, cut off by some keyboard, cannot be stored as UTF-8.
  static String plain(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  static String within(String text, int longest, String key) {
    if (text.length() > longest) {
      throw new Refusal(Reason.INVALID, key);
    }
    return plain(text);
  }
}
