package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import org.jdbi.v3.core.Handle;

/** The observations themselves; plain statements, for the phones' batches go through here. */
final class ObservationDao {
  private static final String INSERT =
      """
      INSERT INTO observation
        (id, author_id, district_id, category, text, urgency, place, complex_id, visit,
         wants_help, photos, round_id, state, awaits, sensitive, origin_mutation,
         origin_device, origin_n, origin_revision, observed_at, claimed_at, received_at,
         changed_at, revision)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING
      """;

  private final Handle handle;

  ObservationDao(Handle handle) {
    this.handle = handle;
  }

  /** False when there is one by that identifier already. */
  // Straight JDBC: a push may bring fifty, and binding each by its type costs as much as inserting.
  boolean insert(Observation o) {
    try (PreparedStatement statement = handle.getConnection().prepareStatement(INSERT)) {
      Object[] row = row(o);
      for (int i = 0; i < row.length; i++) {
        statement.setObject(i + 1, row[i]);
      }
      return statement.executeUpdate() > 0;
    } catch (SQLException e) {
      throw new IllegalStateException("An observation could not be stored", e);
    }
  }

  private static Object[] row(Observation o) {
    Stamp origin = o.origin().stamp();
    Content content = o.content();
    return new Object[] {
      o.id().toString(),
      o.author().toString(),
      o.district().toString(),
      content.category(),
      content.text(),
      content.urgency(),
      json(content.place()),
      text(content.complex()),
      json(content.visit()),
      content.wantsHelp() ? 1 : 0,
      photos(o),
      text(content.round()),
      o.progress().state().wire(),
      o.progress().awaits().wire(),
      o.sensitive() ? 1 : 0,
      origin.id().toString(),
      origin.device().toString(),
      origin.n(),
      origin.revision(),
      Columns.text(origin.at()),
      Columns.text(o.origin().claimedAt()),
      Columns.text(o.origin().receivedAt()),
      Columns.text(o.changedAt()),
      o.revision()
    };
  }

  /** @param otherTexts the texts that stand beside the one shown, to be found by */
  void update(Observation o, List<String> otherTexts) {
    handle.execute(
        """
        UPDATE observation
           SET district_id = ?, category = ?, text = ?, other_texts = ?, urgency = ?, place = ?,
               complex_id = ?, visit = ?, wants_help = ?, photos = ?, round_id = ?, state = ?,
               awaits = ?, outcome = ?, review = ?, sensitive = ?, merge = ?, changed_at = ?,
               revision = ?
         WHERE id = ?
        """,
        o.district(),
        o.content().category(),
        o.content().text(),
        String.join("\n", otherTexts),
        o.content().urgency(),
        json(o.content().place()),
        o.content().complex(),
        json(o.content().visit()),
        o.content().wantsHelp() ? 1 : 0,
        photos(o),
        o.content().round(),
        o.progress().state().wire(),
        o.progress().awaits().wire(),
        o.progress().outcome(),
        o.progress().review(),
        o.sensitive() ? 1 : 0,
        json(o.merge()),
        Columns.text(o.changedAt()),
        o.revision(),
        o.id());
  }

  Optional<Observation> find(UUID id) {
    return handle
        .createQuery("SELECT <columns> FROM observation WHERE id = :id")
        .define("columns", ObservationMapper.COLUMNS)
        .bind("id", id)
        .map(new ObservationMapper())
        .findOne();
  }

  /** It may have left the sight of people of this district. */
  void depart(UUID observation, UUID district, boolean shared, long revision) {
    handle.execute(
        """
        INSERT INTO observation_departure (observation_id, district_id, shared, revision)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (observation_id, district_id) DO UPDATE
          SET revision = excluded.revision,
              shared = CASE WHEN excluded.shared = 1 THEN 1 ELSE observation_departure.shared END
        """,
        observation,
        district,
        shared ? 1 : 0,
        revision);
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  private static String json(JsonNode node) {
    return node == null ? null : node.toString();
  }

  private static String photos(Observation o) {
    return o.content().photos().isEmpty() ? null : Content.array(o.content().photos()).toString();
  }
}
