package nl.buurtronde.kernel;

import java.util.Set;
import java.util.UUID;

/** The person on whose behalf something is done, as the server knows them now. */
public record Actor(UUID id, String name, Role role, Set<UUID> districts) {
  public Actor {
    districts = Set.copyOf(districts);
  }

  /** A coordinator works for the whole city, everybody else for the districts of the account. */
  public boolean seesDistrict(UUID district) {
    return role == Role.COORDINATOR || districts.contains(district);
  }
}
