package nl.buurtronde.observation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.http.Json;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of the table as an observation. */
final class ObservationMapper implements RowMapper<Observation> {
  /** What must be selected. */
  static final String COLUMNS =
      """
      id, author_id, district_id, category, text, urgency, place, visit, wants_help, photos,
      round_id, state, awaits, outcome, review, sensitive, merge, origin_mutation, origin_device,
      origin_n, origin_revision, observed_at, claimed_at, received_at, changed_at, revision
      """;

  @Override
  public Observation map(ResultSet rows, StatementContext context) throws SQLException {
    return new Observation(
        uuid(rows, "id"),
        uuid(rows, "district_id"),
        content(rows),
        new Progress(
            State.of(rows.getString("state")),
            Awaits.of(rows.getString("awaits")),
            rows.getString("outcome"),
            rows.getString("review")),
        rows.getBoolean("sensitive"),
        json(rows, "merge"),
        new Origin(
            new Stamp(
                uuid(rows, "origin_mutation"),
                uuid(rows, "author_id"),
                instant(rows, "observed_at"),
                uuid(rows, "origin_device"),
                rows.getLong("origin_n"),
                rows.getLong("origin_revision")),
            instant(rows, "claimed_at"),
            instant(rows, "received_at")),
        instant(rows, "changed_at"),
        rows.getLong("revision"));
  }

  private static Content content(ResultSet rows) throws SQLException {
    JsonNode photos = json(rows, "photos");
    return new Content(
        rows.getString("category"),
        rows.getString("text"),
        rows.getString("urgency"),
        json(rows, "place"),
        json(rows, "visit"),
        rows.getBoolean("wants_help"),
        photos == null ? List.of() : Content.texts(photos),
        uuid(rows, "round_id"));
  }

  private static Instant instant(ResultSet rows, String column) throws SQLException {
    return Instant.parse(rows.getString(column));
  }

  private static UUID uuid(ResultSet rows, String column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? null : UUID.fromString(text);
  }

  private static JsonNode json(ResultSet rows, String column) throws SQLException {
    String text = rows.getString(column);
    try {
      return text == null ? null : Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
