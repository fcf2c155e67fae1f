package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.database.Columns;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The tables of this room; plain statements, for the phones' batches go through here. */
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

  void addPhoto(UUID observation, String sha256) {
    handle.execute(
        """
        INSERT INTO observation_photo (sha256, observation_id) VALUES (?, ?)
        ON CONFLICT (sha256, observation_id) DO NOTHING
        """,
        sha256,
        observation);
  }

  void removePhoto(UUID observation, String sha256) {
    handle.execute(
        "DELETE FROM observation_photo WHERE sha256 = ? AND observation_id = ?",
        sha256,
        observation);
  }

  /** Expects it from this account's phone, unless it is here already. */
  void awaitPhoto(UUID account, String sha256) {
    handle.execute(
        """
        INSERT INTO observation_photo_awaited (account_id, sha256)
        SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM photo WHERE sha256 = ?)
        ON CONFLICT (account_id, sha256) DO NOTHING
        """,
        account,
        sha256,
        sha256);
  }

  /** Stops expecting what has come, and what no observation carries any more. */
  void tidyAwaited(UUID account) {
    handle.execute(
        """
        DELETE FROM observation_photo_awaited
         WHERE account_id = ?
           AND (EXISTS (SELECT 1 FROM photo p
                         WHERE p.sha256 = observation_photo_awaited.sha256)
                OR NOT EXISTS (SELECT 1 FROM observation_photo p
                                WHERE p.sha256 = observation_photo_awaited.sha256))
        """,
        account);
  }

  List<String> listMissing(UUID account) {
    return handle
        .select(
            """
            SELECT a.sha256
              FROM observation_photo_awaited a
              LEFT JOIN photo p ON p.sha256 = a.sha256
             WHERE a.account_id = ? AND p.sha256 IS NULL
               AND EXISTS (SELECT 1 FROM observation_photo o WHERE o.sha256 = a.sha256)
             ORDER BY a.sha256
            """,
            account)
        .mapTo(String.class)
        .list();
  }

  /** Those among these that have come in. */
  Set<String> stored(Collection<String> sha256s) {
    if (sha256s.isEmpty()) {
      return Set.of();
    }
    return handle
        .createQuery("SELECT sha256 FROM photo WHERE sha256 IN (<photos>)")
        .bindList("photos", sha256s)
        .mapTo(String.class)
        .collect(Collectors.toSet());
  }

  boolean addMessage(Message message) {
    return handle.execute(
            """
            INSERT INTO observation_message (id, observation_id, kind, text, account_id, at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """,
            message.id(),
            message.observation(),
            message.kind(),
            message.text(),
            message.by(),
            Columns.text(message.at()))
        > 0;
  }

  Optional<Message> findMessage(UUID id) {
    return handle
        .select(
            """
            SELECT id, observation_id, kind, text, account_id, at
              FROM observation_message
             WHERE id = ?
            """,
            id)
        .map(ConstructorMapper.of(Message.class))
        .findOne();
  }

  List<Message> listMessages(Collection<UUID> observations) {
    if (observations.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            SELECT id, observation_id, kind, text, account_id, at
              FROM observation_message
             WHERE observation_id IN (<observations>)
             ORDER BY at, id
            """)
        .bindList("observations", observations)
        .map(ConstructorMapper.of(Message.class))
        .list();
  }

  void addEvent(Event event) {
    handle.execute(
        """
        INSERT INTO observation_event
          (id, observation_id, revision, kind, account_id, at, claimed_at, detail)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        event.id(),
        event.observation(),
        event.revision(),
        event.kind(),
        event.by(),
        Columns.text(event.at()),
        event.claimedAt() == null ? null : Columns.text(event.claimedAt()),
        json(event.detail()));
  }

  List<Event> listEvents(UUID observation) {
    return handle
        .select(
            """
            SELECT id, observation_id, revision, kind, account_id, at, claimed_at, detail
              FROM observation_event
             WHERE observation_id = ?
             ORDER BY revision, id
            """,
            observation)
        .map(ConstructorMapper.of(Event.class))
        .list();
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
