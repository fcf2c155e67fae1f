package nl.buurtronde.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Statements;
import org.jdbi.v3.core.Handle;

/** The phones; plain statements, for each push goes through here. */
final class DeviceDao {
  private final Handle handle;

  DeviceDao(Handle handle) {
    this.handle = handle;
  }

  Optional<Device> find(UUID id) {
    return Statements.find(
        handle,
        """
        SELECT id, account_id, name, last_n, durable_n, last_seen_at, last_sync_at, unsent,
               missing_photos, persisted, storage_usage, storage_quota, version, revoked_at
        FROM device WHERE id = ?
        """,
        DeviceDao::read,
        id);
  }

  List<Device> list() {
    return Statements.list(
        handle,
        """
        SELECT id, account_id, name, last_n, durable_n, last_seen_at, last_sync_at, unsent,
               missing_photos, persisted, storage_usage, storage_quota, version, revoked_at
        FROM device ORDER BY last_seen_at DESC
        """,
        DeviceDao::read);
  }

  void seen(UUID id, UUID account, Instant now) {
    Statements.update(
        handle,
        """
        INSERT INTO device (id, account_id, created_at, last_seen_at)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET last_seen_at = excluded.last_seen_at
        """,
        id,
        account,
        now,
        now);
  }

  void pushed(UUID id, long lastN, long offset, Instant now) {
    Statements.update(
        handle,
        """
        UPDATE device
        SET last_n = ?, clock_offset_ms = ?, last_seen_at = ?, last_sync_at = ?
        WHERE id = ?
        """,
        lastN,
        offset,
        now,
        now,
        id);
  }

  void report(UUID id, Device.Report report, Instant now) {
    Statements.update(
        handle,
        """
        UPDATE device
        SET name = ?, unsent = ?, missing_photos = ?, persisted = ?, storage_usage = ?,
            storage_quota = ?, version = ?, last_sync_at = ?
        WHERE id = ?
        """,
        report.name(),
        report.unsent(),
        report.missingPhotos(),
        report.persisted(),
        report.usage(),
        report.quota(),
        report.version(),
        now,
        id);
  }

  void revoke(UUID id, Instant now) {
    Statements.update(
        handle, "UPDATE device SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", now, id);
  }

  void durable(UUID id, long n) {
    Statements.update(
        handle, "UPDATE device SET durable_n = ? WHERE id = ? AND durable_n < ?", n, id, n);
  }

  private static Device read(ResultSet row) throws SQLException {
    Long persisted = Columns.number(row, 10);
    return new Device(
        Columns.uuid(row, 1),
        Columns.uuid(row, 2),
        row.getString(3),
        row.getLong(4),
        row.getLong(5),
        Columns.instant(row, 6),
        Columns.instant(row, 7),
        Columns.number(row, 8),
        Columns.number(row, 9),
        persisted == null ? null : persisted != 0,
        Columns.number(row, 11),
        Columns.number(row, 12),
        row.getString(13),
        Columns.instant(row, 14));
  }
}
