package nl.buurtronde.notice;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What each channel last did. */
final class ChannelDao {
  private final Handle handle;

  ChannelDao(Handle handle) {
    this.handle = handle;
  }

  void noteHanded(Kind kind, Instant at) {
    handle.execute(
        """
        INSERT INTO channel (kind, down, last_handed_at) VALUES (?, 0, ?)
        ON CONFLICT (kind) DO UPDATE SET down = 0, last_handed_at = excluded.last_handed_at
        """,
        kind.wire(),
        at);
  }

  void noteDown(Kind kind, Instant at) {
    handle.execute(
        """
        INSERT INTO channel (kind, down, last_failed_at) VALUES (?, 1, ?)
        ON CONFLICT (kind) DO UPDATE SET down = 1, last_failed_at = excluded.last_failed_at
        """,
        kind.wire(),
        at);
  }

  Health.Line find(Kind kind, boolean inUse) {
    return handle
        .select("SELECT down, last_handed_at, last_failed_at FROM channel WHERE kind = ?", kind.wire())
        .map(
            (rows, context) ->
                new Health.Line(
                    kind,
                    inUse,
                    rows.getInt("down") == 1,
                    ContactDao.time(rows, "last_handed_at"),
                    ContactDao.time(rows, "last_failed_at")))
        .findOne()
        .orElse(new Health.Line(kind, inUse, false, null, null));
  }
}
