package nl.buurtronde.oncall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Alarm.class)
@RegisterConstructorMapper(AlarmDao.Event.class)
interface AlarmDao {
  String COLUMNS =
      """
      SELECT a.id, a.kind, a.round_id, a.district_id, a.caller_id, a.state, a.opened_at,
             a.deadline_at, a.step, a.stepped_at, a.next_step_at, a.acknowledged_by,
             a.acknowledged_at, a.closed_by, a.closed_at, a.reason, a.false_alarm, a.safe_at,
             a.revision
      """;

  /** @param step of the ladder, or null */
  record Event(
      String kind, Integer step, @ColumnName("account_id") UUID account, Instant at, String detail) {}

  @SqlQuery(
      COLUMNS
          + """
      FROM alarm a WHERE id = :id
      """)
  Optional<Alarm> find(UUID id);

  /** Those not closed, an exercise last. */
  @SqlQuery(
      COLUMNS
          + """
      FROM alarm a WHERE state <> 'closed'
      ORDER BY CASE kind WHEN 'practice' THEN 1 ELSE 0 END, opened_at, id
      """)
  List<Alarm> listUnclosed();

  /** The ids of the same, also where one cannot be read. */
  @SqlQuery(
      """
      SELECT id
      FROM alarm WHERE state <> 'closed'
      ORDER BY CASE kind WHEN 'practice' THEN 1 ELSE 0 END, opened_at, id
      """)
  List<String> listUnclosedIds();

  @SqlQuery(
      COLUMNS
          + """
      FROM alarm a WHERE state <> 'closed' AND round_id = :round
      """)
  List<Alarm> listUnclosedOf(UUID round);

  /** Somebody's calls that nobody has closed, the newest last. */
  @SqlQuery(
      COLUMNS
          + """
      FROM alarm a WHERE state <> 'closed' AND kind = 'call' AND caller_id = :caller
      ORDER BY opened_at, id
      """)
  List<Alarm> listUnclosedBy(UUID caller);

  /** Somebody's open calls that belong to no round. */
  @SqlQuery(
      """
      SELECT id FROM alarm
      WHERE state <> 'closed' AND kind = 'call' AND round_id IS NULL AND caller_id = :caller
      ORDER BY id
      """)
  List<UUID> listRoundless(UUID caller);

  @SqlUpdate(
      """
      UPDATE alarm SET round_id = :round, district_id = :district, revision = :revision
      WHERE id = :id
      """)
  void setRound(UUID id, UUID round, UUID district, long revision);

  /** Those not closed in front, each newest first. */
  @SqlQuery(
      COLUMNS
          + """
      FROM alarm a
      WHERE state <> 'closed' OR opened_at >= :since
      ORDER BY CASE state WHEN 'closed' THEN 1 ELSE 0 END, opened_at DESC, id DESC
      LIMIT 500
      """)
  List<Alarm> listSince(Instant since);

  @SqlQuery(
      COLUMNS
          + """
      FROM alarm a WHERE opened_at >= :from AND opened_at < :to
      """)
  List<Alarm> listBetween(Instant from, Instant to);

  /** Those of this person, in the order of their last change. */
  @SqlQuery(
      COLUMNS
          + """
      FROM alarm_member m JOIN alarm a ON a.id = m.alarm_id
      WHERE m.account_id = :account AND a.revision > :after
      ORDER BY a.revision LIMIT :limit
      """)
  List<Alarm> listOf(UUID account, long after, int limit);

  /** Alarms that this deadline needs no other beside. */
  @SqlQuery(
      """
      SELECT COUNT(*) FROM alarm
      WHERE round_id = :round AND kind = 'overdue'
        AND (deadline_at = :deadline OR state <> 'closed')
      """)
  int countOverdue(UUID round, Instant deadline);

  @SqlQuery("SELECT MAX(opened_at) FROM alarm WHERE kind = 'practice'")
  Optional<Instant> lastPractice();

  @SqlUpdate(
      """
      INSERT INTO alarm (id, kind, round_id, district_id, caller_id, state, opened_at,
                         deadline_at, step, stepped_at, next_step_at, revision)
      VALUES (:id, :kind, :round, :district, :caller, 'open', :openedAt,
              :deadlineAt, :step, :openedAt, :openedAt, :revision)
      """)
  void insert(
      UUID id,
      String kind,
      UUID round,
      UUID district,
      UUID caller,
      Instant openedAt,
      Instant deadlineAt,
      int step,
      long revision);

  @SqlUpdate(
      """
      UPDATE alarm
      SET state = 'open', acknowledged_by = NULL, acknowledged_at = NULL, step = :step,
          stepped_at = :at, next_step_at = :next, revision = :revision
      WHERE id = :id
      """)
  void step(UUID id, int step, Instant at, Instant next, long revision);

  @SqlUpdate(
      """
      UPDATE alarm
      SET state = 'acknowledged', acknowledged_by = :by, acknowledged_at = :at,
          next_step_at = :next, revision = :revision
      WHERE id = :id
      """)
  void acknowledge(UUID id, UUID by, Instant at, Instant next, long revision);

  @SqlUpdate(
      """
      UPDATE alarm
      SET state = 'closed', closed_by = :by, closed_at = :at, reason = :reason,
          false_alarm = :falseAlarm, next_step_at = NULL, revision = :revision
      WHERE id = :id
      """)
  void close(UUID id, UUID by, Instant at, String reason, boolean falseAlarm, long revision);

  @SqlUpdate("UPDATE alarm SET safe_at = :at, revision = :revision WHERE id = :id")
  void safe(UUID id, Instant at, long revision);

  @SqlUpdate("UPDATE alarm SET revision = :revision WHERE id = :id")
  void touch(UUID id, long revision);

  @SqlQuery("SELECT account_id FROM alarm_member WHERE alarm_id = :alarm ORDER BY account_id")
  Set<UUID> members(UUID alarm);

  @SqlUpdate(
      """
      INSERT INTO alarm_member (alarm_id, account_id) VALUES (:alarm, :account)
      ON CONFLICT (alarm_id, account_id) DO NOTHING
      """)
  boolean addMember(UUID alarm, UUID account);

  @SqlQuery("SELECT DISTINCT account_id FROM alarm_called WHERE alarm_id = :alarm")
  Set<UUID> called(UUID alarm);

  @SqlQuery(
      """
      SELECT DISTINCT account_id FROM alarm_called
      WHERE alarm_id = :alarm AND step % :rungs = :step % :rungs
      """)
  Set<UUID> calledOnRung(UUID alarm, int step, int rungs);

  @SqlUpdate("INSERT INTO alarm_called (alarm_id, step, account_id) VALUES (:alarm, :step, :account)")
  void addCalled(UUID alarm, int step, UUID account);

  @SqlQuery(
      """
      SELECT kind, step, account_id, at, detail FROM alarm_event
      WHERE alarm_id = :alarm ORDER BY id
      """)
  List<Event> events(UUID alarm);

  @SqlUpdate(
      """
      INSERT INTO alarm_event (id, alarm_id, kind, step, account_id, at, detail)
      VALUES (:id, :alarm, :kind, :step, :account, :at, :detail)
      """)
  void tell(
      UUID id, UUID alarm, String kind, Integer step, UUID account, Instant at, String detail);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM alarm_event
      WHERE alarm_id = :alarm AND kind = :kind AND account_id = :account AND at = :at
      """)
  int countEvents(UUID alarm, String kind, UUID account, Instant at);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM alarm_event
      WHERE alarm_id = :alarm AND kind = :kind AND account_id = :account
      """)
  int countEvents(UUID alarm, String kind, UUID account);

  @SqlQuery("SELECT COUNT(*) FROM round_question WHERE round_id = :round")
  int countQuestions(UUID round);

  @SqlQuery("SELECT COUNT(*) FROM round_question WHERE round_id = :round AND due_at = :due")
  int countQuestions(UUID round, Instant due);

  @SqlUpdate("INSERT INTO round_question (round_id, due_at, at) VALUES (:round, :due, :at)")
  void addQuestion(UUID round, Instant due, Instant at);

  @SqlQuery("SELECT watched FROM round_watch WHERE round_id = :round")
  Optional<Boolean> watched(UUID round);

  @SqlUpdate(
      """
      INSERT INTO round_watch (round_id, watched) VALUES (:round, :watched)
      ON CONFLICT (round_id) DO UPDATE SET watched = excluded.watched
      """)
  void setWatched(UUID round, boolean watched);
}
