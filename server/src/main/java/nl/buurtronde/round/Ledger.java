package nl.buurtronde.round;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import nl.buurtronde.database.TransactionLost;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows from each change: a revision, an event, who watches now, and telling who asked. */
final class Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final Clock clock;
  private final List<BiConsumer<Handle, Round>> listeners = new CopyOnWriteArrayList<>();
  private volatile Watch watch = (handle, round) -> Watched.not("nobody");

  Ledger(Clock clock) {
    this.clock = clock;
  }

  void watchedBy(Watch judge) {
    watch = judge;
  }

  void onChange(BiConsumer<Handle, Round> listener) {
    listeners.add(listener);
  }

  /** The tables hold the change already. */
  Round changed(Step step, String kind, JsonNode detail) {
    Handle handle = step.handle();
    UUID id = step.round();
    Round round = new RoundDao(handle).find(id).orElseThrow();
    long revision = Revisions.next(handle);
    Instant now = clock.instant();
    new EventDao(handle)
        .add(
            id,
            revision,
            new EventDao.Event(kind, step.by(), step.at(), step.claimedAt(), now, detail));
    settle(handle, round, judge(handle, round), revision);
    Round after = new RoundDao(handle).find(id).orElseThrow();
    listeners.forEach(listener -> listener.accept(handle, after));
    return after;
  }

  Round changed(Step step, String kind) {
    return changed(step, kind, JsonNodeFactory.instance.objectNode());
  }

  /** Notes who watches; nothing happens when that is as it was. */
  void setWatch(Handle handle, Round round, Watched watched) {
    Watched sure = isPair(round) ? watched : judge(handle, round);
    if (!sure.equals(round.watch())) {
      settle(handle, round, sure, Revisions.next(handle));
    }
  }

  private void settle(Handle handle, Round round, Watched watched, long revision) {
    new RoundDao(handle).setWatch(round.id(), watched, revision);
    // That nobody watches who is back goes without saying.
    if (!watched.equals(round.watch()) && !watched.equals(Watched.not("finished"))) {
      String kind = watched.people().isEmpty() ? "unwatched" : "watched";
      Instant now = clock.instant();
      new EventDao(handle)
          .add(
              round.id(),
              revision,
              new EventDao.Event(kind, null, now, null, now, watched.toJson()));
    }
  }

  // Whatever the judge would say: one person is never watched, nor is anybody who is back.
  private Watched judge(Handle handle, Round round) {
    return switch (round.state()) {
      case FINISHED, CANCELLED -> Watched.not("finished");
      case PLANNED, STARTED -> Watched.not("pair");
      case WALKING -> isPair(round) ? ask(handle, round) : Watched.not("pair");
    };
  }

  // A fault in the judge must not keep a pair's own word out: then nobody is said to watch.
  private Watched ask(Handle handle, Round round) {
    try {
      return watch.of(handle, round);
    } catch (TransactionLost e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Who watches round {} could not be judged", round.id(), e);
      return Watched.not("nobody");
    }
  }

  private static boolean isPair(Round round) {
    return round.state() == State.WALKING && round.present().size() >= 2;
  }
}
