package nl.buurtronde.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.kernel.Role;

/**
 * An account to be made.
 *
 * @param password as typed; only its hash is kept
 * @param since when it, and its membership of the districts, begins
 */
public record NewAccount(
    String name, String fullName, Role role, Set<UUID> districts, String password, Instant since) {
  public NewAccount {
    districts = Set.copyOf(districts);
  }

  @Override
  public String toString() {
    return "NewAccount[" + role + "]"; // so that no log ever shows the password
  }
}
