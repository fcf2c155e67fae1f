package nl.buurtronde.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.sync.Change;
import nl.buurtronde.sync.Changes;
import org.jdbi.v3.core.Handle;

/** The rounds a phone keeps: its owner's, and those planned where its owner walks. */
final class RoundChanges implements Changes {
  private static final String NOUN = "round";

  private final Values values;

  RoundChanges(Values values) {
    this.values = values;
  }

  @Override
  public List<Change> since(Handle handle, Actor actor, long after, int limit) {
    Sight sight = new Sight(handle, actor);
    List<Change> changes = new ArrayList<>();
    values
        .of(handle, sight.since(after, limit), actor)
        .forEach(value -> changes.add(Change.of(NOUN, value.id(), value.revision(), value)));
    // A phone that starts anew holds nothing that could have left its sight.
    if (after > 0) {
      sight.departures(after, limit).forEach(departure -> changes.add(gone(departure)));
    }
    changes.sort(Comparator.comparingLong(Change::revision));
    return changes.size() > limit ? List.copyOf(changes.subList(0, limit)) : changes;
  }

  private static Change gone(Sight.Departure departure) {
    String why = departure.state() == State.CANCELLED ? "deleted" : "scope";
    return Change.gone(NOUN, departure.round(), departure.revision(), why);
  }
}
