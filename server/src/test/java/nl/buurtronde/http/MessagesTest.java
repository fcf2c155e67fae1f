package nl.buurtronde.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Pattern HOLE = Pattern.compile("\\{\\d+}");
  private static final Pattern KEY =
      Pattern.compile("(?:Refusal\\(\\s*Reason\\.\\w+|Verdict\\.quarantined\\(),?\\s*\"([^\"]+)\"");

  @Test
  void every_refusal_has_a_dutch_sentence() throws IOException {
    Set<String> keys = keys();
    assertFalse(keys.size() < 30, "too few keys were found: " + keys);
    Set<String> silent = new TreeSet<>(keys);
    silent.removeIf(MessagesTest::isSaid);
    assertEquals(Set.of(), silent);
  }

  @Test
  void every_dutch_sentence_has_an_english_one_with_the_same_holes() {
    ResourceBundle dutch = bundle("nl");
    ResourceBundle english = bundle("en");
    assertEquals(new TreeSet<>(dutch.keySet()), new TreeSet<>(english.keySet()));
    Set<String> other = new TreeSet<>(dutch.keySet());
    other.removeIf(key -> holes(dutch.getString(key)).equals(holes(english.getString(key))));
    assertEquals(Set.of(), other);
  }

  @Test
  void no_apostrophe_swallows_a_hole() {
    for (String language : new String[] {"nl", "en"}) {
      ResourceBundle bundle = bundle(language);
      Set<String> loose = new TreeSet<>(bundle.keySet());
      loose.removeIf(key -> !bundle.getString(key).replace("''", "").contains("'"));
      assertEquals(Set.of(), loose);
    }
  }

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle("nl.buurtronde.messages", Locale.forLanguageTag(language));
  }

  private static Set<String> holes(String sentence) {
    return new TreeSet<>(HOLE.matcher(sentence).results().map(MatchResult::group).toList());
  }

  // A key that ends in a dot is completed while running: its sentences stand under it.
  private static boolean isSaid(String key) {
    return key.endsWith(".")
        ? bundle("nl").keySet().stream().anyMatch(said -> said.startsWith(key))
        : Messages.has(key);
  }

  private static Set<String> keys() throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("server/src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher matcher = KEY.matcher(Files.readString(file));
        while (matcher.find()) {
          keys.add(matcher.group(1));
        }
      }
    }
    return keys;
  }
}
