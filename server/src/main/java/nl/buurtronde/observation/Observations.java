package nl.buurtronde.observation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** The door to what volunteers saw: who may see it, and what the office does with it. */
public final class Observations extends Handling {
  private static final String CARRIES =
      """
      id IN (SELECT observation_id FROM observation_photo WHERE sha256 = :sha256)
      AND EXISTS (SELECT 1 FROM photo_sender s
                   WHERE s.sha256 = :sha256
                     AND (s.account_id = author_id
                          OR s.account_id IN (SELECT e.account_id FROM observation_event e
                                               WHERE e.observation_id = observation.id)))""";

  // Who is in a new photo is for the office to see first.
  private static final String CHECKED =
      """
      (author_id = :me
       OR id IN (SELECT observation_id FROM observation_photo
                  WHERE sha256 = :sha256 AND checked_at IS NOT NULL))""";

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
          String cursor = more ? cursor(page.get(limit - 1)) : null;
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
   * had it: its name alone, in an observation of one's own, opens nothing. Other volunteers see it
   * once the office has.
   */
  public boolean maySee(Actor actor, String sha256) {
    return database.read(
        handle -> {
          Selection carrying = Selection.seenBy(actor).with(CARRIES, "sha256", sha256);
          boolean waits = actor.role() == Role.VOLUNTEER;
          return (waits ? carrying.with(CHECKED, "sha256", sha256) : carrying).isAny(handle);
        });
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

  /** Makes one text of those that stand side by side. */
  public void mergeText(Actor actor, UUID id, String text) {
    String one = Checks.message(text);
    changeOne(actor, id, desk -> desk.mergeText(one));
  }

  @Override
  protected void change(Actor actor, UUID id, Consumer<Desk> verb) {
    changeOne(actor, id, verb::accept);
  }

  private void changeOne(Actor actor, UUID id, Consumer<ObservationDesk> verb) {
    database.write(
        handle -> {
          Observation before = getHandled(handle, actor, id);
          if (before.progress().state() == State.WITHDRAWN) {
            throw new Refusal(Reason.CONFLICT, "observation.withdrawn");
          }
          verb.accept(new ObservationDesk(handle, before, actor, clock.instant()));
          return null;
        });
  }

  private ObservationValue open(Handle handle, Actor actor, UUID id) {
    Observation found = getOne(handle, Selection.seenBy(actor), id);
    ObservationValue value = values.of(handle, List.of(found)).get(0);
    boolean whole = actor.role().isStaff() || found.author().equals(actor.id());
    return value.with(whole ? values.history(handle, found) : List.of());
  }

  private static String cursor(Observation last) {
    return Listing.cursor(last.origin().receivedAt(), last.id());
  }

  private static Observation getHandled(Handle handle, Actor actor, UUID id) {
    return getOne(handle, Selection.handledBy(actor), id);
  }

  private static Observation getOne(Handle handle, Selection selection, UUID id) {
    return selection
        .with("id = :id", "id", id)
        .listByRevision(handle, 1)
        .stream()
        .findFirst()
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "observation.unknown"));
  }
}
