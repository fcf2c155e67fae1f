package nl.buurtronde.sync;

import java.util.Locale;

/**
 * What became of a mutation.
 *
 * @param revision of the entity afterwards; null when quarantined
 * @param reason the key of why it was quarantined, else null
 */
public record Verdict(Status status, Long revision, String reason) {
  public enum Status {
    APPLIED,
    /** Applied, while another phone had changed the same record. */
    MERGED,
    QUARANTINED,
    /** The same mutation had already come in by another way. */
    DUPLICATE;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Verdict applied(long revision) {
    return new Verdict(Status.APPLIED, revision, null);
  }

  public static Verdict merged(long revision) {
    return new Verdict(Status.MERGED, revision, null);
  }

  public static Verdict quarantined(String reason) {
    return new Verdict(Status.QUARANTINED, null, reason);
  }
}
