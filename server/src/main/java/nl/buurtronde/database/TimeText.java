package nl.buurtronde.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as text. By hand, for every row holds several: java.time's own pattern takes longer than
 * SQLite does to store what it makes.
 */
final class TimeText {
  private static final DateTimeFormatter ANY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final String FORM = "0000-00-00T00:00:00.000Z";

  private TimeText() {}

  static String write(Instant instant) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    if (time.getYear() < 0 || time.getYear() > 9999) {
      return ANY.format(instant);
    }
    char[] text = FORM.toCharArray();
    put(text, 3, time.getYear());
    put(text, 6, time.getMonthValue());
    put(text, 9, time.getDayOfMonth());
    put(text, 12, time.getHour());
    put(text, 15, time.getMinute());
    put(text, 18, time.getSecond());
    put(text, 22, time.getNano() / 1_000_000);
    return new String(text);
  }

  static Instant read(String text) {
    if (!isPlain(text)) {
      return Instant.parse(text);
    }
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            number(text, 20, 23) * 1_000_000)
        .toInstant(ZoneOffset.UTC);
  }

  // Leap seconds and hour 24, which java.time understands, are left to it.
  private static boolean isPlain(String text) {
    if (text.length() != FORM.length() || text.startsWith("24", 11) || text.startsWith("60", 17)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char form = FORM.charAt(i);
      if (form == '0' ? c < '0' || c > '9' : c != form) {
        return false;
      }
    }
    return true;
  }

  private static void put(char[] text, int last, int number) {
    int rest = number;
    for (int i = last; rest > 0; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}
