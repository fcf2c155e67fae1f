package nl.buurtronde.oncall;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.sync.Mutation;
import nl.buurtronde.sync.Mutations;
import nl.buurtronde.sync.Verdict;

/** Calling for help through the outbox; the same call may also come by its own address. */
final class AlarmMutations implements Mutations {
  private static final String CALL = "alarm.call";

  private final Alarms alarms;

  AlarmMutations(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Set<String> names() {
    return Set.of(CALL);
  }

  @Override
  public Prepared prepare(Mutation m) {
    UUID round = round(m.args().path("round"));
    return (author, admitted, handle) ->
        Verdict.applied(
            alarms.call(handle, author, m.entity(), round, m.claimedAt()).revision());
  }

  // A call for help is not set aside because something in it is odd.
  private static UUID round(JsonNode node) {
    try {
      return node.isTextual() ? Id.parse(node.textValue()) : null;
    } catch (Refusal e) {
      return null;
    }
  }
}
