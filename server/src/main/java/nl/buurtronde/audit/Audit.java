package nl.buurtronde.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import nl.buurtronde.kernel.Id;
import org.jdbi.v3.core.Handle;

/** The audit log: rows are added in the transaction of what they tell, and never changed. */
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

  /** Who did this to it, and when; the first in front. */
  public List<Entry> list(Handle handle, String action, String entity) {
    return handle
        .select(
            """
            SELECT account_id, at FROM audit
             WHERE entity = ? AND action = ? AND account_id IS NOT NULL
             ORDER BY at, id
            """,
            entity,
            action)
        .map((row, context) -> new Entry(Columns.uuid(row, 1), Columns.instant(row, 2)))
        .list();
  }

  public record Entry(UUID account, Instant at) {}

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
