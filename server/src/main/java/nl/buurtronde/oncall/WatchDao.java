package nl.buurtronde.oncall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.buurtronde.database.Columns;
import nl.buurtronde.oncall.Deadlines.Mark;
import org.jdbi.v3.core.Handle;

/** What the loop itself keeps from one run of the program to the next. */
final class WatchDao {
  private final Handle handle;

  WatchDao(Handle handle) {
    this.handle = handle;
  }

  Optional<Mark> find() {
    return handle
        .select("SELECT seen_at, behind_ms FROM watch_mark WHERE id = 1")
        .map((rows, context) -> mark(rows))
        .findOne();
  }

  void keep(Mark mark) {
    handle.execute(
        """
        INSERT INTO watch_mark (id, seen_at, behind_ms) VALUES (1, ?, ?)
        ON CONFLICT (id) DO UPDATE
          SET seen_at = excluded.seen_at, behind_ms = excluded.behind_ms
        """,
        Columns.text(mark.seenAt()),
        mark.behind().toMillis());
  }

  private static Mark mark(ResultSet rows) throws SQLException {
    return new Mark(
        Instant.parse(rows.getString("seen_at")), Duration.ofMillis(rows.getLong("behind_ms")));
  }
}
