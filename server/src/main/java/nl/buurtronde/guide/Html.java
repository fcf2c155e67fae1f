package nl.buurtronde.guide;

/** What somebody typed, as part of a page: text stays text. */
final class Html {
  private Html() {}

  static String text(String typed) {
    return typed
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String phone(String number) {
    return anchor("tel:" + number.replaceAll("[^+0-9]", ""), number);
  }

  static String email(String address) {
    return anchor("mailto:" + address.replace("%", "%25").replace("?", "%3F"), address);
  }

  /** Of an address that {@link Partner} let in, so https only. */
  static String link(String address) {
    return anchor(address, address.substring(address.indexOf("//") + 2));
  }

  private static String anchor(String href, String shown) {
    return "<a href=\"" + text(href) + "\"><bdi>" + text(shown) + "</bdi></a>";
  }
}
