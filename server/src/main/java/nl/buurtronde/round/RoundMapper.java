package nl.buurtronde.round;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.http.Json;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of the table; members and complexes stand in tables of their own. */
final class RoundMapper implements RowMapper<Round> {
  static final String COLUMNS =
      """
      id, district_id, code, kind, route, state, planned_by, partner_id, starts_at, started_by,
      started_at, due_back_at, due_set_at, asked_at, last_sign_at, last_sign_by, last_sign_place,
      finished_at, finished_by, watch, revision
      """;

  @Override
  public Round map(ResultSet row, StatementContext context) throws SQLException {
    Course course =
        new Course(
            id(row, "district_id"),
            row.getString("code"),
            Kind.of(row.getString("kind")),
            row.getString("route"),
            List.of());
    UUID plannedBy = id(row, "planned_by");
    Instant signAt = time(row, "last_sign_at");
    return new Round(
        id(row, "id"),
        course,
        State.of(row.getString("state")),
        plannedBy == null
            ? null
            : new Plan(plannedBy, id(row, "partner_id"), time(row, "starts_at")),
        id(row, "started_by"),
        time(row, "started_at"),
        time(row, "due_back_at"),
        time(row, "due_set_at"),
        time(row, "asked_at"),
        signAt == null
            ? null
            : new Sign(signAt, id(row, "last_sign_by"), json(row.getString("last_sign_place"))),
        id(row, "finished_by"),
        time(row, "finished_at"),
        Watched.read(json(row.getString("watch"))),
        List.of(),
        row.getLong("revision"));
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : UUID.fromString(text);
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Instant.parse(text);
  }

  private static JsonNode json(String text) {
    return text == null
        ? null
        : Json.parse(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }
}
