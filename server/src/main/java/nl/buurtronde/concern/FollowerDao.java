package nl.buurtronde.concern;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Statements;
import nl.buurtronde.notice.Sign;
import org.jdbi.v3.core.Handle;

final class FollowerDao {
  private final Handle handle;

  FollowerDao(Handle handle) {
    this.handle = handle;
  }

  record Row(UUID subject, String address) {}

  Optional<Row> find(UUID id) {
    return Statements.find(
        handle,
        "SELECT subject_id, address FROM follower WHERE id = ?",
        row -> new Row(Columns.uuid(row, 1), row.getString(2)),
        id);
  }

  List<UUID> list(UUID subject) {
    return Statements.list(
        handle,
        "SELECT id FROM follower WHERE subject_id = ? ORDER BY created_at, id",
        row -> Columns.uuid(row, 1),
        subject);
  }

  void insert(UUID id, UUID subject, Sign.Browser to, String language, Instant now) {
    Statements.update(
        handle,
        """
        INSERT INTO follower
          (id, subject_id, address, subscription, language, pending, created_at)
        VALUES (?, ?, ?, ?, ?, 0, ?)
        """,
        id,
        subject,
        to.address(),
        to.subscription(),
        language,
        now);
  }

  /** False when this browser did not follow it yet; what is pending for it stays so. */
  boolean replace(UUID id, UUID subject, Sign.Browser to, String language) {
    return Statements.update(
            handle,
            """
            UPDATE follower
               SET id = ?, subscription = ?, language = ?
             WHERE subject_id = ? AND address = ?
            """,
            id,
            to.subscription(),
            language,
            subject,
            to.address())
        > 0;
  }

  void tell(UUID subject) {
    Statements.update(handle, "UPDATE follower SET pending = 1 WHERE subject_id = ?", subject);
  }

  List<Sign> listPending(int most) {
    return Statements.list(
        handle,
        """
        SELECT id, address, subscription, language
          FROM follower
         WHERE pending = 1
         ORDER BY created_at, id
         LIMIT ?
        """,
        row ->
            new Sign(
                Columns.uuid(row, 1),
                new Sign.Browser(row.getString(2), row.getString(3)),
                row.getString(4)),
        most);
  }

  void clear(UUID id) {
    Statements.update(handle, "UPDATE follower SET pending = 0 WHERE id = ?", id);
  }

  /** Unless another browser took its place. */
  void removeAt(UUID id, String address) {
    Statements.update(handle, "DELETE FROM follower WHERE id = ? AND address = ?", id, address);
  }

  void remove(UUID subject, UUID id) {
    Statements.update(handle, "DELETE FROM follower WHERE subject_id = ? AND id = ?", subject, id);
  }

  void removeAll(UUID subject) {
    Statements.update(handle, "DELETE FROM follower WHERE subject_id = ?", subject);
  }
}
