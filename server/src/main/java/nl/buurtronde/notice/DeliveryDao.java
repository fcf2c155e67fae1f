package nl.buurtronde.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.notice.Delivery.State;
import org.jdbi.v3.core.Handle;

/** The outbox of the building, and what became of what was in it. */
final class DeliveryDao {
  private final Handle handle;

  DeliveryDao(Handle handle) {
    this.handle = handle;
  }

  /** Plans it, unless this contact has or had this step of this subject already. */
  void plan(Message message, Contact contact, Instant now) {
    handle.execute(
        """
        INSERT INTO delivery
          (id, subject_id, step, contact_id, account_id, kind, topic, about, title, text, path,
           practice, state, planned_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?)
        ON CONFLICT (subject_id, step, contact_id) DO NOTHING
        """,
        Id.next(),
        message.subject(),
        message.step(),
        contact.id(),
        message.account(),
        contact.kind().wire(),
        message.topic().wire(),
        message.about(),
        message.title(),
        message.text(),
        message.path(),
        message.practice() ? 1 : 0,
        now);
  }

  int count(Message message) {
    return handle
        .select(
            """
            SELECT COUNT(*)
              FROM delivery
             WHERE subject_id = ? AND step = ? AND account_id = ?
            """,
            message.subject(),
            message.step(),
            message.account())
        .mapTo(Integer.class)
        .one();
  }

  List<Delivery> list(UUID subject) {
    return handle
        .select(
            """
            SELECT id, subject_id, step, contact_id, account_id, kind, topic, about, title, text,
                   path, practice, state, planned_at, finished_at, detail
              FROM delivery
             WHERE subject_id = ?
             ORDER BY step, planned_at, id
            """,
            subject)
        .map((rows, context) -> delivery(rows))
        .list();
  }

  Set<State> states(UUID subject, int step) {
    return handle
        .select(
            "SELECT DISTINCT state FROM delivery WHERE subject_id = ? AND step = ?", subject, step)
        .map((rows, context) -> State.of(rows.getString(1)))
        .stream()
        .collect(Collectors.toSet());
  }

  boolean isAnyPending() {
    return handle
        .select(
            """
            SELECT EXISTS (
              SELECT 1 FROM delivery WHERE state = 'pending' AND finished_at IS NULL)
            """)
        .mapTo(Boolean.class)
        .one();
  }

  /** The next in line for one channel: what is real before what is practice. */
  List<UUID> listPending(Kind kind, int most) {
    return handle
        .select(
            """
            SELECT id
              FROM delivery
             WHERE state = 'pending' AND kind = ? AND finished_at IS NULL
             ORDER BY practice, planned_at, id
             LIMIT ?
            """,
            kind.wire(),
            most)
        .mapTo(UUID.class)
        .list();
  }

  void markSending(UUID id) {
    handle.execute("UPDATE delivery SET state = 'sending' WHERE id = ?", id);
  }

  /** With the address as it is now; empty when the contact was removed since. */
  Optional<Channel.Parcel> findParcel(UUID id) {
    return handle
        .select(
            """
            SELECT d.id, d.subject_id, d.step, d.contact_id, d.account_id, d.kind, d.topic, d.about,
                   d.title, d.text, d.path, d.practice, d.state, d.planned_at, d.finished_at,
                   d.detail, c.address, c.subscription
              FROM delivery d
              JOIN contact c ON c.id = d.contact_id
             WHERE d.id = ? AND c.removed_at IS NULL
            """,
            id)
        .map(
            (rows, context) ->
                new Channel.Parcel(
                    delivery(rows), rows.getString("address"), rows.getString("subscription")))
        .findOne();
  }

  // A code is not kept once it is out.
  void finish(UUID id, State state, String detail, Instant at) {
    handle.execute(
        """
        UPDATE delivery
           SET state = ?, detail = ?, finished_at = ?,
               text = CASE WHEN subject_id = contact_id THEN '' ELSE text END,
               about = CASE WHEN subject_id = contact_id THEN NULL ELSE about END
         WHERE id = ?
        """,
        state.wire(),
        detail,
        at,
        id);
  }

  /** At a start: what was being sent when the program ended. */
  int giveUpSending(Instant at) {
    return handle.execute(
        """
        UPDATE delivery
           SET state = 'unknown', detail = 'interrupted', finished_at = ?,
               text = CASE WHEN subject_id = contact_id THEN '' ELSE text END,
               about = CASE WHEN subject_id = contact_id THEN NULL ELSE about END
         WHERE state = 'sending' AND finished_at IS NULL
        """,
        at);
  }

  /** At a start: what is planned for a channel that has been taken away since. */
  void failOthers(Collection<Kind> configured, Instant at) {
    handle
        .createUpdate(
            """
            UPDATE delivery
               SET state = 'failed', detail = 'no channel', finished_at = :at,
                   text = CASE WHEN subject_id = contact_id THEN '' ELSE text END,
               about = CASE WHEN subject_id = contact_id THEN NULL ELSE about END
             WHERE state = 'pending' AND finished_at IS NULL AND kind NOT IN (<kinds>)
            """)
        .bind("at", at)
        .bindList("kinds", configured.stream().map(Kind::wire).toList())
        .execute();
  }

  private static Delivery delivery(ResultSet rows) throws SQLException {
    return new Delivery(
        UUID.fromString(rows.getString("id")),
        UUID.fromString(rows.getString("subject_id")),
        rows.getInt("step"),
        UUID.fromString(rows.getString("contact_id")),
        UUID.fromString(rows.getString("account_id")),
        Kind.of(rows.getString("kind")),
        Topic.of(rows.getString("topic")),
        rows.getString("about"),
        rows.getString("title"),
        rows.getString("text"),
        rows.getString("path"),
        rows.getInt("practice") == 1,
        State.of(rows.getString("state")),
        ContactDao.time(rows, "planned_at"),
        ContactDao.time(rows, "finished_at"),
        rows.getString("detail"));
  }
}
