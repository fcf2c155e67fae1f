package nl.buurtronde.observation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Statements;
import org.jdbi.v3.core.Handle;

/** Which observations carry which photos, and which of those still have to come in. */
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

  void removePhoto(UUID observation, String sha256) {
    Statements.update(
        handle,
        "DELETE FROM observation_photo WHERE sha256 = ? AND observation_id = ?",
        sha256,
        observation);
  }

  /** Everyone who holds an observation that carries this photo will pull it anew. */
  void touchThoseWith(String sha256, LongSupplier revision) {
    Statements.list(
            handle,
            "SELECT observation_id FROM observation_photo WHERE sha256 = ?",
            row -> Columns.uuid(row, 1),
            sha256)
        .forEach(
            id ->
                Statements.update(
                    handle,
                    "UPDATE observation SET revision = ? WHERE id = ?",
                    revision.getAsLong(),
                    id));
  }

  /** Expects it from this account's phone, unless it is here already. */
  void awaitPhoto(UUID account, String sha256) {
    Statements.update(
        handle,
        """
        INSERT INTO observation_photo_awaited (account_id, sha256)
        SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM photo WHERE sha256 = ?)
        ON CONFLICT (account_id, sha256) DO NOTHING
        """,
        account,
        sha256,
        sha256);
  }

  /** Stops expecting what has come, and what no observation carries any more. */
  void tidyAwaited(UUID account) {
    Statements.update(
        handle,
        """
        DELETE FROM observation_photo_awaited
         WHERE account_id = ?
           AND (EXISTS (SELECT 1 FROM photo p
                         WHERE p.sha256 = observation_photo_awaited.sha256)
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
          LEFT JOIN photo p ON p.sha256 = a.sha256
         WHERE a.account_id = ? AND p.sha256 IS NULL
           AND EXISTS (SELECT 1 FROM observation_photo o WHERE o.sha256 = a.sha256)
         ORDER BY a.sha256
        """,
        row -> row.getString(1),
        account);
  }

  /** Those among these that have come in. */
  Set<String> stored(Collection<String> sha256s) {
    if (sha256s.isEmpty()) {
      return Set.of();
    }
    return handle
        .createQuery("SELECT sha256 FROM photo WHERE sha256 IN (<photos>)")
        .bindList("photos", sha256s)
        .mapTo(String.class)
        .collect(Collectors.toSet());
  }
}
