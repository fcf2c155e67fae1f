package nl.buurtronde.observation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A list of words and expressions; one that ends in * counts with whatever follows it. */
final class Words {
  private final Set<String> words = new HashSet<>();
  private final Set<String> stems = new HashSet<>();
  private final Map<String, List<String>> expressions = new HashMap<>();
  private int shortestStem = Integer.MAX_VALUE;

  /** Reads one entry per line; # starts a comment. */
  static Words read(String resource) {
    try (InputStream in = Words.class.getResourceAsStream(resource)) {
      Words words = new Words();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(line -> words.add(line.toLowerCase(Locale.ROOT)));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean areIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int end;
    for (int start = next(lower, 0, true); start < lower.length(); start = next(lower, end, true)) {
      end = next(lower, start, false);
      if (holds(lower, start, end)) {
        return true;
      }
    }
    return false;
  }

  private void add(String entry) {
    int space = entry.indexOf(' ');
    if (space > 0) {
      expressions.computeIfAbsent(entry.substring(0, space), w -> new ArrayList<>()).add(entry);
    } else if (entry.endsWith("*")) {
      String stem = entry.substring(0, entry.length() - 1);
      stems.add(stem);
      shortestStem = Math.min(shortestStem, stem.length());
    } else {
      words.add(entry);
    }
  }

  private boolean holds(String text, int start, int end) {
    String word = text.substring(start, end);
    if (words.contains(word)) {
      return true;
    }
    for (int length = shortestStem; length <= word.length(); length++) {
      if (stems.contains(word.substring(0, length))) {
        return true;
      }
    }
    return expressions.getOrDefault(word, List.of()).stream()
        .anyMatch(entry -> isAt(text, start, entry));
  }

  private static boolean isAt(String text, int start, String entry) {
    boolean open = entry.endsWith("*");
    int length = entry.length() - (open ? 1 : 0);
    int end = start + length;
    return text.regionMatches(start, entry, 0, length)
        && (open || end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  // The next place where a word begins, or where this one ends.
  private static int next(String text, int from, boolean begins) {
    int i = from;
    while (i < text.length() && Character.isLetterOrDigit(text.charAt(i)) != begins) {
      i++;
    }
    return i;
  }
}
