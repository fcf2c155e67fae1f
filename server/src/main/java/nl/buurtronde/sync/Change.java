package nl.buurtronde.sync;

/**
 * One record as a phone should now hold it.
 *
 * @param value what to keep, or null when it is gone
 * @param gone "deleted", "scope" (no longer this person's to see), or null
 */
public record Change(String noun, String id, long revision, Object value, String gone) {
  public static Change of(String noun, Object id, long revision, Object value) {
    return new Change(noun, id.toString(), revision, value, null);
  }

  public static Change gone(String noun, Object id, long revision, String why) {
    return new Change(noun, id.toString(), revision, null, why);
  }
}
