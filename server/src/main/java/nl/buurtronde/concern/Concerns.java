package nl.buurtronde.concern;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.observation.Conversation;
import nl.buurtronde.observation.Desk;
import nl.buurtronde.observation.Event;
import nl.buurtronde.observation.Handling;
import nl.buurtronde.observation.Listing;
import nl.buurtronde.observation.Message;
import nl.buurtronde.observation.ObservationValue;
import nl.buurtronde.observation.Voices;
import nl.buurtronde.observation.Where;
import nl.buurtronde.photo.Photos;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** The door to concerns: for who wrote one by its code, and for named readers, each time noted. */
public final class Concerns extends Handling {
  public static final Register REGISTER = new Register("concern");
  private static final Conversation CONVERSATION = new Conversation("concern");
  private static final String READ = "concern.read";

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final Accounts accounts;
  private final Readers readers;
  private final Followers followers;

  Concerns(
      Database database,
      Clock clock,
      Audit audit,
      Accounts accounts,
      Readers readers,
      Followers followers) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.accounts = accounts;
    this.readers = readers;
    this.followers = followers;
  }

  /** Keeps one; false when there is one by that identifier already. */
  public boolean add(Handle handle, Envelope envelope, UUID complex, String description) {
    Standing standing = Standing.fresh(clock.instant(), Revisions.next(handle));
    return new ConcernDao(handle).insert(new Concern(envelope, standing, complex, description));
  }

  /** What its writer sees. */
  public Followed follow(Handle handle, UUID id) {
    Concern concern = new ConcernDao(handle).find(id).orElseThrow(Concerns::unknown);
    Envelope e = concern.envelope();
    Standing s = concern.standing();
    return new Followed(
        id,
        "concern",
        e.district(),
        null,
        e.text(),
        e.urgency(),
        place(concern),
        List.of(),
        !e.contact().isEmpty(),
        s.progress().state().wire(),
        s.progress().outcome(),
        s.progress().awaits().wire(),
        s.receivedAt(),
        s.changedAt(),
        CONVERSATION.listMessages(handle, List.of(id)).stream().map(Followed.Said::of).toList(),
        false,
        List.of(),
        followers.of(handle, id));
  }

  /** What its writer does with it. */
  public TenantDesk desk(Handle handle, UUID id) {
    return desk(handle, id, Photos.TENANT);
  }

  /**
   * @param cursor where the next page begins, or null when this is the last
   * @param total how many there are on all pages together
   */
  public record Page(List<ConcernValue> concerns, String cursor, long total) {}

  /** For readers, newest first, and without a word of what was said. */
  public Page list(Actor actor, Listing asked) {
    Listing listing = asked.ofTenants();
    return database.read(
        handle -> {
          readers.require(handle, actor);
          ConcernDao dao = new ConcernDao(handle);
          int limit = listing.limit();
          Where where = narrowed(actor, listing);
          listing.turn(where);
          List<Concern> found = dao.list(where, limit + 1);
          boolean more = found.size() > limit;
          List<Concern> page = more ? found.subList(0, limit) : found;
          return new Page(
              page.stream().map(ConcernValue::line).toList(),
              more ? cursor(page.get(limit - 1)) : null,
              dao.count(narrowed(actor, listing)));
        });
  }

  /** One with its words; that it was read is noted before it is shown. */
  public ConcernValue get(Actor actor, UUID id) {
    return database.write(
        handle -> {
          Concern concern = require(handle, actor, id);
          audit.record(handle, actor.id(), READ, id.toString(), "");
          return ConcernValue.of(concern, words(handle, concern));
        });
  }

  /** Removes what was closed by then, for good; gives how many. */
  public int removeClosedBy(Instant then) {
    return database.write(
        handle -> {
          ConcernDao concerns = new ConcernDao(handle);
          List<UUID> old = concerns.listClosedBy(then);
          for (UUID id : old) {
            CONVERSATION.remove(handle, id);
            followers.removeAll(handle, id);
            concerns.delete(id);
          }
          if (!old.isEmpty()) {
            Revisions.next(handle);
          }
          return old.size();
        });
  }

  @Override
  protected void change(Actor actor, UUID id, Consumer<Desk> verb) {
    database.write(
        handle -> {
          require(handle, actor, id);
          verb.accept(desk(handle, id, actor.id()));
          return null;
        });
  }

  private static Where narrowed(Actor actor, Listing listing) {
    Where where = new Where().and("1 = 1");
    if (actor.role() != Role.COORDINATOR) {
      where.in(actor.districts(), "district_id IN (<districts>)");
    }
    listing.narrow(where, "1 = 0"); // nothing of it can be searched for
    return where;
  }

  private static String cursor(Concern last) {
    return Listing.cursor(last.standing().receivedAt(), last.envelope().id());
  }

  private TenantDesk desk(Handle handle, UUID id, UUID by) {
    Concern concern = new ConcernDao(handle).find(id).orElseThrow(Concerns::unknown);
    Standing standing = concern.standing();
    return new TenantDesk(
        handle, REGISTER, CONVERSATION, followers, id, standing, by, clock.instant());
  }

  private Concern require(Handle handle, Actor actor, UUID id) {
    readers.require(handle, actor);
    return new ConcernDao(handle)
        .find(id)
        .filter(concern -> actor.seesDistrict(concern.envelope().district()))
        .orElseThrow(Concerns::unknown);
  }

  private ConcernValue.Words words(Handle handle, Concern concern) {
    Envelope e = concern.envelope();
    List<Message> messages = CONVERSATION.listMessages(handle, List.of(e.id()));
    List<Event> events = CONVERSATION.listEvents(handle, e.id());
    List<Audit.Entry> readings = audit.list(handle, READ, e.id().toString());
    Set<UUID> people = new HashSet<>();
    messages.forEach(message -> people.add(message.by()));
    events.forEach(event -> people.add(event.by()));
    readings.forEach(reading -> people.add(reading.account()));
    Voices voices = Voices.of(accounts, people);
    List<ObservationValue.EventValue> history = new ArrayList<>();
    history.add(sent(concern.standing().receivedAt(), e.claimedAt()));
    events.forEach(event -> history.add(voices.event(event)));
    readings.forEach(reading -> history.add(read(voices, reading)));
    history.sort(Comparator.comparing(ObservationValue.EventValue::at));
    return new ConcernValue.Words(
        e.text(),
        concern.description(),
        e.contact(),
        messages.stream().map(voices::message).toList(),
        history);
  }

  /** How the history of what a tenant sent begins. */
  public static ObservationValue.EventValue sent(Instant receivedAt, Instant claimedAt) {
    return new ObservationValue.EventValue(
        "sent", null, receivedAt, claimedAt, JsonNodeFactory.instance.objectNode());
  }

  private static ObservationValue.EventValue read(Voices voices, Audit.Entry reading) {
    return new ObservationValue.EventValue(
        "read",
        voices.author(reading.account()),
        reading.at(),
        null,
        JsonNodeFactory.instance.objectNode());
  }

  private static ObjectNode place(Concern concern) {
    if (concern.complex() == null && concern.description() == null) {
      return null;
    }
    ObjectNode place = JsonNodeFactory.instance.objectNode();
    if (concern.complex() != null) {
      place.put("complex", concern.complex().toString());
    }
    if (concern.description() != null) {
      place.put("description", concern.description());
    }
    return place;
  }

  private static Refusal unknown() {
    return new Refusal(Reason.NOT_FOUND, "concern.unknown");
  }
}
