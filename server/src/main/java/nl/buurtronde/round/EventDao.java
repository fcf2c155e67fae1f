package nl.buurtronde.round;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import nl.buurtronde.kernel.Id;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What happened on rounds; rows are only added. */
final class EventDao {
  private final Handle handle;

  EventDao(Handle handle) {
    this.handle = handle;
  }

  /**
   * @param by null for what the server itself noted
   * @param claimedAt what the phone's clock said, or null
   */
  public record Event(
      String kind,
      @ColumnName("account_id") UUID by,
      Instant at,
      Instant claimedAt,
      Instant receivedAt,
      JsonNode detail) {}

  void add(UUID round, long revision, Event event) {
    handle.execute(
        """
        INSERT INTO round_event
          (id, round_id, revision, kind, account_id, at, claimed_at, received_at, detail)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Id.next(),
        round,
        revision,
        event.kind(),
        event.by(),
        Columns.text(event.at()),
        event.claimedAt() == null ? null : Columns.text(event.claimedAt()),
        Columns.text(event.receivedAt()),
        event.detail().toString());
  }

  List<Event> list(UUID round) {
    return handle
        .select(
            """
            SELECT kind, account_id, at, claimed_at, received_at, detail
              FROM round_event
             WHERE round_id = ?
             ORDER BY revision, CASE WHEN kind IN ('watched', 'unwatched') THEN 1 ELSE 0 END, id
            """,
            round)
        .map(ConstructorMapper.of(Event.class))
        .list();
  }
}
