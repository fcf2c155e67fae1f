package nl.buurtronde.audit;

import java.time.Clock;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import nl.buurtronde.kernel.Id;
import org.jdbi.v3.core.Handle;

/** Adds rows to the audit log, in the transaction of what they tell. */
public final class Audit {
  private final Clock clock;

  public Audit(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param account who did it; null for somebody unknown
   * @param action a noun and a verb, as {@code session.refused}
   * @param entity the identifier of what it was done to; never a name or a text
   * @param why the ground, or empty
   */
  public void record(Handle handle, UUID account, String action, String entity, String why) {
    handle.execute(
        """
        INSERT INTO audit (id, at, account_id, action, entity, why)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        Id.next().toString(),
        Columns.text(clock.instant()),
        account == null ? null : account.toString(),
        oneLine(action),
        oneLine(entity),
        oneLine(why));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
