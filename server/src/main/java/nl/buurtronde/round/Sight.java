package nl.buurtronde.round;

import java.util.List;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Role;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;

/** Which rounds somebody's phone holds, and which they may list and open. */
final class Sight {
  private static final String ON_PHONE =
      """
      state <> 'cancelled'
        AND (planned_by = :me OR partner_id = :me
             OR (:volunteer = 1 AND state = 'planned' AND district_id IN (<districts>))
             OR EXISTS (SELECT 1 FROM round_member m
                         WHERE m.round_id = round.id AND m.account_id = :me))
      """;

  private final Handle handle;
  private final Actor actor;

  Sight(Handle handle, Actor actor) {
    this.handle = handle;
    this.actor = actor;
  }

  record Departure(UUID round, long revision, State state) {}

  List<Round> since(long after, int limit) {
    return whole(
        bind(
            "SELECT " + RoundMapper.COLUMNS + " FROM round WHERE revision > :after AND " + ON_PHONE
                + " ORDER BY revision LIMIT :limit",
            after,
            limit));
  }

  /** What was on this phone as a plan, and is no longer for its owner. */
  List<Departure> departures(long after, int limit) {
    String sql =
        """
        SELECT d.round_id, d.revision, round.state
          FROM round_departure d JOIN round ON round.id = d.round_id
         WHERE d.revision > :after
           AND (planned_by = :me OR partner_id = :me
                OR (:volunteer = 1 AND district_id IN (<districts>)))
           AND NOT (""" + ON_PHONE + ") ORDER BY d.revision LIMIT :limit";
    return bind(sql, after, limit)
        .map(
            (row, context) ->
                new Departure(
                    UUID.fromString(row.getString("round_id")),
                    row.getLong("revision"),
                    State.of(row.getString("state"))))
        .list();
  }

  /** Newest first; those that somebody of this role may open. */
  List<Round> list(List<State> states, List<UUID> districts, int limit) {
    Query query =
        handle
            .createQuery(
                "SELECT " + RoundMapper.COLUMNS
                    + """
                      FROM round
                     WHERE state IN (<states>) AND (:all = 1 OR district_id IN (<districts>))
                     ORDER BY COALESCE(started_at, starts_at) DESC, id LIMIT :limit
                    """)
            .bindList("states", states.stream().map(State::wire).toList())
            .bind("all", districts == null ? 1 : 0)
            .bindList(
                EmptyHandling.NULL_KEYWORD,
                "districts",
                districts == null ? List.of() : districts)
            .bind("limit", limit);
    return whole(query);
  }

  /** Also somebody's own round in a district they are no longer of. */
  boolean isOpenTo(Round round) {
    return round.member(actor.id()).isPresent()
        || round.isPlannedWith(actor.id())
        || actor.role() != Role.ADMIN && actor.seesDistrict(round.district());
  }

  private List<Round> whole(Query query) {
    return new RoundDao(handle).whole(query.map(new RoundMapper()).list());
  }

  private Query bind(String sql, long after, int limit) {
    return handle
        .createQuery(sql)
        .bind("me", actor.id())
        .bind("volunteer", actor.role() == Role.VOLUNTEER ? 1 : 0)
        .bindList(EmptyHandling.NULL_KEYWORD, "districts", List.copyOf(actor.districts()))
        .bind("after", after)
        .bind("limit", limit);
  }
}
