package nl.buurtronde.concern;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Statements;
import org.jdbi.v3.core.Handle;

/** What the tables of all that tenants send have in common: who sent it twice, and how it stands. */
public final class Register {
  private final String selectKnown;
  private final String selectByCode;
  private final String updateStanding;
  private final String updateCode;
  private final String eraseContact;
  private final String selectContacts;
  private final String selectFollowed;

  /** @param table concern or report */
  public Register(String table) {
    selectKnown =
        of(
            table,
            """
            SELECT code_hash, digest, phone, email, contact_erased_at, state, received_at
              FROM {table}
             WHERE id = ?
            """);
    selectByCode =
        of(
            table,
            "SELECT id FROM {table} WHERE code_hash = ? AND (closed_at IS NULL OR closed_at > ?)");
    updateStanding =
        of(
            table,
            """
            UPDATE {table}
               SET state = ?, awaits = ?, outcome = ?, changed_at = ?, closed_at = ?, revision = ?
             WHERE id = ?
            """);
    updateCode = of(table, "UPDATE {table} SET code_hash = ? WHERE id = ? AND code_hash <> ?");
    eraseContact =
        of(
            table,
            """
            UPDATE {table}
               SET phone = NULL, email = NULL, contact_erased_at = ?, changed_at = ?, revision = ?
             WHERE id = ? AND contact_erased_at IS NULL
            """);
    selectContacts =
        of(
            table,
            """
            SELECT id FROM {table}
             WHERE closed_at <= ? AND (phone IS NOT NULL OR email IS NOT NULL)
             ORDER BY id
            """);
    selectFollowed =
        of(
            table,
            """
            SELECT id FROM {table}
             WHERE closed_at <= ? AND id IN (SELECT subject_id FROM follower)
             ORDER BY id
            """);
  }

  /**
   * What came before under an identifier.
   *
   * @param erased the contact data are gone, and cannot be compared any more
   */
  public record Known(
      String digest, Contact contact, boolean erased, String state, Instant receivedAt) {
    public boolean isSameAs(Envelope envelope) {
      return digest.equals(envelope.digest()) && (erased || contact.equals(envelope.contact()));
    }
  }

  public Optional<Known> find(Handle handle, UUID id) {
    return Statements.find(
        handle,
        selectKnown,
        row ->
            new Known(
                row.getString(2),
                new Contact(row.getString(3), row.getString(4)),
                row.getString(5) != null,
                row.getString(6),
                Columns.instant(row, 7)),
        id);
  }

  /** @param closedAfter what was closed before is followed no more */
  public Optional<UUID> findByCode(Handle handle, String codeHash, Instant closedAfter) {
    return Statements.find(
        handle, selectByCode, row -> Columns.uuid(row, 1), codeHash, closedAfter);
  }

  /** After the key of the codes was lost, a new one opens what is here. */
  public void setCode(Handle handle, UUID id, String codeHash) {
    Statements.update(handle, updateCode, codeHash, id, codeHash);
  }

  public void setStanding(Handle handle, UUID id, Standing standing) {
    Statements.update(
        handle,
        updateStanding,
        standing.progress().state().wire(),
        standing.progress().awaits().wire(),
        standing.progress().outcome(),
        standing.changedAt(),
        standing.closedAt(),
        standing.revision(),
        id);
  }

  /** False when they had been erased already. */
  public boolean eraseContact(Handle handle, UUID id, Instant now, long revision) {
    return Statements.update(handle, eraseContact, now, now, revision, id) > 0;
  }

  /** What was closed by then, and still says how to reach somebody. */
  public List<UUID> listWithContact(Handle handle, Instant closedBy) {
    return Statements.list(handle, selectContacts, row -> Columns.uuid(row, 1), closedBy);
  }

  /** What was closed by then, and is still followed by somebody's browser. */
  public List<UUID> listFollowed(Handle handle, Instant closedBy) {
    return Statements.list(handle, selectFollowed, row -> Columns.uuid(row, 1), closedBy);
  }

  private static String of(String table, String sql) {
    return sql.replace("{table}", table);
  }
}
