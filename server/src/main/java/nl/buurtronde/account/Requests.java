package nl.buurtronde.account;

import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** What every body that comes in must have. */
final class Requests {
  private Requests() {}

  static void require(Object... fields) {
    for (Object field : fields) {
      if (field == null) {
        throw new Refusal(Reason.INVALID, "json.invalid");
      }
    }
  }
}
