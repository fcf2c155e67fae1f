package nl.buurtronde.observation;

import java.util.List;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Role;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;

/**
 * Which observations. Who may see what stands here once, for the phone, the desk, the photos and
 * the departures.
 */
final class Selection extends Where {
  private static final String SHARED =
      """
      (author_id = :me
       OR (district_id IN (<districts>)
           AND sensitive = 0 AND state NOT IN ('closed', 'withdrawn')))""";
  private static final String DISTRICTS = "(author_id = :me OR district_id IN (<districts>))";
  private static final String DISTRICTS_ON_PHONE =
      "(author_id = :me OR (district_id IN (<districts>) AND state <> 'withdrawn'))";
  private static final String ALL_ON_PHONE = "(author_id = :me OR state <> 'withdrawn')";
  private static final String ALL = "1 = 1";
  private static final String NONE = "1 = 0";

  /** What a person's phone may hold: withdrawn ones only its own. */
  static Selection onPhoneOf(Actor actor) {
    return switch (actor.role()) {
      case VOLUNTEER -> of(SHARED, actor);
      case CARETAKER -> of(DISTRICTS_ON_PHONE, actor);
      case COORDINATOR -> of(ALL_ON_PHONE, actor);
      case ADMIN -> where(NONE);
    };
  }

  /** What a person may open: staff also what was withdrawn. */
  static Selection seenBy(Actor actor) {
    return switch (actor.role()) {
      case VOLUNTEER -> of(SHARED, actor);
      case CARETAKER -> of(DISTRICTS, actor);
      case COORDINATOR -> where(ALL);
      case ADMIN -> where(NONE);
    };
  }

  /** What a person may answer for the office. */
  static Selection handledBy(Actor actor) {
    return switch (actor.role()) {
      case CARETAKER -> here("district_id IN (<districts>)", actor);
      case COORDINATOR -> where(ALL);
      case VOLUNTEER, ADMIN -> where(NONE);
    };
  }

  Selection with(String condition, String name, Object value) {
    and(condition).set(name, value);
    return this;
  }

  /** In the order of their last change. */
  List<Observation> listByRevision(Handle handle, int limit) {
    String sql =
        "SELECT " + ObservationMapper.COLUMNS + " FROM observation WHERE " + sql()
            + " ORDER BY revision LIMIT :limit";
    return bind(handle.createQuery(sql).bind("limit", limit)).map(new ObservationMapper()).list();
  }

  /** Newest first. */
  List<Observation> listByReceipt(Handle handle, int limit) {
    String sql =
        "SELECT " + ObservationMapper.COLUMNS + " FROM observation WHERE " + sql()
            + " ORDER BY received_at DESC, id DESC LIMIT :limit";
    return bind(handle.createQuery(sql).bind("limit", limit)).map(new ObservationMapper()).list();
  }

  long count(Handle handle) {
    String sql = "SELECT COUNT(*) FROM observation WHERE " + sql();
    return bind(handle.createQuery(sql)).mapTo(Long.class).one();
  }

  boolean isAny(Handle handle) {
    String sql = "SELECT 1 FROM observation WHERE " + sql() + " LIMIT 1";
    return bind(handle.createQuery(sql)).mapTo(Integer.class).findOne().isPresent();
  }

  /** Departures since a revision of what does not belong to this selection. */
  List<Departure> listDepartures(Handle handle, Actor actor, long after, int limit) {
    String sql =
        """
        SELECT d.observation_id, MAX(d.revision) AS revision,
               (SELECT o.state FROM observation o WHERE o.id = d.observation_id) AS state
          FROM observation_departure d
         WHERE d.revision > :after
           AND (:everywhere = 1 OR d.district_id IN (<own>))
           AND (:staff = 1 OR d.shared = 1)
           AND NOT EXISTS (SELECT 1 FROM observation WHERE id = d.observation_id AND \
        """
            + sql() + ") GROUP BY d.observation_id ORDER BY 2 LIMIT :limit";
    return bind(
            handle
                .createQuery(sql)
                .bind("after", after)
                .bind("limit", limit)
                .bind("everywhere", actor.role() == Role.COORDINATOR ? 1 : 0)
                .bind("staff", actor.role().isStaff() ? 1 : 0)
                .bindList(EmptyHandling.NULL_KEYWORD, "own", List.copyOf(actor.districts())))
        .map(
            (rows, context) ->
                new Departure(
                    UUID.fromString(rows.getString("observation_id")),
                    rows.getLong("revision"),
                    State.of(rows.getString("state"))))
        .list();
  }

  record Departure(UUID observation, long revision, State state) {}

  private static Selection of(String condition, Actor actor) {
    Selection selection = new Selection();
    if (condition.contains("<districts>")) {
      selection.in(actor.districts(), condition);
    } else {
      selection.and(condition);
    }
    selection.set("me", actor.id());
    return selection;
  }

  private static Selection here(String condition, Actor actor) {
    Selection selection = new Selection();
    selection.in(actor.districts(), condition);
    return selection;
  }

  private static Selection where(String condition) {
    Selection selection = new Selection();
    selection.and(condition);
    return selection;
  }
}
