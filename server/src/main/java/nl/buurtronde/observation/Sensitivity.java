package nl.buurtronde.observation;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a text may point at a person; the twin of what the phone warns of (privacy.ts). */
public final class Sensitivity {
  private static final Words WORDS = Words.read("/db/privacy-words.txt");
  private static final Pattern MAIL =
      Pattern.compile("[\\p{L}\\d._%+-]@[\\p{L}\\d-]+\\.[\\p{L}\\d-]");
  private static final Pattern IBAN =
      insensitive(
          "(?<![a-z\\d])[a-z]{2}\\d{2}(?:[ .-]?[a-z\\d]{4}){2,7}(?:[ .-]?[a-z\\d]{1,4})?"
              + "(?![a-z\\d])");
  private static final Pattern BSN =
      Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){7,8}(?!\\d|[ .-]\\d)");
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\d+])(?:\\+|00)?\\(?\\d(?:[ .\\-()/]{0,3}\\d){8,14}(?!\\d)");
  private static final Pattern PLATE =
      insensitive(
          "(?<![\\p{L}\\d])(?:[a-z]{1,4}|\\d{1,4})(?:[ .-]?(?:[a-z]{1,4}|\\d{1,4})){1,2}"
              + "(?![\\p{L}\\d])");
  // The fourteen Dutch series.
  private static final Set<String> SERIES =
      Set.of(
          "xx9999", "9999xx", "99xx99", "xx99xx", "xxxx99", "99xxxx", "99xxx9",
          "9xxx99", "xx999x", "x999xx", "xxx99x", "x99xxx", "9xx999", "999xx9");
  private static final Pattern COMMON =
      insensitive(
          "(?<![a-z])(?:aan|bij|de|dan|die|een|en|het|in|is|met|na|nr|of|om|op|per|te|tot|uur|van"
              + "|via|voor|nog|was|m|x|cm|mm|km|kg|mei|jan)(?![a-z])");

  private Sensitivity() {}

  public static boolean isIn(String text) {
    long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
    return WORDS.areIn(text)
        || text.indexOf('@') >= 0 && MAIL.matcher(text).find()
        || digits >= 1 && holds(PLATE, text, Sensitivity::isPlate)
        || digits >= 8 && isLongNumberIn(text);
  }

  private static boolean isLongNumberIn(String text) {
    return holds(IBAN, text, Sensitivity::isIban)
        || holds(BSN, text, Sensitivity::isBsn)
        || holds(PHONE, text, Sensitivity::isPhone);
  }

  // Also where one match lies over another: "kenteken 12" hides the plate that begins at 12.
  private static boolean holds(Pattern pattern, String text, Predicate<String> is) {
    Matcher matcher = pattern.matcher(text);
    for (int from = 0; from <= text.length() && matcher.find(from); from = matcher.start() + 1) {
      if (is.test(matcher.group())) {
        return true;
      }
    }
    return false;
  }

  // A Dutch one with a typing error still tells whose it is.
  private static boolean isIban(String found) {
    String text = found.replaceAll("[ .-]", "").toUpperCase(Locale.ROOT);
    if (text.matches("NL\\d{2}[A-Z]{4}\\d{10}")) {
      return true;
    }
    int rest = 0;
    for (char c : (text.substring(4) + text.substring(0, 4)).toCharArray()) {
      int value = Character.digit(c, 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }

  // Nine digits, the eleven-test; an old one of eight lost its leading nought.
  private static boolean isBsn(String found) {
    String digits = found.replaceAll("\\D", "");
    String nine = digits.length() == 8 ? "0" + digits : digits;
    int sum = -Character.digit(nine.charAt(8), 10);
    for (int i = 0; i < 8; i++) {
      sum += (9 - i) * Character.digit(nine.charAt(i), 10);
    }
    return sum % 11 == 0 && nine.chars().anyMatch(c -> c != '0');
  }

  private static boolean isPhone(String found) {
    String digits = found.replaceAll("[^\\d+]", "").replaceFirst("^(\\+31|0031)0?", "0");
    return digits.matches("(?:\\+|00).*") ? digits.length() >= 10 : digits.matches("0[1-9]\\d{8}");
  }

  // 1234 AB is a postcode, and a word beside a house number is no plate.
  private static boolean isPlate(String found) {
    String shape = shape(found);
    if (!SERIES.contains(shape)) {
      return false;
    }
    return found.contains("-") || !shape.equals("9999xx") && !COMMON.matcher(found).find();
  }

  // Any two short words come by here, hence no patterns.
  private static String shape(String found) {
    StringBuilder shape = new StringBuilder(found.length());
    for (int i = 0; i < found.length(); i++) {
      char c = found.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        shape.append(Character.isDigit(c) ? '9' : 'x');
      }
    }
    return shape.toString();
  }

  private static Pattern insensitive(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
