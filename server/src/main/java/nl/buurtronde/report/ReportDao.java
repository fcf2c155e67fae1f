package nl.buurtronde.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.concern.Envelope;
import nl.buurtronde.concern.Standing;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Statements;
import nl.buurtronde.http.Json;
import nl.buurtronde.observation.Where;
import nl.buurtronde.photo.Photos;
import org.jdbi.v3.core.Handle;

/** The reports themselves. */
final class ReportDao {
  private static final String SELECT =
      "SELECT "
          + Envelope.COLUMNS
          + ", "
          + Standing.COLUMNS
          + ", kind, category, place, photos, also_seen_id, sensitive FROM report WHERE ";

  private final Handle handle;

  ReportDao(Handle handle) {
    this.handle = handle;
  }

  /** False when there is one by that identifier already. */
  boolean insert(Report report, Sending sending) {
    Envelope e = report.envelope();
    Standing s = report.standing();
    boolean fresh =
        Statements.update(
                handle,
                """
                INSERT INTO report
                  (id, code_hash, digest, kind, district_id, category, text, urgency, place,
                   complex_id, lat, lon, photos, language, phone, email, also_seen_id, state,
                   awaits, sensitive, claimed_at, received_at, changed_at, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING
                """,
                e.id(),
                e.codeHash(),
                e.digest(),
                report.kind().wire(),
                e.district(),
                report.category(),
                e.text(),
                e.urgency(),
                report.place() == null ? null : report.place().toString(),
                sending.complex(),
                sending.lat(),
                sending.lon(),
                report.photos().isEmpty() ? null : String.join(",", report.photos()),
                e.language(),
                e.contact().phone(),
                e.contact().email(),
                report.alsoSeen(),
                s.progress().state().wire(),
                s.progress().awaits().wire(),
                report.sensitive(),
                e.claimedAt(),
                s.receivedAt(),
                s.changedAt(),
                s.revision())
            > 0;
    if (fresh) {
      report.photos().forEach(sha256 -> addPhoto(e.id(), sha256));
    }
    return fresh;
  }

  Optional<Report> find(UUID id) {
    return handle.select(SELECT + "id = ?", id).map((row, context) -> report(row)).findOne();
  }

  /** Newest first. */
  List<Report> list(Where where, int limit) {
    String sql = SELECT + where.sql() + " ORDER BY received_at DESC, id DESC LIMIT :limit";
    return where
        .bind(handle.createQuery(sql).bind("limit", limit))
        .map((row, context) -> report(row))
        .list();
  }

  long count(Where where) {
    String sql = "SELECT COUNT(*) FROM report WHERE " + where.sql();
    return where.bind(handle.createQuery(sql)).mapTo(Long.class).one();
  }

  void setSensitive(UUID id) {
    Statements.update(handle, "UPDATE report SET sensitive = 1 WHERE id = ?", id);
  }

  /** How many others said of each of these that they saw it too. */
  Map<UUID, Long> seen(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            """
            SELECT also_seen_id AS id, COUNT(*) AS count
              FROM report
             WHERE also_seen_id IN (<ids>)
             GROUP BY also_seen_id
            """)
        .bindList("ids", ids)
        .map((row, context) -> Map.entry(Columns.uuid(row, "id"), row.getLong("count")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The reports of others who saw this one too, of which nothing further was said to them. */
  List<UUID> listAlsoSeen(UUID id) {
    return Statements.list(
        handle,
        "SELECT id FROM report WHERE also_seen_id = ? AND state IN ('new', 'acknowledged')",
        row -> Columns.uuid(row, 1),
        id);
  }

  /** Which of the photos of these reports tenants have sent. */
  Set<String> stored(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        handle
            .createQuery(
                """
                SELECT DISTINCT p.sha256
                  FROM report_photo p
                  JOIN photo_sender s ON s.sha256 = p.sha256 AND s.account_id = :tenant
                 WHERE p.report_id IN (<ids>)
                """)
            .bind("tenant", Photos.TENANT)
            .bindList("ids", ids)
            .mapTo(String.class)
            .list());
  }

  /** Reports that carry this photo. */
  List<UUID> listWith(String sha256) {
    return Statements.list(
        handle,
        "SELECT report_id FROM report_photo WHERE sha256 = ?",
        row -> Columns.uuid(row, 1),
        sha256);
  }

  boolean isNamed(String sha256) {
    return !listWith(sha256).isEmpty();
  }

  void setRevision(UUID id, long revision) {
    Statements.update(handle, "UPDATE report SET revision = ? WHERE id = ?", revision, id);
  }

  /** Closed by then, and still with photos. */
  List<UUID> listWithPhotos(Instant closedBy) {
    return Statements.list(
        handle,
        "SELECT id FROM report WHERE closed_at <= ? AND photos IS NOT NULL ORDER BY id",
        row -> Columns.uuid(row, 1),
        closedBy);
  }

  void removePhotos(UUID id, long revision) {
    Statements.update(handle, "DELETE FROM report_photo WHERE report_id = ?", id);
    Statements.update(
        handle, "UPDATE report SET photos = NULL, revision = ? WHERE id = ?", revision, id);
  }

  /** What tenants sent before then, and no report names. */
  List<String> listUnnamedPhotos(Instant before) {
    return Statements.list(
        handle,
        """
        SELECT s.sha256
          FROM photo_sender s
          JOIN photo p ON p.sha256 = s.sha256
         WHERE s.account_id = ?
           AND p.created_at < ?
           AND NOT EXISTS (SELECT 1 FROM report_photo r WHERE r.sha256 = s.sha256)
         ORDER BY s.sha256
        """,
        row -> row.getString(1),
        Photos.TENANT,
        before);
  }

  private void addPhoto(UUID id, String sha256) {
    Statements.update(
        handle,
        """
        INSERT INTO report_photo (sha256, report_id) VALUES (?, ?)
        ON CONFLICT (sha256, report_id) DO NOTHING
        """,
        sha256,
        id);
  }

  private static Report report(ResultSet row) throws SQLException {
    String place = row.getString("place");
    return new Report(
        Envelope.read(row),
        Standing.read(row),
        Kind.of(row.getString("kind")),
        row.getString("category"),
        place == null ? null : read(place),
        Sending.split(row.getString("photos")),
        Columns.uuid(row, "also_seen_id"),
        row.getBoolean("sensitive"));
  }

  private static JsonNode read(String json) {
    return Json.parse(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }
}
