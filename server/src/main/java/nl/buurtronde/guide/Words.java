package nl.buurtronde.guide;

import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** What staff and volunteers typed, made fit to keep or refused. */
final class Words {
  static final int LONGEST_TITLE = 100;
  static final int LONGEST_TEXT = 2_000;

  private Words() {}

  /** One line that says something. */
  static String line(String typed, int most, String refusal) {
    return text(typed == null ? null : typed.replaceAll("[\\r\\n\\t]+", " "), most, refusal);
  }

  static String text(String typed, int most, String refusal) {
    String text = typed == null ? "" : typed.strip();
    require(!text.isEmpty() && text.length() <= most, refusal, String.valueOf(most));
    return text;
  }

  /** Null when nothing was typed. */
  static String optional(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  static int position(int position) {
    require(position >= 0 && position <= 9_999, "guide.position");
    return position;
  }

  static void require(boolean holds, String refusal, Object... args) {
    if (!holds) {
      throw new Refusal(Reason.INVALID, refusal, args);
    }
  }
}
