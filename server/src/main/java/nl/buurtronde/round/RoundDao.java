package nl.buurtronde.round;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.database.Columns;
import org.jdbi.v3.core.Handle;

/** The rounds and who walks them; what is read here comes whole. */
final class RoundDao {
  private final Handle handle;

  RoundDao(Handle handle) {
    this.handle = handle;
  }

  Optional<Round> find(UUID id) {
    return whole(
            handle
                .select("SELECT " + RoundMapper.COLUMNS + " FROM round WHERE id = ?", id)
                .map(new RoundMapper())
                .list())
        .stream()
        .findFirst();
  }

  /** Those under way, the first due in front. */
  List<Round> listOpen() {
    String sql =
        "SELECT " + RoundMapper.COLUMNS
            + " FROM round WHERE state IN ('started', 'walking') ORDER BY due_back_at, id";
    return whole(handle.createQuery(sql).map(new RoundMapper()).list());
  }

  List<String> listOpenIds() {
    return handle
        .createQuery(
            "SELECT id FROM round WHERE state IN ('started', 'walking') ORDER BY due_back_at, id")
        .mapTo(String.class)
        .list();
  }

  Optional<Round> findOpenOf(UUID account) {
    String sql =
        "SELECT " + RoundMapper.COLUMNS
            + """
               FROM round
              WHERE state IN ('started', 'walking')
                AND EXISTS (SELECT 1 FROM round_member m
                             WHERE m.round_id = round.id AND m.account_id = ?
                               AND m.left_at IS NULL)
              ORDER BY started_at DESC, id LIMIT 1
             """;
    return whole(handle.select(sql, account).map(new RoundMapper()).list()).stream().findFirst();
  }

  /** Completes rows with what stands in other tables. */
  List<Round> whole(List<Round> rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    List<UUID> ids = rows.stream().map(Round::id).toList();
    Map<UUID, List<Member>> members = members(ids);
    Map<UUID, List<UUID>> complexes = complexes(ids);
    return rows.stream()
        .map(
            row ->
                row.with(
                    members.getOrDefault(row.id(), List.of()),
                    complexes.getOrDefault(row.id(), List.of())))
        .toList();
  }

  void plan(UUID id, Course course, Plan plan, Instant dueBackAt, Instant at) {
    handle.execute(
        """
        INSERT INTO round
          (id, district_id, code, day, kind, route, state, planned_by, partner_id, starts_at,
           due_back_at, due_set_at, watch, revision)
        VALUES (?, ?, ?, ?, ?, ?, 'planned', ?, ?, ?, ?, ?, ?, 0)
        ON CONFLICT (id) DO UPDATE
          SET day = excluded.day, kind = excluded.kind, route = excluded.route,
              state = 'planned', partner_id = excluded.partner_id,
              starts_at = excluded.starts_at, due_back_at = excluded.due_back_at,
              due_set_at = excluded.due_set_at
        """,
        id,
        course.district(),
        course.code(),
        Code.day(plan.startsAt()).toString(),
        course.kind().wire(),
        course.route(),
        plan.by(),
        plan.partner(),
        Columns.text(plan.startsAt()),
        Columns.text(dueBackAt),
        Columns.text(at),
        Watched.not("pair").toJson().toString());
    setComplexes(id, course.complexes());
  }

  void start(UUID id, Course course, UUID by, Instant dueBackAt, Instant at) {
    handle.execute(
        """
        INSERT INTO round
          (id, district_id, code, day, kind, route, state, started_by, started_at,
           due_back_at, due_set_at, watch, revision)
        VALUES (?, ?, ?, ?, ?, ?, 'started', ?, ?, ?, ?, ?, 0)
        ON CONFLICT (id) DO UPDATE
          SET code = excluded.code, day = excluded.day, kind = excluded.kind,
              route = excluded.route, state = 'started', started_by = excluded.started_by,
              started_at = excluded.started_at, due_back_at = excluded.due_back_at,
              due_set_at = excluded.due_set_at
        """,
        id,
        course.district(),
        course.code(),
        Code.day(at).toString(),
        course.kind().wire(),
        course.route(),
        by,
        Columns.text(at),
        Columns.text(dueBackAt),
        Columns.text(at),
        Watched.not("pair").toJson().toString());
    setComplexes(id, course.complexes());
  }

  /** Also somebody who had left. */
  void join(UUID id, UUID account, Instant at, Instant now) {
    handle.execute(
        """
        INSERT INTO round_member (round_id, account_id, at, received_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (round_id, account_id) DO UPDATE SET left_at = NULL
        """,
        id,
        account,
        Columns.text(at),
        Columns.text(now));
  }

  void leave(UUID id, UUID account, Instant at) {
    handle.execute(
        "UPDATE round_member SET left_at = ? WHERE round_id = ? AND account_id = ?",
        Columns.text(at),
        id,
        account);
  }

  void setState(UUID id, State state) {
    handle.execute("UPDATE round SET state = ? WHERE id = ?", state.wire(), id);
  }

  /** With another deadline they may be asked anew. */
  void setDue(UUID id, Instant dueBackAt, Instant at) {
    handle.execute(
        "UPDATE round SET due_back_at = ?, due_set_at = ?, asked_at = NULL WHERE id = ?",
        Columns.text(dueBackAt),
        Columns.text(at),
        id);
  }

  void setAsked(UUID id, Instant at) {
    handle.execute("UPDATE round SET asked_at = ? WHERE id = ?", Columns.text(at), id);
  }

  /** Keeps the later sign; where they were is kept until somebody says a newer place. */
  void sign(UUID id, UUID by, Instant at, JsonNode place) {
    handle.execute(
        """
        UPDATE round
           SET last_sign_at = ?, last_sign_by = ?, last_sign_place = COALESCE(?, last_sign_place)
         WHERE id = ? AND (last_sign_at IS NULL OR last_sign_at <= ?)
        """,
        Columns.text(at),
        by,
        place == null ? null : place.toString(),
        id,
        Columns.text(at));
  }

  void finish(UUID id, UUID by, Instant at) {
    handle.execute(
        "UPDATE round SET state = 'finished', finished_by = ?, finished_at = ? WHERE id = ?",
        by,
        Columns.text(at),
        id);
  }

  void setWatch(UUID id, Watched watch, long revision) {
    handle.execute(
        "UPDATE round SET watch = ?, revision = ? WHERE id = ?",
        watch.toJson().toString(),
        revision,
        id);
  }

  /** It is no longer for everybody of its district. */
  void depart(UUID id, long revision) {
    handle.execute(
        """
        INSERT INTO round_departure (round_id, revision) VALUES (?, ?)
        ON CONFLICT (round_id) DO UPDATE SET revision = excluded.revision
        """,
        id,
        revision);
  }

  private void setComplexes(UUID id, List<UUID> complexes) {
    handle.execute("DELETE FROM round_complex WHERE round_id = ?", id);
    for (int i = 0; i < complexes.size(); i++) {
      handle.execute(
          "INSERT INTO round_complex (round_id, complex_id, position) VALUES (?, ?, ?)",
          id,
          complexes.get(i),
          i);
    }
  }

  private record Along(UUID round, Member member) {}

  private Map<UUID, List<Member>> members(List<UUID> rounds) {
    return handle
        .createQuery(
            """
            SELECT round_id, account_id, at, left_at FROM round_member
             WHERE round_id IN (<rounds>) ORDER BY at, account_id
            """)
        .bindList("rounds", rounds)
        .map(
            (row, context) ->
                new Along(
                    UUID.fromString(row.getString("round_id")),
                    new Member(
                        UUID.fromString(row.getString("account_id")),
                        Instant.parse(row.getString("at")),
                        row.getString("left_at") == null
                            ? null
                            : Instant.parse(row.getString("left_at")))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Along::round, Collectors.mapping(Along::member, Collectors.toList())));
  }

  private Map<UUID, List<UUID>> complexes(List<UUID> rounds) {
    return handle
        .createQuery(
            """
            SELECT round_id, complex_id FROM round_complex
             WHERE round_id IN (<rounds>) ORDER BY round_id, position
            """)
        .bindList("rounds", rounds)
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .stream()
        .collect(
            Collectors.groupingBy(
                entry -> UUID.fromString(entry.getKey()),
                Collectors.mapping(
                    entry -> UUID.fromString(entry.getValue()), Collectors.toList())));
  }
}
