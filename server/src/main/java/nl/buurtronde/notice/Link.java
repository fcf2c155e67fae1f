package nl.buurtronde.notice;

/** The page that a message opens, where the public address is known. */
record Link(String origin) {
  /** The text, with the page under it. */
  String under(Delivery delivery) {
    boolean isKnown = !origin.isEmpty() && delivery.path() != null;
    return isKnown ? delivery.text() + "\n" + origin + delivery.path() : delivery.text();
  }
}
