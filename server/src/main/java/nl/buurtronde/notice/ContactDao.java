package nl.buurtronde.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Those that were not removed; plain statements, for the watch asks every half second. */
final class ContactDao {
  private static final RowMapper<Row> MAPPER = (rows, context) -> row(rows);

  private final Handle handle;

  ContactDao(Handle handle) {
    this.handle = handle;
  }

  /**
   * @param codes how many codes were sent so far
   * @param tries how often the last one was guessed at
   */
  record Row(
      Contact contact, String subscription, int codes, String codeHash, Instant expiresAt, int tries) {}

  /** False when there is or was one by that identifier. */
  boolean insert(Contact contact, String subscription, Instant now) {
    return handle.execute(
            """
            INSERT INTO contact
              (id, account_id, kind, address, subscription, proven_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """,
            contact.id(),
            contact.account(),
            contact.kind().wire(),
            contact.address(),
            subscription,
            contact.provenAt(),
            now)
        > 0;
  }

  Optional<Row> find(UUID id) {
    return handle
        .select(
            """
            SELECT id, account_id, kind, address, subscription, codes, code_hash, code_expires_at,
                   code_tries, proven_at, last_handed_at, last_failed_at
              FROM contact
             WHERE id = ? AND removed_at IS NULL
            """,
            id)
        .map(MAPPER)
        .findOne();
  }

  List<Contact> list(UUID account) {
    return handle
        .select(
            """
            SELECT id, account_id, kind, address, subscription, codes, code_hash, code_expires_at,
                   code_tries, proven_at, last_handed_at, last_failed_at
              FROM contact
             WHERE account_id = ? AND removed_at IS NULL
             ORDER BY created_at, id
            """,
            account)
        .map(MAPPER)
        .map(Row::contact)
        .list();
  }

  /** Those of other people at this address. */
  List<UUID> listOthers(Contact contact) {
    return handle
        .select(
            """
            SELECT id
              FROM contact
             WHERE address = ? AND kind = ? AND account_id <> ? AND removed_at IS NULL
            """,
            contact.address(),
            contact.kind().wire(),
            contact.account())
        .mapTo(UUID.class)
        .list();
  }

  boolean isInUse(Kind kind) {
    return handle
        .select(
            """
            SELECT EXISTS (
              SELECT 1 FROM contact
               WHERE kind = ? AND proven_at IS NOT NULL AND removed_at IS NULL)
            """,
            kind.wire())
        .mapTo(Boolean.class)
        .one();
  }

  /** Replaces the code; gives its number. */
  int setCode(UUID id, String hash, Instant expiresAt) {
    return handle
        .select(
            """
            UPDATE contact
               SET codes = codes + 1, code_hash = ?, code_expires_at = ?, code_tries = 0
             WHERE id = ?
            RETURNING codes
            """,
            hash,
            expiresAt,
            id)
        .mapTo(Integer.class)
        .one();
  }

  void countTry(UUID id) {
    handle.execute("UPDATE contact SET code_tries = code_tries + 1 WHERE id = ?", id);
  }

  void prove(UUID id, Instant at) {
    handle.execute(
        """
        UPDATE contact
           SET proven_at = ?, code_hash = NULL, code_expires_at = NULL
         WHERE id = ?
        """,
        at,
        id);
  }

  /** Forgets the address; the row stays for the deliveries that name it. */
  void remove(UUID id, Instant at) {
    handle.execute(
        """
        UPDATE contact
           SET removed_at = ?, address = '', subscription = NULL, code_hash = NULL
         WHERE id = ? AND removed_at IS NULL
        """,
        at,
        id);
  }

  void noteHanded(UUID id, Instant at) {
    handle.execute("UPDATE contact SET last_handed_at = ? WHERE id = ?", at, id);
  }

  void noteFailed(UUID id, Instant at) {
    handle.execute("UPDATE contact SET last_failed_at = ? WHERE id = ?", at, id);
  }

  private static Row row(ResultSet rows) throws SQLException {
    Contact contact =
        new Contact(
            UUID.fromString(rows.getString("id")),
            UUID.fromString(rows.getString("account_id")),
            Kind.of(rows.getString("kind")),
            rows.getString("address"),
            time(rows, "proven_at"),
            time(rows, "last_handed_at"),
            time(rows, "last_failed_at"));
    return new Row(
        contact,
        rows.getString("subscription"),
        rows.getInt("codes"),
        rows.getString("code_hash"),
        time(rows, "code_expires_at"),
        rows.getInt("code_tries"));
  }

  static Instant time(ResultSet rows, String column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? null : Instant.parse(text);
  }
}
