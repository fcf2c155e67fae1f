package nl.buurtronde.concern;

import nl.buurtronde.notice.Address;

/** How a tenant wants to be reached, if at all; either may be null. */
public record Contact(String phone, String email) {
  public static final Contact NONE = new Contact(null, null);

  /** Reads what was typed; refuses what can be no number or address. */
  public static Contact read(String phone, String email) {
    return new Contact(
        isBlank(phone) ? null : Address.phone(phone), isBlank(email) ? null : Address.email(email));
  }

  public boolean isEmpty() {
    return phone == null && email == null;
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
