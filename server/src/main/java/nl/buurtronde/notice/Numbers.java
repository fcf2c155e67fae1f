package nl.buurtronde.notice;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/**
 * Which telephone numbers we send to: a code or an alarm to a number that costs the organisation
 * money earns somebody else that money.
 *
 * @param countries dialling codes without plus, as 31
 */
record Numbers(Set<String> countries) {
  private static final Pattern DUTCH = Pattern.compile("\\+31[1-9]\\d{8}");
  private static final Pattern DUTCH_ORDINARY = Pattern.compile("\\+31([1-7]|85|88)\\d*");
  // Of others what is known to be paid by who calls; it differs from country to country.
  private static final Map<String, Pattern> PAID =
      Map.of(
          "32", Pattern.compile("\\+32(70|77|78|90)\\d*"),
          "49", Pattern.compile("\\+49(118|12|13[78]|18|19|700|900)\\d*"));

  Numbers {
    countries = Set.copyOf(countries);
  }

  /** In E.164. */
  String read(String typed) {
    String text = Address.e164(typed);
    require(isOrdinary(text), "contact.phone.paid");
    require(!text.startsWith("+31") || DUTCH.matcher(text).matches(), "contact.phone");
    return text;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new Refusal(Reason.UNPROCESSABLE, otherwise);
    }
  }

  private boolean isOrdinary(String number) {
    return countries.stream()
        .filter(code -> number.startsWith("+" + code))
        .anyMatch(
            code ->
                code.equals("31")
                    ? DUTCH_ORDINARY.matcher(number).matches()
                    : !PAID.containsKey(code) || !PAID.get(code).matcher(number).matches());
  }
}
