package nl.buurtronde.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Statements;
import org.jdbi.v3.core.Handle;

/** Every mutation that ever came; plain statements, for each of a batch goes through here. */
final class MutationDao {
  private final Handle handle;

  MutationDao(Handle handle) {
    this.handle = handle;
  }

  Optional<StoredMutation> find(UUID device, long n) {
    return Statements.find(
        handle,
        """
        SELECT device_id, n, id, account_id, name, entity_id, raw, digest, at, received_at,
               status, revision, reason
        FROM mutation WHERE device_id = ? AND n = ?
        """,
        MutationDao::read,
        device,
        n);
  }

  /** Nearly always there is none, and a look at one index tells. */
  Optional<StoredMutation> find(UUID id) {
    return isKnown(id) ? read(id) : Optional.empty();
  }

  private boolean isKnown(UUID id) {
    return Statements.find(
            handle,
            "SELECT 1 FROM mutation WHERE id = ? AND status <> 'duplicate'",
            row -> true,
            id)
        .isPresent();
  }

  private Optional<StoredMutation> read(UUID id) {
    return Statements.find(
        handle,
        """
        SELECT device_id, n, id, account_id, name, entity_id, raw, digest, at, received_at,
               status, revision, reason
        FROM mutation WHERE id = ? AND status <> 'duplicate'
        """,
        MutationDao::read,
        id);
  }

  void insert(StoredMutation m) {
    Statements.update(
        handle,
        """
        INSERT INTO mutation (device_id, n, id, account_id, name, entity_id, raw, digest, at,
                              received_at, status, revision, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        m.device(),
        m.n(),
        m.id(),
        m.account(),
        m.name(),
        m.entity(),
        m.raw(),
        m.digest(),
        m.at(),
        m.receivedAt(),
        m.status(),
        m.revision(),
        m.reason());
  }

  void admit(UUID id, String status, Long revision) {
    Statements.update(
        handle,
        """
        UPDATE mutation SET status = ?, revision = ?, reason = NULL
        WHERE id = ? AND status = 'quarantined'
        """,
        status,
        revision,
        id);
  }

  /** Whether anything waits, of whatever entity. */
  boolean isAnyParked() {
    return Statements.find(
            handle, "SELECT 1 FROM quarantine WHERE state = 'parked' LIMIT 1", row -> true)
        .isPresent();
  }

  /** Those of one entity that waited for its record to arrive, in the order they were made. */
  List<StoredMutation> waitingFor(UUID entity) {
    return isAnyParked(entity) ? listWaiting(entity) : List.of();
  }

  private boolean isAnyParked(UUID entity) {
    return Statements.find(
            handle,
            "SELECT 1 FROM quarantine WHERE entity_id = ? AND state = 'parked' LIMIT 1",
            row -> true,
            entity)
        .isPresent();
  }

  private List<StoredMutation> listWaiting(UUID entity) {
    return Statements.list(
        handle,
        """
        SELECT m.device_id, m.n, m.id, m.account_id, m.name, m.entity_id, m.raw, m.digest, m.at,
               m.received_at, m.status, m.revision, m.reason
        FROM quarantine q JOIN mutation m ON m.id = q.mutation_id AND m.status <> 'duplicate'
        WHERE q.entity_id = ? AND q.state = 'parked' AND q.reason LIKE '%.unknown'
        ORDER BY m.at, m.id
        """,
        MutationDao::read,
        entity);
  }

  private static StoredMutation read(ResultSet row) throws SQLException {
    return new StoredMutation(
        Columns.uuid(row, 1),
        row.getLong(2),
        Columns.uuid(row, 3),
        Columns.uuid(row, 4),
        row.getString(5),
        Columns.uuid(row, 6),
        row.getString(7),
        row.getString(8),
        Columns.instant(row, 9),
        Columns.instant(row, 10),
        row.getString(11),
        Columns.number(row, 12),
        row.getString(13));
  }
}
