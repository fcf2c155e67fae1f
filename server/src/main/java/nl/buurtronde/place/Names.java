package nl.buurtronde.place;

import java.text.Normalizer;
import java.util.Locale;

/** How names from different files are told to be the same. */
final class Names {
  private Names() {}

  /** One line, without space around it; otherwise as it was written. */
  static String oneLine(String text) {
    return text.replaceAll("[\\r\\n\\t]+", " ").strip();
  }

  static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
