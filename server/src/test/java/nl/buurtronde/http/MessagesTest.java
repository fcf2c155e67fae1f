package nl.buurtronde.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    silent.removeIf(Messages::has);
    assertEquals(Set.of(), silent);
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
