package nl.buurtronde.report;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.concern.Followers;
import nl.buurtronde.concern.Register;
import nl.buurtronde.concern.TenantDesk;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.observation.Conversation;
import nl.buurtronde.observation.Desk;
import nl.buurtronde.observation.Handling;
import nl.buurtronde.observation.Listing;
import nl.buurtronde.observation.Message;
import nl.buurtronde.observation.Where;
import nl.buurtronde.photo.PhotoAccess;
import nl.buurtronde.photo.Photos;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** The door of staff to what tenants sent. */
public final class Reports extends Handling implements PhotoAccess {
  static final Register REGISTER = new Register("report");
  static final Conversation CONVERSATION = new Conversation("report");
  private static final String SEARCH =
      """
      (text LIKE :q ESCAPE '~' OR category LIKE :q ESCAPE '~'
       OR category IN (SELECT key FROM category WHERE label LIKE :q ESCAPE '~')
       OR complex_id IN (SELECT id FROM complex
                          WHERE name LIKE :q ESCAPE '~' OR code LIKE :q ESCAPE '~'))""";

  private static final int MOST_CARRIERS = 50;

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final Values values;
  private final Followers followers;

  Reports(Database database, Clock clock, Audit audit, Values values, Followers followers) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.values = values;
    this.followers = followers;
  }

  /**
   * @param cursor where the next page begins, or null when this is the last
   * @param total how many there are on all pages together
   */
  public record Page(List<ReportValue> reports, String cursor, long total) {}

  /** @param kind one kind only, or null for all */
  public Page list(Actor actor, Listing asked, Kind kind) {
    Listing listing = asked.ofTenants();
    return database.read(
        handle -> {
          ReportDao dao = new ReportDao(handle);
          int limit = listing.limit();
          Where where = narrowed(actor, listing, kind);
          listing.turn(where);
          List<Report> found = dao.list(where, limit + 1);
          boolean more = found.size() > limit;
          List<Report> page = more ? found.subList(0, limit) : found;
          String cursor = more ? cursor(page.get(limit - 1)) : null;
          long total = dao.count(narrowed(actor, listing, kind));
          return new Page(values.of(handle, page), cursor, total);
        });
  }

  /** With its history and how to reach who sent it; a look at a sensitive one is noted. */
  public ReportValue get(Actor actor, UUID id) {
    ReportValue value =
        database.read(handle -> values.opened(handle, require(handle, actor, id)));
    if (value.sensitive()) {
      database.write(
          handle -> {
            audit.record(handle, actor.id(), "report.read", id.toString(), "");
            return null;
          });
    }
    return value;
  }

  /** Whether this person may see a report that carries the photo, sent by a tenant. */
  @Override
  public boolean maySee(Actor actor, String sha256) {
    return database.read(handle -> new ReportDao(handle).count(carrying(actor, sha256)) > 0);
  }

  /** A look at a photo of a sensitive one is noted too, as it may show more than the text. */
  @Override
  public void looked(Actor actor, String sha256) {
    Where where = carrying(actor, sha256).and("sensitive = 1");
    List<Report> carriers =
        database.read(handle -> new ReportDao(handle).list(where, MOST_CARRIERS));
    if (!carriers.isEmpty()) {
      database.write(
          handle -> {
            carriers.forEach(
                one ->
                    audit.record(
                        handle, actor.id(), "report.photo.read", one.id().toString(), ""));
            return null;
          });
    }
  }

  /** A photo came in from a tenant: news for the desk. */
  public void photoStored(Handle handle, String sha256, UUID sender) {
    if (sender.equals(Photos.TENANT)) {
      ReportDao reports = new ReportDao(handle);
      reports
          .listWith(sha256)
          .forEach(id -> reports.setRevision(id, Revisions.next(handle)));
    }
  }

  @Override
  protected void change(Actor actor, UUID id, Consumer<Desk> verb) {
    database.write(
        handle -> {
          Report report = require(handle, actor, id);
          TenantDesk desk =
              new TenantDesk(
                  handle,
                  REGISTER,
                  CONVERSATION,
                  followers,
                  id,
                  report.standing(),
                  actor.id(),
                  clock.instant());
          verb.accept(desk);
          desk.said()
              .filter(message -> message.kind().equals(Message.CLOSURE) && !report.sensitive())
              .ifPresent(message -> tellOthers(handle, id));
          return null;
        });
  }

  // Those who saw it too read that it was closed, and how.
  private void tellOthers(Handle handle, UUID id) {
    new ReportDao(handle)
        .listAlsoSeen(id)
        .forEach(other -> followers.tell(handle, other));
  }

  private static Where narrowed(Actor actor, Listing listing, Kind kind) {
    Where where = seenBy(actor);
    listing.narrow(where, SEARCH);
    if (kind != null) {
      where.and("kind = :kind", Map.of("kind", kind.wire()));
    }
    return where;
  }

  private static Report require(Handle handle, Actor actor, UUID id) {
    Where where = seenBy(actor).and("id = :id", Map.of("id", id));
    return new ReportDao(handle)
        .list(where, 1).stream()
            .findFirst()
            .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "report.gone"));
  }

  private static Where carrying(Actor actor, String sha256) {
    return seenBy(actor)
        .and(
            """
            id IN (SELECT report_id FROM report_photo WHERE sha256 = :sha256)
            AND EXISTS (SELECT 1 FROM photo_sender
                         WHERE sha256 = :sha256 AND account_id = :tenant)""",
            Map.of("sha256", sha256, "tenant", Photos.TENANT));
  }

  private static Where seenBy(Actor actor) {
    if (actor.role() == Role.COORDINATOR) {
      return new Where().and("1 = 1");
    }
    return actor.role() == Role.CARETAKER
        ? new Where().in(actor.districts(), "district_id IN (<districts>)")
        : new Where().and("1 = 0");
  }

  private static String cursor(Report last) {
    return Listing.cursor(last.standing().receivedAt(), last.id());
  }
}
