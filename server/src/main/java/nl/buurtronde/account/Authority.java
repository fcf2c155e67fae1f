package nl.buurtronde.account;

import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;

/** Who may give which role: coordinators all but administrator, administrators all. */
final class Authority {
  private Authority() {}

  static void requireOver(Actor actor, Role role) {
    boolean allowed =
        actor.role() == Role.ADMIN || (actor.role() == Role.COORDINATOR && role != Role.ADMIN);
    if (!allowed) {
      throw new Refusal(Reason.FORBIDDEN, "account.admin.only");
    }
  }

  /** Whoever walks or answers somewhere must be told where. */
  static void requireDistricts(Role role, int districts) {
    if (districts == 0 && (role == Role.VOLUNTEER || role == Role.CARETAKER)) {
      throw new Refusal(Reason.UNPROCESSABLE, "account.districts.missing");
    }
  }
}
