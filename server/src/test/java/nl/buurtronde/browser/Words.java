package nl.buurtronde.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the tenants' part says in one language, read where it is written. */
final class Words {
  private static final Path FOLDER = Path.of("web/src/core/messages/tenant");

  private static final boolean LONG = Boolean.getBoolean("buurtronde.long");

  private final String text;

  /** In which a journey is walked whose like is walked in all three: Dutch, unless there is time. */
  static Stream<String> languages() {
    return LONG ? Stream.of("nl", "en", "ar") : Stream.of("nl");
  }

  /** In which screens are looked at: from the left, from the right, and the third if there is time. */
  static Stream<String> directions() {
    return LONG ? languages() : Stream.of("nl", "ar");
  }

  Words(String language) {
    try {
      text =
          Files.readString(FOLDER.resolve(language + ".ts"))
              + Files.readString(FOLDER.resolve("report/" + language + ".ts"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sentence of {@code room.key}. */
  String of(String name) {
    String room = name.substring(0, name.indexOf('.'));
    String key = Pattern.quote(name.substring(room.length() + 1));
    Pattern here = Pattern.compile("(?m)^ +\"?" + key + "\"?:\\s+\"([^\"]*)\"");
    // The core's own words about reports stand apart, beside the screens that show them.
    String head = room.equals("core") ? "(  core:|export const reportCore =)" : "  " + room + ":";
    Matcher rooms = Pattern.compile("(?ms)^" + head + " \\{$.*?^(?:  )?\\}[,;]$").matcher(text);
    return rooms
        .results()
        .map(found -> here.matcher(found.group()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No words for " + name));
  }
}
