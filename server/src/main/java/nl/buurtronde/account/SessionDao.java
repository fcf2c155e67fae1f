package nl.buurtronde.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Statements;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Role;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SessionDao {
  /** A session with the person as they are now, so that nothing about them can be stale. */
  record Row(
      UUID accountId,
      String name,
      Role role,
      String districts,
      UUID deviceId,
      Instant lastSeenAt,
      Instant expiresAt,
      boolean revoked) {
    Actor actor() {
      return new Actor(accountId, name, role, AccountDao.ids(districts));
    }
  }

  // Asked at every request, and the next at a push: see Statements.
  static Optional<Row> find(Handle handle, String tokenHash) {
    return Statements.find(
        handle,
        """
        SELECT s.account_id, a.name, a.role, s.device_id, s.last_seen_at, s.expires_at,
               s.revoked_at IS NOT NULL OR a.revoked_at IS NOT NULL AS revoked,
               (SELECT string_agg(m.district_id, ',')
                  FROM account_district m
                 WHERE m.account_id = a.id AND m.until_at IS NULL) AS districts
          FROM session s
          JOIN account a ON a.id = s.account_id
         WHERE s.token_hash = ?
        """,
        row ->
            new Row(
                Columns.uuid(row, 1),
                row.getString(2),
                Role.of(row.getString(3)),
                row.getString(8),
                Columns.uuid(row, 4),
                Columns.instant(row, 5),
                Columns.instant(row, 6),
                row.getBoolean(7)),
        tokenHash);
  }

  static void bind(Handle handle, String tokenHash, UUID device) {
    Statements.update(
        handle, "UPDATE session SET device_id = ? WHERE token_hash = ?", device, tokenHash);
  }

  @SqlUpdate(
      """
      INSERT INTO session (token_hash, account_id, created_at, last_seen_at, expires_at)
      VALUES (:tokenHash, :account, :now, :now, :expiresAt)
      """)
  void insert(String tokenHash, UUID account, Instant now, Instant expiresAt);

  @SqlUpdate("UPDATE session SET last_seen_at = :now WHERE token_hash = :tokenHash")
  void touch(String tokenHash, Instant now);

  @SqlUpdate(
      """
      UPDATE session SET revoked_at = :now
       WHERE token_hash = :tokenHash AND revoked_at IS NULL
      """)
  void revoke(String tokenHash, Instant now);

  @SqlUpdate("DELETE FROM session WHERE token_hash = :tokenHash AND revoked_at IS NULL")
  void delete(String tokenHash);

  @SqlUpdate(
      """
      UPDATE session SET expires_at = :now
       WHERE account_id = :account AND revoked_at IS NULL AND expires_at > :now
      """)
  void expireAll(UUID account, Instant now);

  @SqlUpdate(
      """
      UPDATE session SET revoked_at = :now
       WHERE account_id = :account AND revoked_at IS NULL
      """)
  void revokeAll(UUID account, Instant now);

  @SqlUpdate(
      """
      UPDATE session SET revoked_at = :now
       WHERE device_id = :device AND revoked_at IS NULL
      """)
  void revokeDevice(UUID device, Instant now);

  @SqlUpdate(
      """
      UPDATE session SET expires_at = :now
       WHERE account_id = :account AND device_id IS NULL AND revoked_at IS NULL
         AND expires_at > :now
      """)
  void expireUnbound(UUID account, Instant now);

  @SqlUpdate(
      """
      DELETE FROM session
       WHERE (revoked_at IS NULL AND (expires_at < :endedBefore OR last_seen_at < :seenBefore))
          OR revoked_at < :revokedBefore
      """)
  void forget(Instant endedBefore, Instant seenBefore, Instant revokedBefore);
}
