package nl.buurtronde.oncall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import nl.buurtronde.database.Database;
import nl.buurtronde.notice.Notices;
import nl.buurtronde.round.Round;
import nl.buurtronde.round.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks twice a second at what rows say is to be done. Remembers nothing that a restart would lose,
 * waits for no network, and what fails for one round or alarm stops no other.
 */
public final class Watchman implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration STUCK = Duration.ofSeconds(60);

  private final Database database;
  private final Deadlines deadlines;
  private final Rounds rounds;
  private final Guarding guarding;
  private final Escalation escalation;
  private final Chores chores;
  private final Notices notices;
  private final Keeping keeping;
  private final Heartbeat heartbeat;
  private final LongSupplier nanos;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "watch");
  private volatile boolean whole = true;
  private boolean resumed;
  private volatile long looked;

  Watchman(
      Database database,
      Deadlines deadlines,
      Rounds rounds,
      Guarding guarding,
      Escalation escalation,
      Chores chores,
      Notices notices,
      Keeping keeping,
      Heartbeat heartbeat,
      LongSupplier nanos) {
    this.database = database;
    this.deadlines = deadlines;
    this.rounds = rounds;
    this.guarding = guarding;
    this.escalation = escalation;
    this.chores = chores;
    this.notices = notices;
    this.keeping = keeping;
    this.heartbeat = heartbeat;
    this.nanos = nanos;
    this.looked = nanos.getAsLong();
  }

  public void start() {
    thread.start();
  }

  /**
   * Whether it looks, the last look did all there was to do, its writes included, and messages are
   * taken out and can get through.
   */
  public boolean isWell() {
    return whole
        && nanos.getAsLong() - looked < STUCK.toNanos()
        && notices.isTakenOut()
        && attemptAll("the channels", () -> !isDeaf());
  }

  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One look around. */
  void tick() {
    looked = nanos.getAsLong();
    boolean done = resumed || attempt("what was kept", keeping::resume);
    resumed = true;
    done &= attempt("the clocks", () -> deadlines.begin(whole));
    done &= attemptAll("the rounds", this::lookAtRounds);
    done &= attemptAll("the alarms", this::lookAtAlarms);
    done &= attempt("the roster", chores::look);
    done &= attempt("what to keep", keeping::look);
    whole = done;
    attempt(
        "the heartbeat",
        () -> {
          if (isWell()) {
            heartbeat.beat();
          }
        });
  }

  private boolean lookAtRounds() {
    List<Round> open = new ArrayList<>();
    boolean done =
        readable(
            "round",
            () -> database.read(rounds::listOpen),
            () -> database.read(rounds::listOpenIds),
            id -> database.read(handle -> rounds.find(handle, id)),
            open);
    for (Round round : open) {
      done &= attempt("round " + round.id(), () -> guarding.look(round));
    }
    return done;
  }

  // A real one goes first: an exercise waits while somebody may be in need.
  private boolean lookAtAlarms() {
    List<Alarm> alarms = new ArrayList<>();
    boolean done =
        readable(
            "alarm",
            () -> database.read(handle -> handle.attach(AlarmDao.class).listUnclosed()),
            () -> database.read(handle -> handle.attach(AlarmDao.class).listUnclosedIds()),
            id -> database.read(handle -> handle.attach(AlarmDao.class).find(id)),
            alarms);
    boolean real =
        alarms.stream().anyMatch(a -> !a.isPractice() && a.state() == Alarm.State.OPEN);
    for (Alarm alarm : alarms) {
      if (!(real && alarm.isPractice())) {
        done &= attempt("alarm " + alarm.id(), () -> advance(alarm));
      }
    }
    return done;
  }

  // All at once; and where one of them cannot be read, one by one, so that it hides no other.
  private static <T> boolean readable(
      String what,
      Supplier<List<T>> all,
      Supplier<List<String>> ids,
      Function<UUID, Optional<T>> one,
      List<T> found) {
    try {
      found.addAll(all.get());
      return true;
    } catch (RuntimeException e) {
      LOG.error("Watching reads each {} by itself: {}", what, e.toString());
    }
    boolean done = true;
    for (String id : ids.get()) {
      done &=
          attempt(what + " " + id, () -> one.apply(UUID.fromString(id)).ifPresent(found::add));
    }
    return done;
  }

  private void advance(Alarm alarm) {
    if (database.read(handle -> escalation.isDue(handle, alarm))) {
      database.write(
          handle -> {
            escalation.advance(handle, alarm.id());
            return null;
          });
    }
  }

  private boolean isDeaf() {
    return database.read(handle -> notices.health(handle).allDown());
  }

  private void run() {
    try {
      do {
        tick();
      } while (!stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // Also an Error: a loop that stops would watch over nobody, and nobody would know.
  private static boolean attempt(String what, Runnable work) {
    return attemptAll(
        what,
        () -> {
          work.run();
          return true;
        });
  }

  private static boolean attemptAll(String what, BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (Throwable e) {
      LOG.error("Watching failed at {}", what, e);
      return false;
    }
  }
}
