package nl.buurtronde.observation;

import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/**
 * Where something stands with the office.
 *
 * @param outcome what came of it, once closed
 * @param review why somebody of the office must look at it again, or null
 */
public record Progress(State state, Awaits awaits, String outcome, String review) {
  static final String WITHDRAWN_AND_CHANGED = "withdrawn-and-changed";
  public static final Progress FRESH = new Progress(State.NEW, Awaits.OFFICE, null, null);

  public Progress {
    if (state == State.CLOSED && outcome == null) {
      throw new Refusal(Reason.INVALID, "observation.outcome");
    }
    if (state == State.WITHDRAWN && awaits != Awaits.NOBODY) {
      throw new IllegalArgumentException("What is withdrawn awaits nobody");
    }
  }

  public Progress to(State state, Awaits awaits) {
    return new Progress(state, awaits, outcome, null);
  }

  /** Who sent it replied: it opens nothing again, but a question has had its answer. */
  public Progress replied() {
    State next = state == State.ASKED ? State.ACKNOWLEDGED : state;
    return new Progress(next, Awaits.OFFICE, outcome, review);
  }

  /** Open to other volunteers of the district, unless it is sensitive. */
  boolean isOpen() {
    return state != State.CLOSED && state != State.WITHDRAWN;
  }
}
