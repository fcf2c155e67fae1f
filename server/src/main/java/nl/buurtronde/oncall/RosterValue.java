package nl.buurtronde.oncall;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.kernel.Role;

/** The roster of a period: who is on call, when nobody can be reached, and who could be. */
public record RosterValue(List<ShiftValue> shifts, List<GapValue> gaps, List<SomeoneValue> people) {
  /**
   * @param proposed who was asked to take it over, or null
   * @param reachable whether a message would reach its holder
   */
  record ShiftValue(
      UUID id,
      UUID district,
      Who person,
      Instant startsAt,
      Instant endsAt,
      int rank,
      SwapValue proposed,
      boolean reachable) {}

  record SwapValue(UUID id, Who person) {}

  record GapValue(UUID district, Instant from, Instant to) {}

  record SomeoneValue(UUID id, String name, String fullName, Role role, boolean reachable) {}
}
