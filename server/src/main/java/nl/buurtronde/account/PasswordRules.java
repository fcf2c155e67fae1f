package nl.buurtronde.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** Length is asked for, and that it is not what everybody tries first; no sort of character. */
final class PasswordRules {
  private static final int SHORTEST = 8;
  private static final int SHORTEST_CONTEXT = 3;
  private static final List<String> CONTEXT = List.of("buurtronde", "maastricht");
  private static final Pattern REPETITION = Pattern.compile("(.{1,8}?)\\1+.?");
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final Pattern DATE =
      Pattern.compile("(0?[1-9]|[12]\\d|3[01])(0?[1-9]|1[0-2])(19|20)\\d\\d|(19|20)\\d{6}");
  private static final List<String> ROWS =
      Stream.of(
              "abcdefghijklmnopqrstuvwxyz", "012345678901234567890", "qwertyuiop[]", "asdfghjkl;",
              "zxcvbnm,./", "qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn",
              "1qaz2wsx3edc4rfv5tgb6yhn7ujm")
          .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
          .toList();

  private final Set<String> words = read();

  void check(String name, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      throw new Refusal(Reason.UNPROCESSABLE, "password.short");
    }
    if (length > Passwords.LONGEST) {
      throw new Refusal(Reason.UNPROCESSABLE, "password.long");
    }
    String plain = plain(password);
    if (isMostlyContext(plain, plain(name)) || isPattern(plain) || isWord(plain)) {
      throw new Refusal(Reason.UNPROCESSABLE, "password.common");
    }
  }

  // Only for this check: the password itself is hashed as it was typed.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  // The app's, the city's and one's own name count for nothing.
  private static boolean isMostlyContext(String plain, String name) {
    String rest = plain;
    for (String word : CONTEXT) {
      rest = rest.replace(word, "");
    }
    if (name.length() >= SHORTEST_CONTEXT) {
      rest = rest.replace(name, "");
    }
    return !rest.equals(plain) && rest.length() < SHORTEST;
  }

  private static boolean isPattern(String plain) {
    String bare = SEPARATORS.matcher(plain).replaceAll("");
    return plain.chars().distinct().count() <= 3
        || REPETITION.matcher(plain).matches()
        || DATE.matcher(bare).matches()
        || ROWS.stream().anyMatch(row -> row.contains(plain));
  }

  private boolean isWord(String plain) {
    String inner = EDGES.matcher(plain).replaceAll("");
    return Stream.of(plain, inner)
        .flatMap(text -> Stream.of(text, letters(text)))
        .flatMap(text -> Stream.of(text, SEPARATORS.matcher(text).replaceAll("")))
        .anyMatch(words::contains);
  }

  private static String letters(String text) {
    return text.replace('@', 'a')
        .replace('4', 'a')
        .replace('3', 'e')
        .replace('1', 'i')
        .replace('!', 'i')
        .replace('0', 'o')
        .replace('$', 's')
        .replace('5', 's')
        .replace('7', 't');
  }

  private static Set<String> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PasswordRules.class.getResourceAsStream("/db/common-passwords.txt"),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
