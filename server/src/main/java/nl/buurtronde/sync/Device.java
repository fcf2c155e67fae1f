package nl.buurtronde.sync;

import java.time.Instant;
import java.util.UUID;

/**
 * A phone of one account, with what it said of itself at its last contact.
 *
 * @param lastN the highest mutation number the server has
 * @param durableN the highest that a backup holds, where backups are configured
 * @param unsent how many mutations it still held; null when it never said
 * @param usage bytes the app holds on the phone; null when unknown
 */
public record Device(
    UUID id,
    UUID account,
    String name,
    long lastN,
    long durableN,
    Instant lastSeenAt,
    Instant lastSyncAt,
    Long unsent,
    Long missingPhotos,
    Boolean persisted,
    Long usage,
    Long quota,
    String version,
    Instant revokedAt) {

  /** What a phone reports of itself. */
  public record Report(
      String name,
      Long unsent,
      Long missingPhotos,
      Boolean persisted,
      Long usage,
      Long quota,
      String version) {}
}
