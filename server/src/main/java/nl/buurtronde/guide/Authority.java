package nl.buurtronde.guide;

import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;

/** Who sets up writes the guide, staff read how it came about, and each introduces themself. */
final class Authority {
  private Authority() {}

  static void requireSetup(Actor actor) {
    require(actor.role().setsUp(), "guide.setup");
  }

  static void requireStaff(Actor actor) {
    require(actor.role().isStaff() || actor.role().setsUp(), "guide.staff");
  }

  static void requireVolunteer(Actor actor) {
    require(actor.role() == Role.VOLUNTEER, "introduction.volunteer");
  }

  private static void require(boolean allowed, String refusal) {
    if (!allowed) {
      throw new Refusal(Reason.FORBIDDEN, refusal);
    }
  }
}
