package nl.buurtronde.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.kernel.Role;

/**
 * An account as those who set up see it.
 *
 * @param districts those of now, or of the moment it was revoked
 * @param revokedAt null while it may be used
 */
public record Account(
    UUID id,
    String name,
    String fullName,
    Role role,
    Set<UUID> districts,
    Instant createdAt,
    Instant revokedAt) {
  public Account {
    districts = Set.copyOf(districts);
  }
}
