package nl.buurtronde.notice;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import nl.buurtronde.Fresh;
import nl.buurtronde.StillClock;
import nl.buurtronde.account.AccountModule;
import nl.buurtronde.account.NewAccount;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Network;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.sync.Devices;

/** Noor and Kim, a real database, and the channels that a test gives them. */
final class World implements AutoCloseable {
  static final String ORIGIN = "https://buurt.example";
  static final String PHONE = "+31600000001";
  static final String EMAIL = "noor@buurt.example";

  final StillClock clock = new StillClock(Instant.parse("2026-11-22T20:00:00.000Z"));
  final Database database;
  final AccountModule people;
  final Actor noor;
  final Actor kim;
  final NoticeModule room;
  /** How much more time has passed than really did. */
  final AtomicLong later = new AtomicLong();
  private final Object committed = new Object();
  private final List<AutoCloseable> others = new ArrayList<>();

  World(Path folder, NoticeConfig config) {
    this(folder, config, Limits.standard());
  }

  World(Path folder, NoticeConfig config, Limits limits) {
    database = Fresh.database(folder);
    Audit audit = new Audit(clock);
    people =
        AccountModule.create(
            database,
            audit,
            clock,
            new Devices(database, clock),
            id -> Optional.of("Lindenhof"),
            new Network(""),
            "");
    room =
        NoticeModule.create(
            database,
            clock,
            () -> System.nanoTime() + later.get(),
            audit,
            people.accounts(),
            config,
            limits);
    noor = find("noor").orElseGet(() -> settle("noor"));
    kim = find("kim").orElseGet(() -> settle("kim"));
    database.onCommit(this::tell);
  }

  static NoticeConfig nothing() {
    return new NoticeConfig(Optional.empty(), Optional.empty(), false, Set.of(), ORIGIN);
  }

  static NoticeConfig webhook(URI uri) {
    return new NoticeConfig(Optional.of(uri), Optional.empty(), false, Set.of(), "");
  }

  static NoticeConfig push() {
    return new NoticeConfig(
        Optional.empty(), Optional.empty(), false, Set.of("127.0.0.1"), ORIGIN);
  }

  World start() {
    room.courier().start();
    return this;
  }

  /** Closed before the courier is, so that it need not wait for one that hangs. */
  <T extends AutoCloseable> T with(T other) {
    others.add(other);
    return other;
  }

  static Message message(Actor to, UUID subject) {
    return new Message(
        subject,
        1,
        to.id(),
        Topic.ALARM,
        subject.toString(),
        "Alarm",
        "Noor en Kim zijn niet terug.",
        false);
  }

  int plan(Message message) {
    return database.write(handle -> room.notices().plan(handle, message));
  }

  /** Plans something new for this person, and waits until it is known what became of it. */
  Delivery deliver(Actor to) {
    UUID subject = Id.next();
    plan(message(to, subject));
    await(() -> finished(subject));
    return deliveries(subject).get(0);
  }

  List<Delivery> deliveries(UUID subject) {
    return database.read(handle -> room.notices().deliveries(handle, subject));
  }

  Outcome outcome(UUID subject) {
    return database.read(handle -> room.notices().outcome(handle, subject, 1));
  }

  Health health() {
    return database.read(handle -> room.notices().health(handle));
  }

  List<Contact> contacts(Actor actor) {
    return room.contacts().list(actor);
  }

  boolean finished(UUID subject) {
    return deliveries(subject).stream().allMatch(delivery -> delivery.finishedAt() != null);
  }

  /** Looks after each commit; the limit only ends a test that would wait for ever. */
  void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    synchronized (committed) {
      while (!condition.getAsBoolean() && System.nanoTime() < end) {
        try {
          committed.wait(1000);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    assertTrue(condition.getAsBoolean(), "It never came");
  }

  long count(String sql, Object... args) {
    return database.read(handle -> handle.select(sql, args).mapTo(Long.class).one());
  }

  @Override
  public void close() {
    try {
      for (AutoCloseable other : others) {
        other.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      room.close();
      database.close();
    }
  }

  private void tell() {
    synchronized (committed) {
      committed.notifyAll();
    }
  }

  private Optional<Actor> find(String name) {
    return people.accounts().list().stream()
        .filter(account -> account.name().equals(name))
        .map(account -> new Actor(account.id(), name, account.role(), account.districts()))
        .findFirst();
  }

  private Actor settle(String name) {
    UUID id =
        people
            .accounts()
            .add(
                new NewAccount(
                    name, "Mw. " + name, Role.VOLUNTEER, Set.of(), "loop-samen-" + name,
                    clock.instant()));
    return new Actor(id, name, Role.VOLUNTEER, Set.of());
  }
}
