package nl.buurtronde.http;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The Dutch sentences of refusals. */
public final class Messages {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");
  private static final ResourceBundle SENTENCES =
      ResourceBundle.getBundle("nl.buurtronde.messages", DUTCH);

  private Messages() {}

  /** The sentence behind a key; a key without one is a bug that the tests look for. */
  public static String sentence(String key, Object... args) {
    String pattern = SENTENCES.containsKey(key) ? SENTENCES.getString(key) : key;
    return new MessageFormat(pattern, DUTCH).format(args);
  }

  public static boolean has(String key) {
    return SENTENCES.containsKey(key);
  }
}
