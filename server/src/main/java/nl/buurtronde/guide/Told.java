package nl.buurtronde.guide;

/**
 * What is read in one language.
 *
 * @param language Dutch where there is no translation
 * @param stale whether the Dutch says something else by now
 */
record Told(Language language, String title, String text, boolean checked, boolean stale) {
  static Told inDutch(Entry entry) {
    return new Told(Language.NL, entry.title(), entry.text(), true, false);
  }
}
