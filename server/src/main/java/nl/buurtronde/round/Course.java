package nl.buurtronde.round;

import java.util.List;
import java.util.UUID;

/**
 * What is walked.
 *
 * @param code what the second phone shows that it knows
 * @param route its name, or empty
 */
public record Course(UUID district, String code, Kind kind, String route, List<UUID> complexes) {
  public Course {
    complexes = List.copyOf(complexes);
  }
}
