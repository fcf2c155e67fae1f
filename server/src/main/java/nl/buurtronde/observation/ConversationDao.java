package nl.buurtronde.observation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.database.Statements;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What was said about observations, and what was done to them. */
final class ConversationDao {
  private final Handle handle;

  ConversationDao(Handle handle) {
    this.handle = handle;
  }

  boolean addMessage(Message message) {
    return Statements.update(
            handle,
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
            message.at())
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
    Statements.update(
        handle,
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
        event.at(),
        event.claimedAt(),
        event.detail().toString());
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
}
