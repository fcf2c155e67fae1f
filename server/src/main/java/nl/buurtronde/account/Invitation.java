package nl.buurtronde.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.kernel.Role;

/**
 * A chance to make one account, with the role and the districts that were fixed at its issue.
 *
 * @param state open, used, expired or withdrawn
 */
public record Invitation(
    UUID id,
    String fullName,
    Role role,
    Set<UUID> districts,
    Instant createdAt,
    Instant expiresAt,
    String state) {

  /** What its maker sees, once: nobody can show the code again. */
  public record Issued(UUID id, String code, Instant expiresAt) {}

  /**
   * What its receiver sees before accepting; the districts by their names.
   *
   * @param name what somebody signs in with who has an account and chooses another password
   */
  public record Preview(
      String fullName, Role role, List<String> districts, Instant expiresAt, String name) {}
}
