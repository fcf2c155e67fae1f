package nl.buurtronde.notice;

import java.util.regex.Pattern;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** Reads addresses as people type them, into the one form that is kept. */
public final class Address {
  private static final int LONGEST = 254;
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]+\\.)+[A-Za-z]{2,}");
  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{7,14}");
  private static final Pattern DUTCH = Pattern.compile("\\+31[1-9]\\d{8}");
  private static final Pattern DUTCH_PAID = Pattern.compile("\\+31(80|84|87|90)\\d+");

  private Address() {}

  public static boolean isEmail(String text) {
    return text.length() <= LONGEST && EMAIL.matcher(text).matches() && !text.contains("..");
  }

  public static String email(String typed) {
    String text = typed == null ? "" : typed.strip();
    if (!isEmail(text)) {
      throw new Refusal(Reason.UNPROCESSABLE, "contact.email");
    }
    return text;
  }

  /** A number in E.164 that somebody may be rung at. */
  public static String phone(String typed) {
    String text = e164(typed);
    boolean isDutch = text.startsWith("+31");
    if (isDutch && !DUTCH.matcher(text).matches() || DUTCH_PAID.matcher(text).matches()) {
      throw new Refusal(Reason.UNPROCESSABLE, "contact.phone");
    }
    return text;
  }

  /** {@code 06 12 34 56 78} and {@code 0031 (0)6…} become {@code +316…}. */
  static String e164(String typed) {
    String text =
        (typed == null ? "" : typed)
            .replace("(0)", "")
            .replaceAll("[\\s\\p{Pd}./()]", "")
            .replaceFirst("^00", "+")
            .replaceFirst("^0(?=[1-9])", "+31");
    if (!PHONE.matcher(text).matches()) {
      throw new Refusal(Reason.UNPROCESSABLE, "contact.phone");
    }
    return text;
  }
}
