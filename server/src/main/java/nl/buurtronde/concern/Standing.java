package nl.buurtronde.concern;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import nl.buurtronde.database.Columns;
import nl.buurtronde.observation.Awaits;
import nl.buurtronde.observation.Progress;
import nl.buurtronde.observation.State;

/**
 * Where what a tenant sent stands with the office.
 *
 * @param closedAt when it was closed, from which it is kept no longer than need be; null while open
 */
public record Standing(
    Progress progress, Instant receivedAt, Instant changedAt, Instant closedAt, long revision) {
  /** The columns that {@link #read} needs. */
  public static final String COLUMNS =
      "state, awaits, outcome, received_at, changed_at, closed_at, revision";

  public static Standing fresh(Instant now, long revision) {
    return new Standing(Progress.FRESH, now, now, null, revision);
  }

  public static Standing read(ResultSet row) throws SQLException {
    return new Standing(
        new Progress(
            State.of(row.getString("state")),
            Awaits.of(row.getString("awaits")),
            row.getString("outcome"),
            null),
        Columns.instant(row, "received_at"),
        Columns.instant(row, "changed_at"),
        Columns.instant(row, "closed_at"),
        row.getLong("revision"));
  }

  Standing to(Progress next, Instant now, long nextRevision) {
    boolean closed = next.state() == State.CLOSED;
    Instant since = closedAt == null ? now : closedAt;
    return new Standing(next, receivedAt, now, closed ? since : null, nextRevision);
  }
}
