package nl.buurtronde.observation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Statements;
import org.jdbi.v3.core.Handle;

/**
 * Which observations carry which photos, and which of those still have to come in. Here a photo
 * counts as come in when somebody who had a hand in the observation has sent it: that others did,
 * elsewhere, is nothing that its name may tell.
 */
final class CarriedPhotoDao {
  private final Handle handle;

  CarriedPhotoDao(Handle handle) {
    this.handle = handle;
  }

  void addPhoto(UUID observation, String sha256) {
    Statements.update(
        handle,
        """
        INSERT INTO observation_photo (sha256, observation_id) VALUES (?, ?)
        ON CONFLICT (sha256, observation_id) DO NOTHING
        """,
        sha256,
        observation);
  }

  /** Somebody of the office has seen all there were so far. */
  void check(UUID observation, Instant now) {
    Statements.update(
        handle,
        """
        UPDATE observation_photo SET checked_at = ?
         WHERE observation_id = ? AND checked_at IS NULL
        """,
        now,
        observation);
  }

  void removePhoto(UUID observation, String sha256) {
    Statements.update(
        handle,
        "DELETE FROM observation_photo WHERE sha256 = ? AND observation_id = ?",
        sha256,
        observation);
  }

  /** Everyone who holds an observation that carries this photo will pull it anew. */
  void touchThoseWith(String sha256, UUID sender, LongSupplier revision) {
    Statements.list(
            handle,
            """
            SELECT p.observation_id
              FROM observation_photo p
              JOIN observation o ON o.id = p.observation_id
             WHERE p.sha256 = ?
               AND (o.author_id = ?
                    OR EXISTS (SELECT 1 FROM observation_event e
                                WHERE e.observation_id = o.id AND e.account_id = ?))
            """,
            row -> Columns.uuid(row, 1),
            sha256,
            sender,
            sender)
        .forEach(
            id ->
                Statements.update(
                    handle,
                    "UPDATE observation SET revision = ? WHERE id = ?",
                    revision.getAsLong(),
                    id));
  }

  /** Expects it from this account's phone, unless it has sent it already. */
  void awaitPhoto(UUID account, String sha256) {
    Statements.update(
        handle,
        """
        INSERT INTO observation_photo_awaited (account_id, sha256)
        SELECT ?, ? WHERE NOT EXISTS
               (SELECT 1 FROM photo_sender WHERE sha256 = ? AND account_id = ?)
        ON CONFLICT (account_id, sha256) DO NOTHING
        """,
        account,
        sha256,
        sha256,
        account);
  }

  /** It has come from this account's phone. */
  void came(UUID account, String sha256) {
    Statements.update(
        handle,
        "DELETE FROM observation_photo_awaited WHERE account_id = ? AND sha256 = ?",
        account,
        sha256);
  }

  /** Stops expecting what has come, and what no observation carries any more. */
  void tidyAwaited(UUID account) {
    Statements.update(
        handle,
        """
        DELETE FROM observation_photo_awaited
         WHERE account_id = ?
           AND (EXISTS (SELECT 1 FROM photo_sender s
                         WHERE s.sha256 = observation_photo_awaited.sha256
                           AND s.account_id = observation_photo_awaited.account_id)
                OR NOT EXISTS (SELECT 1 FROM observation_photo p
                                WHERE p.sha256 = observation_photo_awaited.sha256))
        """,
        account);
  }

  List<String> listMissing(UUID account) {
    return Statements.list(
        handle,
        """
        SELECT a.sha256
          FROM observation_photo_awaited a
         WHERE a.account_id = ?
           AND EXISTS (SELECT 1 FROM observation_photo p WHERE p.sha256 = a.sha256)
           AND NOT EXISTS
               (SELECT 1 FROM photo_sender s
                 WHERE s.sha256 = a.sha256
                   AND (s.account_id = a.account_id
                        OR EXISTS
                           (SELECT 1 FROM observation_photo p
                              JOIN observation o ON o.id = p.observation_id
                             WHERE p.sha256 = a.sha256
                               AND (o.author_id = s.account_id
                                    OR EXISTS (SELECT 1 FROM observation_event e
                                                WHERE e.observation_id = o.id
                                                  AND e.account_id = s.account_id))
                               AND (o.author_id = a.account_id
                                    OR EXISTS (SELECT 1 FROM observation_event e
                                                WHERE e.observation_id = o.id
                                                  AND e.account_id = a.account_id)))))
         ORDER BY a.sha256
        """,
        row -> row.getString(1),
        account);
  }

  /** What has come in of the photos of these observations. */
  Map<UUID, Set<String>> stored(Collection<UUID> observations) {
    if (observations.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            """
            SELECT p.observation_id, p.sha256
              FROM observation_photo p
              JOIN observation o ON o.id = p.observation_id
             WHERE p.observation_id IN (<observations>)
               AND EXISTS
                   (SELECT 1 FROM photo_sender s
                     WHERE s.sha256 = p.sha256
                       AND (s.account_id = o.author_id
                            OR EXISTS (SELECT 1 FROM observation_event e
                                        WHERE e.observation_id = o.id
                                          AND e.account_id = s.account_id)))
            """)
        .bindList("observations", observations)
        .map((rows, context) -> Map.entry(UUID.fromString(rows.getString(1)), rows.getString(2)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }
}
