package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.database.Statements;
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

  private static final String SELECT =
      "SELECT " + ObservationMapper.COLUMNS + " FROM observation WHERE id = ?";
  private static final ObservationMapper MAPPER = new ObservationMapper();

  private final Handle handle;

  ObservationDao(Handle handle) {
    this.handle = handle;
  }

  /** False when there is one by that identifier already. */
  boolean insert(Observation o) {
    Stamp origin = o.origin().stamp();
    Content content = o.content();
    return Statements.update(
            handle,
            INSERT,
            o.id(),
            o.author(),
            o.district(),
            content.category(),
            content.text(),
            content.urgency(),
            json(content.place()),
            content.complex(),
            json(content.visit()),
            content.wantsHelp(),
            photos(o),
            content.round(),
            o.progress().state().wire(),
            o.progress().awaits().wire(),
            o.sensitive(),
            origin.id(),
            origin.device(),
            origin.n(),
            origin.revision(),
            origin.at(),
            o.origin().claimedAt(),
            o.origin().receivedAt(),
            o.changedAt(),
            o.revision())
        > 0;
  }

  /** @param otherTexts the texts that stand beside the one shown, to be found by */
  void update(Observation o, List<String> otherTexts) {
    Statements.update(
        handle,
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
        o.content().wantsHelp(),
        photos(o),
        o.content().round(),
        o.progress().state().wire(),
        o.progress().awaits().wire(),
        o.progress().outcome(),
        o.progress().review(),
        o.sensitive(),
        json(o.merge()),
        o.changedAt(),
        o.revision(),
        o.id());
  }

  Optional<Observation> find(UUID id) {
    return Statements.find(handle, SELECT, row -> MAPPER.map(row, null), id);
  }

  /** It may have left the sight of people of this district. */
  void depart(UUID observation, UUID district, boolean shared, long revision) {
    Statements.update(
        handle,
        """
        INSERT INTO observation_departure (observation_id, district_id, shared, revision)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (observation_id, district_id) DO UPDATE
          SET revision = excluded.revision,
              shared = CASE WHEN excluded.shared = 1 THEN 1 ELSE observation_departure.shared END
        """,
        observation,
        district,
        shared,
        revision);
  }

  private static String json(JsonNode node) {
    return node == null ? null : node.toString();
  }

  private static String photos(Observation o) {
    return o.content().photos().isEmpty() ? null : Content.array(o.content().photos()).toString();
  }
}
