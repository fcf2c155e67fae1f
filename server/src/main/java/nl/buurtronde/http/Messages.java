package nl.buurtronde.http;

import io.javalin.http.Context;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import nl.buurtronde.database.HandleFunction;

/** What people are told: Dutch, and in answer to who asks in English, English. */
public final class Messages {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");
  private static final Locale ENGLISH = Locale.forLanguageTag("en");
  private static final Map<Locale, ResourceBundle> SENTENCES =
      Map.of(DUTCH, bundle(DUTCH), ENGLISH, bundle(ENGLISH));
  private static final int LONGEST_HEADER = 200;
  private static final ThreadLocal<Locale> ASKED = ThreadLocal.withInitial(() -> DUTCH);

  private Messages() {}

  /**
   * The Dutch sentence behind a key, for letters and for what is kept; a key without one is a bug
   * that the tests look for.
   */
  public static String sentence(String key, Object... args) {
    return said(DUTCH, key, args);
  }

  /** The same in the language of the question that this thread is answering. */
  public static String answer(String key, Object... args) {
    return said(ASKED.get(), key, args);
  }

  /** Work that the writer's thread does is answered in the language of who asked for it. */
  public static <T> HandleFunction<T> answering(HandleFunction<T> work) {
    Locale asked = ASKED.get();
    return handle -> {
      Locale before = ASKED.get();
      ASKED.set(asked);
      try {
        return work.apply(handle);
      } finally {
        ASKED.set(before);
      }
    };
  }

  public static boolean has(String key) {
    return SENTENCES.get(DUTCH).containsKey(key);
  }

  /** Each question begins so, and thereby ends what its thread spoke before. */
  static void hear(Context ctx) {
    ASKED.set(asked(ctx.header("Accept-Language")));
  }

  /** Whoever names no language, or none of ours, is answered in Dutch. */
  private static Locale asked(String accepted) {
    if (accepted == null || accepted.length() > LONGEST_HEADER) {
      return DUTCH;
    }
    try {
      Locale found =
          Locale.lookup(Locale.LanguageRange.parse(accepted), List.of(DUTCH, ENGLISH));
      return found == null ? DUTCH : found;
    } catch (RuntimeException e) {
      // What is no list of languages makes Java's reader of it throw more than it says.
      return DUTCH;
    }
  }

  private static String said(Locale language, String key, Object... args) {
    ResourceBundle bundle = SENTENCES.get(language);
    if (language != DUTCH && !bundle.containsKey(key)) {
      return said(DUTCH, key, args);
    }
    String pattern = bundle.containsKey(key) ? bundle.getString(key) : key;
    return new MessageFormat(pattern, language).format(args);
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle("nl.buurtronde.messages", language);
  }
}
