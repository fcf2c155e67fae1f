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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
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

  // A key that ends in a dot is completed while running: its sentences stand under it.
  private static boolean isSaid(String key) {
    return key.endsWith(".")
        ? ResourceBundle.getBundle("nl.buurtronde.messages", Locale.forLanguageTag("nl"))
            .keySet()
            .stream()
            .anyMatch(said -> said.startsWith(key))
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
