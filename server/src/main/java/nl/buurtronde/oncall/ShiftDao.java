package nl.buurtronde.oncall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Shift.class)
@RegisterConstructorMapper(Swap.class)
interface ShiftDao {
  @SqlQuery(
      """
      SELECT id, district_id, account_id, starts_at, ends_at, rank
      FROM shift WHERE id = :id AND removed_at IS NULL
      """)
  Optional<Shift> find(UUID id);

  @SqlQuery("SELECT COUNT(*) FROM shift WHERE id = :id AND removed_at IS NOT NULL")
  int countRemoved(UUID id);

  /** Those with a moment between the two, the first to begin in front. */
  @SqlQuery(
      """
      SELECT id, district_id, account_id, starts_at, ends_at, rank
      FROM shift
      WHERE removed_at IS NULL AND ends_at > :from AND starts_at < :to
      ORDER BY starts_at, rank, id
      """)
  List<Shift> list(Instant from, Instant to);

  @SqlQuery("SELECT MIN(starts_at) FROM shift WHERE removed_at IS NULL")
  Optional<Instant> first();

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM shift
      WHERE removed_at IS NULL AND id <> :id AND rank = :rank
        AND district_id IS NOT DISTINCT FROM :district
        AND ends_at > :startsAt AND starts_at < :endsAt
      """)
  int countOverlaps(UUID id, UUID district, int rank, Instant startsAt, Instant endsAt);

  /** The other rank of one person, where and when this shift is. */
  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM shift
      WHERE removed_at IS NULL AND id <> :id AND account_id = :person AND rank <> :rank
        AND (district_id IS NULL OR :district IS NULL OR district_id = :district)
        AND ends_at > :startsAt AND starts_at < :endsAt
      """)
  int countOtherRanks(@BindMethods Shift shift);

  /** Whoever is on call then or later. */
  @SqlQuery("SELECT DISTINCT account_id FROM shift WHERE removed_at IS NULL AND ends_at > :from")
  Set<UUID> people(Instant from);

  @SqlQuery(
      """
      SELECT id, district_id, account_id, starts_at, ends_at, rank
      FROM shift
      WHERE removed_at IS NULL AND account_id = :person AND ends_at > :from
      ORDER BY starts_at, rank, id
      """)
  List<Shift> listOf(UUID person, Instant from);

  @SqlUpdate(
      """
      UPDATE shift_swap SET declined_at = :at
      WHERE to_account = :person AND accepted_at IS NULL AND declined_at IS NULL
      """)
  void declineAllTo(UUID person, Instant at);

  @SqlUpdate(
      """
      INSERT INTO shift (id, district_id, account_id, starts_at, ends_at, rank, revision)
      VALUES (:id, :district, :person, :startsAt, :endsAt, :rank, :revision)
      """)
  void insert(@BindMethods Shift shift, long revision);

  @SqlUpdate(
      """
      UPDATE shift
      SET district_id = :district, account_id = :person, starts_at = :startsAt,
          ends_at = :endsAt, rank = :rank, revision = :revision
      WHERE id = :id
      """)
  void update(@BindMethods Shift shift, long revision);

  @SqlUpdate("UPDATE shift SET removed_at = :at, revision = :revision WHERE id = :id")
  void remove(UUID id, Instant at, long revision);

  @SqlQuery(
      """
      SELECT id, shift_id, to_account, proposed_by, accepted_at, declined_at
      FROM shift_swap WHERE id = :id
      """)
  Optional<Swap> findSwap(UUID id);

  @SqlQuery(
      """
      SELECT id, shift_id, to_account, proposed_by, accepted_at, declined_at
      FROM shift_swap WHERE accepted_at IS NULL AND declined_at IS NULL
      """)
  List<Swap> listProposed();

  @SqlUpdate(
      """
      INSERT INTO shift_swap (id, shift_id, to_account, proposed_by, proposed_at)
      VALUES (:id, :shift, :to, :by, :at)
      """)
  void propose(UUID id, UUID shift, UUID to, UUID by, Instant at);

  @SqlUpdate("UPDATE shift_swap SET accepted_at = :at WHERE id = :id")
  void accept(UUID id, Instant at);

  @SqlUpdate(
      """
      UPDATE shift_swap SET declined_at = :at
      WHERE shift_id = :shift AND accepted_at IS NULL AND declined_at IS NULL
      """)
  void declineAll(UUID shift, Instant at);

  @SqlUpdate("UPDATE shift_swap SET declined_at = :at WHERE id = :id")
  void decline(UUID id, Instant at);

  /** True for the first who reports this day. */
  @SqlUpdate("INSERT INTO roster_report (day, at) VALUES (:day, :at) ON CONFLICT (day) DO NOTHING")
  boolean report(String day, Instant at);
}
