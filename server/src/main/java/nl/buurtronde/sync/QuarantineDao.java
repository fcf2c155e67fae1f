package nl.buurtronde.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(QuarantineDao.Row.class)
@RegisterConstructorMapper(QuarantineDao.AnswerRow.class)
interface QuarantineDao {
  record Row(
      @ColumnName("mutation_id") UUID mutation,
      @ColumnName("account_id") UUID account,
      @ColumnName("entity_id") UUID entity,
      String name,
      String raw,
      String reason,
      String state,
      long revision,
      Instant at,
      Instant receivedAt) {}

  record AnswerRow(
      @ColumnName("mutation_id") UUID mutation,
      @ColumnName("account_id") UUID account,
      String text,
      Instant at) {}

  @SqlUpdate(
      """
      INSERT INTO quarantine (mutation_id, account_id, entity_id, reason, state, revision)
      VALUES (:mutation, :account, :entity, :reason, 'parked', :revision)
      """)
  void park(UUID mutation, UUID account, UUID entity, String reason, long revision);

  @SqlUpdate(
      """
      UPDATE quarantine SET state = :state, revision = :revision WHERE mutation_id = :mutation
      """)
  void setState(UUID mutation, String state, long revision);

  @SqlUpdate(
      """
      INSERT INTO quarantine_answer (id, mutation_id, account_id, text, at)
      VALUES (:id, :mutation, :account, :text, :at)
      """)
  void answer(UUID id, UUID mutation, UUID account, String text, Instant at);

  @SqlQuery(
      """
      SELECT q.mutation_id, q.account_id, q.entity_id, m.name, m.raw, q.reason, q.state,
             q.revision, m.at, m.received_at
      FROM quarantine q JOIN mutation m ON m.id = q.mutation_id AND m.status <> 'duplicate'
      WHERE q.mutation_id = :mutation
      """)
  Optional<Row> find(UUID mutation);

  @SqlQuery(
      """
      SELECT q.mutation_id, q.account_id, q.entity_id, m.name, m.raw, q.reason, q.state,
             q.revision, m.at, m.received_at
      FROM quarantine q JOIN mutation m ON m.id = q.mutation_id AND m.status <> 'duplicate'
      WHERE q.state = 'parked' ORDER BY q.mutation_id DESC LIMIT 500
      """)
  List<Row> listParked();

  @SqlQuery(
      """
      SELECT q.mutation_id, q.account_id, q.entity_id, m.name, m.raw, q.reason, q.state,
             q.revision, m.at, m.received_at
      FROM quarantine q JOIN mutation m ON m.id = q.mutation_id AND m.status <> 'duplicate'
      WHERE q.account_id = :account AND q.revision > :after ORDER BY q.revision LIMIT :limit
      """)
  List<Row> since(UUID account, long after, int limit);

  @SqlQuery(
      """
      SELECT mutation_id, account_id, text, at FROM quarantine_answer
      WHERE mutation_id IN (<mutations>) ORDER BY at, id
      """)
  List<AnswerRow> answers(@BindList List<UUID> mutations);
}
