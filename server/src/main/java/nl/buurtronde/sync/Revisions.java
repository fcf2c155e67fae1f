package nl.buurtronde.sync;

import org.jdbi.v3.core.Handle;

/** The one counter whose order is the commit order; a time would miss rows. */
public final class Revisions {
  private Revisions() {}

  /** Takes the next number inside the writing transaction. */
  public static long next(Handle handle) {
    return handle
        .createQuery("UPDATE revision SET value = value + 1 WHERE id = 1 RETURNING value")
        .mapTo(Long.class)
        .one();
  }

  public static long current(Handle handle) {
    return handle
        .createQuery("SELECT value FROM revision WHERE id = 1")
        .mapTo(Long.class)
        .one();
  }
}
