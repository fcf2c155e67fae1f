package nl.buurtronde.observation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.sync.Change;
import nl.buurtronde.sync.Changes;
import org.jdbi.v3.core.Handle;

/** What a phone pulls: what its owner may see, and that something no longer is for their eyes. */
final class ObservationChanges implements Changes {
  private static final String NOUN = "observation";

  private final Values values;

  ObservationChanges(Values values) {
    this.values = values;
  }

  @Override
  public List<Change> since(Handle handle, Actor actor, long after, int limit) {
    List<Observation> seen =
        Selection.onPhoneOf(actor)
            .with("revision > :after", "after", after)
            .listByRevision(handle, limit);
    List<Change> changes = new ArrayList<>();
    values
        .of(handle, seen)
        .forEach(value -> changes.add(Change.of(NOUN, value.id(), value.revision(), value)));
    // A phone that starts anew holds nothing that could have left its sight.
    if (after > 0) {
      Selection.onPhoneOf(actor)
          .listDepartures(handle, actor, after, limit)
          .forEach(d -> changes.add(gone(d)));
    }
    changes.sort(Comparator.comparingLong(Change::revision));
    return changes.size() > limit ? List.copyOf(changes.subList(0, limit)) : changes;
  }

  private static Change gone(Selection.Departure departure) {
    String why = departure.state() == State.WITHDRAWN ? "deleted" : "scope";
    return Change.gone(NOUN, departure.observation(), departure.revision(), why);
  }
}
