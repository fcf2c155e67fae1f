package nl.buurtronde.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.sync.Change;
import nl.buurtronde.sync.Changes;
import org.jdbi.v3.core.Handle;

/** The places a phone keeps: those of its person's districts. */
final class PlaceChanges implements Changes {
  @Override
  public List<Change> since(Handle handle, Actor actor, long after, int limit) {
    PlaceDao dao = handle.attach(PlaceDao.class);
    Set<UUID> seen = Places.seen(dao, actor);
    List<Change> changes = new ArrayList<>();
    dao.districtsSince(seen, after, limit)
        .forEach(it -> changes.add(Change.of("district", it.id(), it.revision(), it)));
    dao.complexesSince(seen, after, limit)
        .forEach(it -> changes.add(Change.of("complex", it.id(), it.revision(), it)));
    dao.departuresSince(seen, after, limit)
        .forEach(it -> changes.add(Change.gone("complex", it.complex(), it.revision(), "scope")));
    changes.sort(Comparator.comparingLong(Change::revision));
    return changes.subList(0, Math.min(limit, changes.size()));
  }
}
