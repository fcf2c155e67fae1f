package nl.buurtronde.concern;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Statements;
import nl.buurtronde.observation.Where;
import org.jdbi.v3.core.Handle;

final class ConcernDao {
  private static final String SELECT =
      "SELECT "
          + Envelope.COLUMNS
          + ", "
          + Standing.COLUMNS
          + ", complex_id, description FROM concern";
  private final Handle handle;

  ConcernDao(Handle handle) {
    this.handle = handle;
  }

  /** False when there is one by that identifier already. */
  boolean insert(Concern c) {
    Envelope e = c.envelope();
    Standing s = c.standing();
    return Statements.update(
            handle,
            """
            INSERT INTO concern
              (id, code_hash, digest, district_id, text, urgency, complex_id, description,
               language, phone, email, state, awaits, claimed_at, received_at, changed_at,
               revision)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """,
            e.id(),
            e.codeHash(),
            e.digest(),
            e.district(),
            e.text(),
            e.urgency(),
            c.complex(),
            c.description(),
            e.language(),
            e.contact().phone(),
            e.contact().email(),
            s.progress().state().wire(),
            s.progress().awaits().wire(),
            e.claimedAt(),
            s.receivedAt(),
            s.changedAt(),
            s.revision())
        > 0;
  }

  Optional<Concern> find(UUID id) {
    return handle
        .select(SELECT + " WHERE id = ?", id)
        .map((row, context) -> concern(row))
        .findOne();
  }

  /** Newest first. */
  List<Concern> list(Where where, int most) {
    String sql = SELECT + " WHERE " + where.sql() + " ORDER BY received_at DESC, id DESC LIMIT :most";
    return where
        .bind(handle.createQuery(sql))
        .bind("most", most)
        .map((row, context) -> concern(row))
        .list();
  }

  long count(Where where) {
    return where
        .bind(handle.createQuery("SELECT COUNT(*) FROM concern WHERE " + where.sql()))
        .mapTo(Long.class)
        .one();
  }

  List<UUID> listClosedBy(Instant then) {
    return Statements.list(
        handle,
        "SELECT id FROM concern WHERE closed_at <= ? ORDER BY id",
        row -> Columns.uuid(row, 1),
        then);
  }

  void delete(UUID id) {
    Statements.update(handle, "DELETE FROM concern WHERE id = ?", id);
  }

  private static Concern concern(ResultSet row) throws SQLException {
    return new Concern(
        Envelope.read(row),
        Standing.read(row),
        Columns.uuid(row, "complex_id"),
        row.getString("description"));
  }
}
