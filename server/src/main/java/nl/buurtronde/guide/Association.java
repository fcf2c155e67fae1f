package nl.buurtronde.guide;

/**
 * The housing association, as the installation was told.
 *
 * @param phone null when none was set
 */
public record Association(String name, String phone) {
  public Association {
    phone = phone == null || phone.isEmpty() ? null : phone;
  }
}
