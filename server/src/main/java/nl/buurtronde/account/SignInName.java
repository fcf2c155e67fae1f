package nl.buurtronde.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** What somebody signs in with: 2 to 40 letters, digits, dots and dashes, in lower case. */
final class SignInName {
  private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}\\p{N}.-]{2,40}");

  private SignInName() {}

  static String parse(String typed) {
    String name = canonical(typed);
    if (!SHAPE.matcher(name).matches() || name.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new Refusal(Reason.UNPROCESSABLE, "account.name.shape");
    }
    return name;
  }

  /** The same name however a keyboard composes or capitalises it. */
  static String canonical(String typed) {
    return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
