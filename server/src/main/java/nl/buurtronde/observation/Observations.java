package nl.buurtronde.observation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** The door to what volunteers saw: who may see it, and what the office does with it. */
public final class Observations {
  private static final String CARRIES =
      """
      id IN (SELECT observation_id FROM observation_photo WHERE sha256 = :sha256)
      AND EXISTS (SELECT 1 FROM photo_sender s
                   WHERE s.sha256 = :sha256
                     AND (s.account_id = author_id
                          OR s.account_id IN (SELECT e.account_id FROM observation_event e
                                               WHERE e.observation_id = observation.id)))""";

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final Values values;

  Observations(Database database, Clock clock, Audit audit, Values values) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.values = values;
  }

  /**
   * @param cursor where the next page begins, or null when this is the last
   * @param total how many there are on all pages together
   */
  public record Page(List<ObservationValue> observations, String cursor, long total) {}

  public Page list(Actor actor, Listing listing) {
    return database.read(
        handle -> {
          int limit = listing.limit();
          List<Observation> found = listing.select(actor).listByReceipt(handle, limit + 1);
          boolean more = found.size() > limit;
          List<Observation> page = more ? found.subList(0, limit) : found;
          String cursor = more ? Listing.cursor(page.get(limit - 1)) : null;
          long total = listing.selectAll(actor).count(handle);
          return new Page(values.of(handle, page), cursor, total);
        });
  }

  /** With its history, for its author and for staff; staff's look at a sensitive one is logged. */
  public ObservationValue get(Actor actor, UUID id) {
    ObservationValue value = database.read(handle -> open(handle, actor, id));
    if (value.sensitive() && actor.role().isStaff()) {
      database.write(
          handle -> {
            audit.record(handle, actor.id(), "observation.read", id.toString(), "");
            return null;
          });
    }
    return value;
  }

  /**
   * Whether this person may see an observation that carries the photo, put there by somebody who
   * had it: its name alone, in an observation of one's own, opens nothing.
   */
  public boolean maySee(Actor actor, String sha256) {
    return database.read(
        handle ->
            Selection.seenBy(actor)
                .and(
                    CARRIES,
                    Map.of("sha256", sha256))
                .isAny(handle));
  }

  /** Photos that this account's records name and that have not come in. */
  public List<String> missingPhotos(Handle handle, UUID account) {
    return new CarriedPhotoDao(handle).listMissing(account);
  }

  /** A photo came in: what its sender put it in is news for the other phones and for the desk. */
  public void photoStored(Handle handle, String sha256, UUID sender) {
    CarriedPhotoDao carried = new CarriedPhotoDao(handle);
    carried.came(sender, sha256);
    carried.touchThoseWith(sha256, sender, () -> Revisions.next(handle));
  }

  /** Tells the volunteer that somebody of the office has seen it. */
  public void acknowledge(Actor actor, UUID id) {
    change(
        actor,
        id,
        desk -> {
          Progress now = desk.before().progress();
          boolean isNew = now.state() == State.NEW;
          boolean answered = now.state() == State.CLOSED || now.state() == State.ANSWERED;
          if (!isNew && now.review() == null && !(answered && now.awaits() == Awaits.OFFICE)) {
            return null;
          }
          if (isNew) {
            desk.say(Message.ACKNOWLEDGEMENT, Id.next(), "");
            return desk.to("acknowledged", State.ACKNOWLEDGED, Awaits.OFFICE);
          }
          return desk.to("acknowledged", now.state(), answered ? Awaits.NOBODY : desk.awaits());
        });
  }

  /** Answers; what is closed stays closed. Gives the message's identifier. */
  public UUID answer(Actor actor, UUID id, UUID message, String text) {
    return say(actor, id, Message.ANSWER, message, text);
  }

  /** Asks the volunteer something. Gives the message's identifier. */
  public UUID ask(Actor actor, UUID id, UUID message, String text) {
    return say(actor, id, Message.QUESTION, message, text);
  }

  public void close(Actor actor, UUID id, String outcome, String text) {
    String what = Checks.outcome(outcome);
    String words = Checks.text(text == null ? "" : text);
    change(
        actor,
        id,
        desk -> {
          Progress now = desk.before().progress();
          if (now.state() == State.CLOSED) {
            if (!now.outcome().equals(what)) {
              throw new Refusal(Reason.CONFLICT, "observation.closed.otherwise");
            }
            if (words.isBlank() || desk.hasSaid(Message.CLOSURE, words)) {
              return null;
            }
          }
          desk.say(Message.CLOSURE, Id.next(), words);
          return desk.close(what);
        });
  }

  public void reopen(Actor actor, UUID id, String text) {
    String words = Checks.text(text == null ? "" : text);
    change(
        actor,
        id,
        desk -> {
          if (desk.before().progress().state() != State.CLOSED) {
            if (desk.hasSaid(Message.REOPENING, words)) {
              return null;
            }
            throw new Refusal(Reason.CONFLICT, "observation.open");
          }
          desk.say(Message.REOPENING, Id.next(), words);
          return desk.reopen();
        });
  }

  /** Makes one text of those that stand side by side. */
  public void mergeText(Actor actor, UUID id, String text) {
    String one = Checks.message(text);
    change(
        actor,
        id,
        desk -> {
          boolean single = desk.merge().otherTexts().isEmpty();
          if (single && desk.before().content().text().equals(one)) {
            return null;
          }
          if (single) {
            throw new Refusal(Reason.CONFLICT, "observation.text.single");
          }
          return desk.mergeText(one);
        });
  }

  private UUID say(Actor actor, UUID id, String kind, UUID message, String text) {
    String words = Checks.message(text);
    UUID said = message == null ? Id.next() : message;
    boolean question = kind.equals(Message.QUESTION);
    change(
        actor,
        id,
        desk -> {
          if (!desk.say(kind, said, words)) {
            return null;
          }
          boolean closed = desk.before().progress().state() == State.CLOSED;
          if (closed && question) {
            throw new Refusal(Reason.CONFLICT, "observation.closed");
          }
          return question
              ? desk.to("asked", State.ASKED, Awaits.VOLUNTEER)
              : desk.to("answered", closed ? State.CLOSED : State.ANSWERED, Awaits.NOBODY);
        });
    return said;
  }

  // A verb gives the kind of its event, or null when it had been done already.
  private void change(Actor actor, UUID id, Function<Desk, String> verb) {
    database.write(
        handle -> {
          Observation before = getHandled(handle, actor, id);
          if (before.progress().state() == State.WITHDRAWN) {
            throw new Refusal(Reason.CONFLICT, "observation.withdrawn");
          }
          Instant now = clock.instant();
          Desk desk = new Desk(handle, before, actor, now);
          String event = verb.apply(desk);
          if (event != null) {
            desk.save(event);
          }
          return null;
        });
  }

  private ObservationValue open(Handle handle, Actor actor, UUID id) {
    Observation found = getOne(handle, Selection.seenBy(actor), id);
    ObservationValue value = values.of(handle, List.of(found)).get(0);
    boolean whole = actor.role().isStaff() || found.author().equals(actor.id());
    return value.with(whole ? values.history(handle, found) : List.of());
  }

  private static Observation getHandled(Handle handle, Actor actor, UUID id) {
    return getOne(handle, Selection.handledBy(actor), id);
  }

  private static Observation getOne(Handle handle, Selection selection, UUID id) {
    return selection
        .and("id = :id", Map.of("id", id))
        .listByRevision(handle, 1)
        .stream()
        .findFirst()
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "observation.unknown"));
  }
}
