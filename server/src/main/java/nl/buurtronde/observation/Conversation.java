package nl.buurtronde.observation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.database.Statements;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What was said about one kind of thing, and what was done to it, in tables of its own. */
public final class Conversation {
  static final Conversation OBSERVATION = new Conversation("observation");

  private final String insertMessage;
  private final String selectMessage;
  private final String selectMessages;
  private final String insertEvent;
  private final String selectEvents;
  private final String deleteMessages;
  private final String deleteEvents;

  /** @param noun the table beside which {@code <noun>_message} and {@code <noun>_event} stand */
  public Conversation(String noun) {
    insertMessage =
        of(
            noun,
            """
            INSERT INTO {noun}_message (id, {noun}_id, kind, text, account_id, at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """);
    selectMessage =
        of(
            noun,
            """
            SELECT id, {noun}_id AS about, kind, text, account_id, at
              FROM {noun}_message
             WHERE id = ?
            """);
    selectMessages =
        of(
            noun,
            """
            SELECT id, {noun}_id AS about, kind, text, account_id, at
              FROM {noun}_message
             WHERE {noun}_id IN (<abouts>)
             ORDER BY at, id
            """);
    insertEvent =
        of(
            noun,
            """
            INSERT INTO {noun}_event
              (id, {noun}_id, revision, kind, account_id, at, claimed_at, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """);
    selectEvents =
        of(
            noun,
            """
            SELECT id, {noun}_id AS about, revision, kind, account_id, at, claimed_at, detail
              FROM {noun}_event
             WHERE {noun}_id = ?
             ORDER BY revision, id
            """);
    deleteMessages = of(noun, "DELETE FROM {noun}_message WHERE {noun}_id = ?");
    deleteEvents = of(noun, "DELETE FROM {noun}_event WHERE {noun}_id = ?");
  }

  /** False when there is one by that identifier already. */
  public boolean addMessage(Handle handle, Message message) {
    return Statements.update(
            handle,
            insertMessage,
            message.id(),
            message.about(),
            message.kind(),
            message.text(),
            message.by(),
            message.at())
        > 0;
  }

  public Optional<Message> findMessage(Handle handle, UUID id) {
    return handle.select(selectMessage, id).map(ConstructorMapper.of(Message.class)).findOne();
  }

  public List<Message> listMessages(Handle handle, Collection<UUID> abouts) {
    if (abouts.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(selectMessages)
        .bindList("abouts", abouts)
        .map(ConstructorMapper.of(Message.class))
        .list();
  }

  public void addEvent(Handle handle, Event event) {
    Statements.update(
        handle,
        insertEvent,
        event.id(),
        event.about(),
        event.revision(),
        event.kind(),
        event.by(),
        event.at(),
        event.claimedAt(),
        event.detail().toString());
  }

  public List<Event> listEvents(Handle handle, UUID about) {
    return handle.select(selectEvents, about).map(ConstructorMapper.of(Event.class)).list();
  }

  /** For what is kept no longer. */
  public void remove(Handle handle, UUID about) {
    Statements.update(handle, deleteMessages, about);
    Statements.update(handle, deleteEvents, about);
  }

  private static String of(String noun, String sql) {
    return sql.replace("{noun}", noun);
  }
}
