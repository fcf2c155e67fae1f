package nl.buurtronde.account;

import java.util.Set;
import java.util.UUID;
import nl.buurtronde.kernel.Role;

/**
 * Somebody with an account, also one that was revoked.
 *
 * @param name what they sign in with
 */
public record Person(UUID id, String name, String fullName, Role role, Set<UUID> districts) {
  public Person {
    districts = Set.copyOf(districts);
  }
}
