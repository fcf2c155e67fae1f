package nl.buurtronde.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Device.class)
interface DeviceDao {
  @SqlQuery(
      """
      SELECT id, account_id, name, last_n, durable_n, last_seen_at, last_sync_at, unsent,
             missing_photos, persisted, storage_usage, storage_quota, version, revoked_at
      FROM device WHERE id = :id
      """)
  Optional<Device> find(UUID id);

  @SqlQuery(
      """
      SELECT id, account_id, name, last_n, durable_n, last_seen_at, last_sync_at, unsent,
             missing_photos, persisted, storage_usage, storage_quota, version, revoked_at
      FROM device ORDER BY last_seen_at DESC
      """)
  List<Device> list();

  @SqlUpdate(
      """
      INSERT INTO device (id, account_id, created_at, last_seen_at)
      VALUES (:id, :account, :now, :now)
      ON CONFLICT (id) DO UPDATE SET last_seen_at = excluded.last_seen_at
      """)
  void seen(UUID id, UUID account, Instant now);

  @SqlUpdate(
      """
      UPDATE device
      SET last_n = :lastN, clock_offset_ms = :offset, last_seen_at = :now, last_sync_at = :now
      WHERE id = :id
      """)
  void pushed(UUID id, long lastN, long offset, Instant now);

  @SqlUpdate(
      """
      UPDATE device
      SET name = :name, unsent = :unsent, missing_photos = :missingPhotos, persisted = :persisted,
          storage_usage = :usage, storage_quota = :quota, version = :version, last_sync_at = :now
      WHERE id = :id
      """)
  void report(UUID id, @BindMethods Device.Report report, Instant now);

  @SqlUpdate("UPDATE device SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
  int revoke(UUID id, Instant now);

  @SqlUpdate("UPDATE device SET durable_n = :n WHERE id = :id AND durable_n < :n")
  void durable(UUID id, long n);
}
