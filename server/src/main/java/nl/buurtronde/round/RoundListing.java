package nl.buurtronde.round;

import java.util.List;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;

/** What may be asked of the list of rounds. */
final class RoundListing {
  private RoundListing() {}

  static List<State> states(String wire) {
    if (wire == null || wire.isEmpty()) {
      return List.of(State.values());
    }
    if (wire.equals("open")) {
      return List.of(State.STARTED, State.WALKING);
    }
    for (State state : State.values()) {
      if (state.wire().equals(wire)) {
        return List.of(state);
      }
    }
    throw new Refusal(Reason.INVALID, "round.filter");
  }

  /** Null for all. */
  static List<UUID> districts(Actor actor, UUID asked) {
    boolean everywhere = actor.role() == Role.COORDINATOR;
    if (asked != null) {
      return everywhere || isOf(actor, asked) ? List.of(asked) : List.of();
    }
    if (everywhere) {
      return null;
    }
    return actor.role() == Role.ADMIN ? List.of() : List.copyOf(actor.districts());
  }

  private static boolean isOf(Actor actor, UUID district) {
    return actor.role() != Role.ADMIN && actor.districts().contains(district);
  }
}
