package nl.buurtronde.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(StoredMutation.class)
interface MutationDao {
  @SqlQuery(
      """
      SELECT device_id, n, id, account_id, name, entity_id, raw, digest, at, received_at,
             status, revision, reason
      FROM mutation WHERE device_id = :device AND n = :n
      """)
  Optional<StoredMutation> find(UUID device, long n);

  @SqlQuery(
      """
      SELECT device_id, n, id, account_id, name, entity_id, raw, digest, at, received_at,
             status, revision, reason
      FROM mutation WHERE id IN (<ids>) AND status <> 'duplicate'
      """)
  List<StoredMutation> listById(@BindList List<UUID> ids);

  @SqlUpdate(
      """
      INSERT INTO mutation (device_id, n, id, account_id, name, entity_id, raw, digest, at,
                            received_at, status, revision, reason)
      VALUES (:device, :n, :id, :account, :name, :entity, :raw, :digest, :at,
              :receivedAt, :status, :revision, :reason)
      """)
  void insert(@BindMethods StoredMutation mutation);

  @SqlUpdate(
      """
      UPDATE mutation SET status = :status, revision = :revision, reason = NULL
      WHERE id = :id AND status = 'quarantined'
      """)
  void admit(UUID id, String status, Long revision);

  /** Those of one entity that waited for its record to arrive, in the order they were made. */
  @SqlQuery(
      """
      SELECT m.device_id, m.n, m.id, m.account_id, m.name, m.entity_id, m.raw, m.digest, m.at,
             m.received_at, m.status, m.revision, m.reason
      FROM quarantine q JOIN mutation m ON m.id = q.mutation_id AND m.status <> 'duplicate'
      WHERE q.entity_id = :entity AND q.state = 'parked' AND q.reason LIKE '%.unknown'
      ORDER BY m.at, m.id
      """)
  List<StoredMutation> waitingFor(UUID entity);
}
