package nl.buurtronde.notice;

/**
 * What a channel made of it.
 *
 * @param detail for the record: a status or a word, never an address
 */
record Receipt(Verdict verdict, String detail) {
  enum Verdict {
    HANDED,
    /** Not to this address; the channel itself works. */
    REFUSED,
    /** This address is no more. */
    GONE,
    /** The channel did not do its work. */
    DOWN
  }

  static Receipt handed(String detail) {
    return new Receipt(Verdict.HANDED, detail);
  }

  static Receipt refused(String detail) {
    return new Receipt(Verdict.REFUSED, detail);
  }

  static Receipt gone(String detail) {
    return new Receipt(Verdict.GONE, detail);
  }

  static Receipt down(String detail) {
    return new Receipt(Verdict.DOWN, detail);
  }
}
