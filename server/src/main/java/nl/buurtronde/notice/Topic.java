package nl.buurtronde.notice;

import java.util.Locale;

/**
 * What a message is about. A push says only this and an id; the words are the worker's own, for they
 * stand on a locked screen that anybody may read.
 */
public enum Topic {
  /** Somebody who is called is to look. */
  ALARM("/alarms/"),
  /** The pair whose alarm it is. */
  PAIR("/round/"),
  /** A pair that was to be back. */
  ASK("/round/"),
  /** A pair that says it is safe, to those who were called. */
  SAFE("/alarms/"),
  /** A pair that nobody watches any more. */
  UNWATCHED("/round/"),
  /** The same, to who plans. */
  UNCOVERED("/roster"),
  ROSTER("/roster"),
  SWAP("/roster"),
  CHANNEL("/roster"),
  /** The office answered somebody without an account. */
  REPORT("/reports"),
  /** Proves a contact; what it is about is the code itself. */
  CODE(null),
  /** From before there were topics. */
  NEWS(null);

  /** What every exercise is to a push, whatever it is about. */
  static final String PRACTICE = "practice";

  private final String page;

  Topic(String page) {
    this.page = page;
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Topic of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }

  /** The page that a message opens, or null. */
  String path(String about) {
    if (page == null || !page.endsWith("/")) {
      return page;
    }
    return about == null ? page.substring(0, page.length() - 1) : page + about;
  }
}
