package nl.buurtronde.category;

import java.util.List;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.sync.Change;
import nl.buurtronde.sync.Changes;
import org.jdbi.v3.core.Handle;

/** Everybody has all categories. */
final class CategoryChanges implements Changes {
  @Override
  public List<Change> since(Handle handle, Actor actor, long after, int limit) {
    return handle.attach(CategoryDao.class).since(after, limit).stream()
        .map(it -> Change.of("category", it.key(), it.revision(), it))
        .toList();
  }
}
