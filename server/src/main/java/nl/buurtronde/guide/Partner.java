package nl.buurtronde.guide;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.buurtronde.notice.Address;

/**
 * Whom tenants can call (netwerkpartner).
 *
 * @param district null when it is there for all
 * @param text when to call
 * @param hours null when it can always be reached
 */
public record Partner(
    PartnerKind kind,
    UUID district,
    int position,
    String name,
    String text,
    String phone,
    String email,
    String website,
    List<Hours> hours)
    implements Entry {
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{1,24}");
  private static final int LONGEST_ADDRESS = 300;

  public Partner {
    Words.require(kind != null, "guide.partner.kind");
    position = Words.position(position);
    name = Words.line(name, Words.LONGEST_TITLE, "guide.partner.name");
    text = Words.text(text, Words.LONGEST_TEXT, "guide.text");
    phone = Words.optional(phone);
    email = Words.optional(email);
    website = Words.optional(website);
    Words.require(phone == null || PHONE.matcher(phone).matches(), "guide.partner.phone");
    Words.require(email == null || Address.isEmail(email), "guide.partner.email");
    Words.require(website == null || isSafe(website), "guide.partner.website");
    Words.require(
        hours == null
            || !hours.isEmpty()
                && hours.size() <= Hours.MOST
                && hours.stream().allMatch(Objects::nonNull),
        "guide.hours.days");
    hours = hours == null ? null : List.copyOf(hours);
  }

  @Override
  public String title() {
    return name;
  }

  /** Whether who verified the one has verified the other as well. */
  boolean isReachedLike(Partner other) {
    return Objects.equals(phone, other.phone)
        && Objects.equals(email, other.email)
        && Objects.equals(website, other.website)
        && Objects.equals(hours, other.hours);
  }

  private static boolean isSafe(String address) {
    try {
      URI uri = new URI(address);
      return address.length() <= LONGEST_ADDRESS
          && "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
