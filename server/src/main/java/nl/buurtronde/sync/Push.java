package nl.buurtronde.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Session;
import nl.buurtronde.http.Sessions;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.jdbi.v3.core.Handle;

/** Takes in what phones recorded: one batch, one transaction (SYNC invariants 2, 3 and 8). */
final class Push {
  private static final Duration LONGEST_UNDER_WAY = Duration.ofMinutes(5);

  private final Database database;
  private final Clock clock;
  private final Epoch epoch;
  private final Applier applier;
  private final Sessions sessions;
  private final MissingPhotos missingPhotos;
  private final boolean backedUp;

  /**
   * @param backedUp whether "durable" waits for a backup, or is the commit
   */
  Push(
      Database database,
      Clock clock,
      Epoch epoch,
      Applier applier,
      Sessions sessions,
      MissingPhotos missingPhotos,
      boolean backedUp) {
    this.database = database;
    this.clock = clock;
    this.epoch = epoch;
    this.applier = applier;
    this.sessions = sessions;
    this.missingPhotos = missingPhotos;
    this.backedUp = backedUp;
  }

  /** What comes with a revoked session is set aside. */
  PushOutcome accept(PushRequest request, Session session) {
    Instant now = clock.instant();
    Duration offset = offset(Incoming.within(request.clock()), now);
    List<Incoming> incoming =
        request.mutations().stream()
            .map(node -> Incoming.read(node, request.device(), offset, now, epoch.value()))
            .toList();
    refuseHoles(incoming);
    List<Mutations.Prepared> prepared =
        incoming.stream().map(each -> applier.prepare(each.mutation())).toList();
    try {
      return database.write(
          handle -> take(handle, request.device(), incoming, prepared, session, offset, now));
    } catch (Stop stop) {
      return stop.outcome;
    }
  }

  private PushOutcome take(
      Handle handle,
      UUID id,
      List<Incoming> incoming,
      List<Mutations.Prepared> prepared,
      Session session,
      Duration offset,
      Instant now) {
    Actor author = session.actor();
    DeviceDao devices = new DeviceDao(handle);
    Device device = devices.find(id).orElse(null);
    if (device == null) {
      devices.seen(id, author.id(), now);
    } else if (!device.account().equals(author.id())) {
      throw new Stop(new PushOutcome.Conflict("conflict", 0, epoch.value()));
    }
    long lastN = device == null ? 0 : device.lastN();
    if (!id.equals(session.device())) {
      sessions.bindDevice(session.tokenHash(), id);
    }
    boolean revoked = session.state() == Session.State.REVOKED;
    boolean dismissed = revoked || (device != null && device.revokedAt() != null);
    Batch batch = new Batch(handle, applier, id, author, now, dismissed);
    List<PushOutcome.Result> results = batch.take(incoming, prepared, lastN, epoch.value());
    long through = Math.max(lastN, incoming.isEmpty() ? 0 : incoming.get(incoming.size() - 1).n());
    devices.pushed(id, through, offset.toMillis(), now);
    if (dismissed) {
      return new PushOutcome.Dismissed();
    }
    long durable = !backedUp ? through : device == null ? 0 : device.durableN();
    List<String> missing = missingPhotos.of(handle, author.id());
    return new PushOutcome.Accepted(1, epoch.value(), now, results, through, durable, missing);
  }

  // A difference this small may as well be the time the request was under way.
  private static Duration offset(Instant clock, Instant now) {
    Duration measured = Duration.between(clock, now);
    return measured.abs().compareTo(LONGEST_UNDER_WAY) > 0 ? measured : Duration.ZERO;
  }

  private static void refuseHoles(List<Incoming> incoming) {
    boolean whole =
        IntStream.range(1, incoming.size())
            .allMatch(i -> incoming.get(i).n() == incoming.get(i - 1).n() + 1);
    if (!whole) {
      throw new Refusal(Reason.INVALID, "push.envelope");
    }
  }

  /** Undoes the whole batch, and answers why. */
  static final class Stop extends RuntimeException {
    private final transient PushOutcome outcome;

    Stop(PushOutcome outcome) {
      super(null, null, false, false);
      this.outcome = outcome;
    }
  }
}
