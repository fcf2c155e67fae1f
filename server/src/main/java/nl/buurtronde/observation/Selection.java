package nl.buurtronde.observation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Role;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.EmptyHandling;

/**
 * Which observations: fixed pieces of SQL, joined by AND, and values that are only ever bound. Who
 * may see what stands here once, for the phone, the desk, the photos and the departures.
 */
final class Selection {
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

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();
  private Collection<UUID> districts;

  /** What a person's phone may hold: withdrawn ones only its own. */
  static Selection onPhoneOf(Actor actor) {
    return switch (actor.role()) {
      case VOLUNTEER -> new Selection().of(SHARED, actor);
      case CARETAKER -> new Selection().of(DISTRICTS_ON_PHONE, actor);
      case COORDINATOR -> new Selection().of(ALL_ON_PHONE, actor);
      case ADMIN -> new Selection().and(NONE);
    };
  }

  /** What a person may open: staff also what was withdrawn. */
  static Selection seenBy(Actor actor) {
    return switch (actor.role()) {
      case VOLUNTEER -> new Selection().of(SHARED, actor);
      case CARETAKER -> new Selection().of(DISTRICTS, actor);
      case COORDINATOR -> new Selection().and(ALL);
      case ADMIN -> new Selection().and(NONE);
    };
  }

  /** What a person may answer for the office. */
  static Selection handledBy(Actor actor) {
    return switch (actor.role()) {
      case CARETAKER -> {
        Selection selection = new Selection().and("district_id IN (<districts>)");
        selection.districts = actor.districts();
        yield selection;
      }
      case COORDINATOR -> new Selection().and(ALL);
      case VOLUNTEER, ADMIN -> new Selection().and(NONE);
    };
  }

  Selection and(String condition) {
    conditions.add(condition);
    return this;
  }

  Selection and(String condition, Map<String, ?> bound) {
    values.putAll(bound);
    return and(condition);
  }

  /** In the order of their last change. */
  List<Observation> listByRevision(Handle handle, int limit) {
    String sql =
        "SELECT " + ObservationMapper.COLUMNS + " FROM observation WHERE " + where()
            + " ORDER BY revision LIMIT :limit";
    return bind(handle.createQuery(sql).bind("limit", limit)).map(new ObservationMapper()).list();
  }

  /** Newest first. */
  List<Observation> listByReceipt(Handle handle, int limit) {
    String sql =
        "SELECT " + ObservationMapper.COLUMNS + " FROM observation WHERE " + where()
            + " ORDER BY received_at DESC, id DESC LIMIT :limit";
    return bind(handle.createQuery(sql).bind("limit", limit)).map(new ObservationMapper()).list();
  }

  long count(Handle handle) {
    String sql = "SELECT COUNT(*) FROM observation WHERE " + where();
    return bind(handle.createQuery(sql)).mapTo(Long.class).one();
  }

  boolean isAny(Handle handle) {
    String sql = "SELECT 1 FROM observation WHERE " + where() + " LIMIT 1";
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
            + where() + ") GROUP BY d.observation_id ORDER BY 2 LIMIT :limit";
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

  private Selection of(String condition, Actor actor) {
    districts = condition.contains("<districts>") ? actor.districts() : null;
    return and(condition, Map.of("me", actor.id()));
  }

  private String where() {
    return String.join(" AND ", conditions);
  }

  private Query bind(Query query) {
    if (districts != null) {
      query.bindList(EmptyHandling.NULL_KEYWORD, "districts", List.copyOf(districts));
    }
    return query.bindMap(values);
  }
}
