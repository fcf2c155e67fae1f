package nl.buurtronde.concern;

import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.database.Statements;
import org.jdbi.v3.core.Handle;

/** Who was named as a reader of concerns, or taken away as one. */
final class ReaderDao {
  private final Handle handle;

  ReaderDao(Handle handle) {
    this.handle = handle;
  }

  /** Empty when nobody said anything about this person. */
  Optional<Boolean> find(UUID account) {
    return Statements.find(
        handle,
        "SELECT reads FROM concern_reader WHERE account_id = ?",
        row -> row.getBoolean(1),
        account);
  }

  void save(UUID account, boolean reads) {
    Statements.update(
        handle,
        """
        INSERT INTO concern_reader (account_id, reads) VALUES (?, ?)
        ON CONFLICT (account_id) DO UPDATE SET reads = excluded.reads
        """,
        account,
        reads);
  }
}
