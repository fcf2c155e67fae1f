package nl.buurtronde.sync;

import java.util.List;
import nl.buurtronde.kernel.Actor;
import org.jdbi.v3.core.Handle;

/** What a phone may pull from one room. */
public interface Changes {
  /**
   * The first {@code limit} records this person may see, or may no longer see, whose revision is
   * above {@code after}, in the order of their revision.
   */
  List<Change> since(Handle handle, Actor actor, long after, int limit);
}
