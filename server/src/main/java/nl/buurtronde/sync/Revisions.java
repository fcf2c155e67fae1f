package nl.buurtronde.sync;

import nl.buurtronde.database.Statements;
import org.jdbi.v3.core.Handle;

/** The one counter whose order is the commit order; a time would miss rows. */
public final class Revisions {
  private Revisions() {}

  /** Takes the next number inside the writing transaction. */
  public static long next(Handle handle) {
    return first(handle, 1);
  }

  /** Takes that many numbers in a row, and gives the first. */
  public static long first(Handle handle, int count) {
    long last =
        Statements.find(
                handle,
                "UPDATE revision SET value = value + ? WHERE id = 1 RETURNING value",
                row -> row.getLong(1),
                count)
            .orElseThrow();
    return last - count + 1;
  }

  public static long current(Handle handle) {
    return Statements.find(
            handle, "SELECT value FROM revision WHERE id = 1", row -> row.getLong(1))
        .orElseThrow();
  }
}
