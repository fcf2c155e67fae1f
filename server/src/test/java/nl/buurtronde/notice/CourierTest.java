package nl.buurtronde.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.notice.Delivery.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class CourierTest {
  private final Endpoint provider = new Endpoint(200);
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @TempDir Path folder;

  @BeforeEach
  void open() {
    mail.start();
  }

  @AfterEach
  void close() {
    provider.close();
    mail.stop();
  }

  @Test
  void planning_twice_delivers_once() {
    try (World world = reachable().start()) {
      UUID subject = Id.next();
      assertEquals(1, world.plan(World.message(world.noor, subject)));
      world.await(() -> world.finished(subject));
      assertEquals(1, world.plan(World.message(world.noor, subject)));
      world.deliver(world.noor);
      assertEquals(2, provider.all().size());
      assertEquals(Outcome.HANDED, world.outcome(subject));
    }
  }

  @Test
  void what_is_rolled_back_is_never_sent() {
    try (World world = reachable().start()) {
      assertThrows(
          IllegalStateException.class,
          () ->
              world.database.write(
                  handle -> {
                    world.room.notices().plan(handle, World.message(world.noor, Id.next()));
                    throw new IllegalStateException("on second thoughts");
                  }));
      world.deliver(world.noor);
      assertEquals(1, provider.all().size());
    }
  }

  @Test
  void what_was_being_sent_when_the_program_ended_is_not_sent_again() {
    UUID subject = Id.next();
    try (World world = reachable()) {
      world.plan(World.message(world.noor, subject));
      world.database.write(handle -> handle.execute("UPDATE delivery SET state = 'sending'"));
      assertEquals(Outcome.PENDING, world.outcome(subject));
    }
    try (World world = again().start()) {
      assertEquals(State.UNKNOWN, world.deliveries(subject).get(0).state());
      assertEquals(Outcome.FAILED, world.outcome(subject));
      world.deliver(world.noor);
      assertEquals(1, provider.all().size());
    }
  }

  @Test
  void what_was_only_planned_when_the_program_ended_is_sent_at_the_next_start() {
    UUID subject = Id.next();
    try (World world = reachable()) {
      world.plan(World.message(world.noor, subject));
    }
    try (World world = again().start()) {
      world.await(() -> world.outcome(subject) == Outcome.HANDED);
      assertEquals(subject.toString(), provider.only().json().get("alarm").asText());
    }
  }

  @Test
  void what_was_planned_for_a_channel_that_was_taken_away_has_failed() {
    UUID subject = Id.next();
    try (World world = reachable()) {
      world.plan(World.message(world.noor, subject));
    }
    try (World world = new World(folder, World.nothing()).start()) {
      assertEquals(Outcome.FAILED, world.outcome(subject));
      assertEquals(0, world.plan(World.message(world.noor, Id.next())));
    }
  }

  @Test
  void a_channel_that_hangs_does_not_hold_up_the_others() {
    Endpoint silent = new Endpoint(200).hanging();
    try (World world = new World(folder, everything(silent.at("/hook"))).start()) {
      world.with(silent);
      world.room.contacts().addProven(world.noor.id(), Kind.PHONE, World.PHONE);
      world.room.contacts().addProven(world.noor.id(), Kind.EMAIL, World.EMAIL);
      UUID first = Id.next();
      UUID second = Id.next();
      assertEquals(2, world.plan(World.message(world.noor, first)));
      assertEquals(2, world.plan(World.message(world.noor, second)));
      world.await(() -> world.outcome(second) == Outcome.HANDED);
      world.await(() -> world.outcome(first) == Outcome.HANDED);
      assertEquals(
          Set.of(State.HANDED, State.SENDING),
          world.deliveries(second).stream().map(Delivery::state).collect(Collectors.toSet()));
    }
  }

  @Test
  void more_than_a_channel_can_hold_at_once_all_goes_out() {
    try (World world = reachable().start()) {
      List<UUID> all = java.util.stream.Stream.generate(Id::next).limit(50).toList();
      all.forEach(subject -> world.plan(World.message(world.noor, subject)));
      world.await(() -> all.stream().allMatch(s -> world.outcome(s) == Outcome.HANDED));
      assertEquals(
          50,
          provider.all().stream().map(got -> got.json().get("alarm").asText()).distinct().count());
      assertEquals(50, provider.all().size());
    }
  }

  @Test
  void an_exercise_says_so_in_every_channel_and_in_the_record() throws Exception {
    try (World world = new World(folder, everything(provider.at("/hook"))).start()) {
      Endpoint service = world.with(new Endpoint(201));
      PushedBrowser browser = PushedBrowser.make();
      UUID push = Id.next();
      Contacts contacts = world.room.contacts();
      contacts.add(
          world.noor, push, Kind.PUSH, null, browser.subscription(service.at("/push")));
      world.await(() -> world.finished(push));
      String code = browser.read(service.only().body()).replaceAll("\\D", "").substring(0, 6);
      contacts.prove(world.noor, push, code);
      contacts.addProven(world.noor.id(), Kind.PHONE, World.PHONE);
      contacts.addProven(world.noor.id(), Kind.EMAIL, World.EMAIL);

      UUID subject = Id.next();
      world.plan(exercise(world, subject));
      world.await(() -> world.finished(subject));
      assertTrue(provider.only().text().startsWith("OEFENING: Bel hen."));
      assertTrue(provider.only().json().get("practice").asBoolean());
      assertEquals("OEFENING: Alarm", mail.getReceivedMessages()[0].getSubject());
      assertTrue(
          mail.getReceivedMessages()[0].getContent().toString().startsWith("OEFENING: Bel hen."));
      assertEquals(
          "{\"type\":\"practice\",\"id\":\"" + subject + "\"}",
          browser.read(service.all().get(1).body()));
      assertTrue(world.deliveries(subject).stream().allMatch(Delivery::practice));
    }
  }

  @Test
  void a_real_alarm_goes_before_an_exercise_that_waits() {
    try (World world = reachable()) {
      UUID exercise = Id.next();
      UUID real = Id.next();
      world.plan(exercise(world, exercise));
      world.plan(World.message(world.noor, real));
      List<UUID> line =
          world.database.read(handle -> new DeliveryDao(handle).listPending(Kind.PHONE, 2));
      assertEquals(
          List.of(world.deliveries(real).get(0).id(), world.deliveries(exercise).get(0).id()),
          line);
    }
  }

  @Test
  void an_address_that_is_not_proven_is_never_used() {
    try (World world = new World(folder, everything(provider.at("/hook"))).start()) {
      world.room.contacts().addUnproven(world.noor.id(), Kind.PHONE, World.PHONE);
      UUID subject = Id.next();
      assertEquals(0, world.plan(World.message(world.noor, subject)));
      assertEquals(Outcome.NONE, world.outcome(subject));
      assertFalse(reachable(world));
      assertEquals(
          Optional.of(World.PHONE),
          world.database.read(h -> world.room.contacts().phoneOf(h, world.noor.id())));
    }
  }

  @Test
  void somebody_who_was_revoked_is_told_nothing() {
    try (World world = reachable().start()) {
      assertTrue(reachable(world));
      world.database.write(
          handle -> handle.execute("UPDATE account SET revoked_at = ?", world.clock.instant()));
      assertFalse(reachable(world));
      assertEquals(0, world.plan(World.message(world.noor, Id.next())));
    }
  }

  @Test
  void a_contact_removed_before_it_could_be_used_is_not_used() {
    UUID subject = Id.next();
    try (World world = reachable()) {
      world.plan(World.message(world.noor, subject));
      world.room.contacts().remove(world.noor, world.contacts(world.noor).get(0).id());
    }
    try (World world = again().start()) {
      world.await(() -> world.outcome(subject) == Outcome.FAILED);
      assertEquals("removed", world.deliveries(subject).get(0).detail());
      assertEquals(List.of(), provider.all());
    }
  }

  @Test
  void a_courier_that_cannot_write_or_stopped_looking_is_not_well() {
    try (World world = reachable().start()) {
      Notices notices = world.room.notices();
      world.deliver(world.noor);
      assertTrue(notices.isTakenOut());
      world.database.write(
          handle ->
              handle.execute(
                  """
                  CREATE TRIGGER full BEFORE UPDATE ON delivery
                  BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END
                  """));
      UUID subject = Id.next();
      world.plan(World.message(world.noor, subject));
      world.await(() -> !notices.isTakenOut());
      world.database.write(handle -> handle.execute("DROP TRIGGER full"));
      world.await(() -> world.outcome(subject) == Outcome.HANDED);
      world.await(notices::isTakenOut);
      world.room.close();
      assertFalse(notices.isTakenOut());
    }
    try (World world = again()) {
      assertTrue(world.room.notices().isTakenOut());
      world.later.set(java.util.concurrent.TimeUnit.SECONDS.toNanos(61));
      assertFalse(world.room.notices().isTakenOut());
    }
  }

  @Test
  void one_delivery_that_cannot_be_read_has_failed_and_keeps_none_of_the_others() {
    UUID broken = Id.next();
    try (World world = reachable()) {
      world.plan(World.message(world.noor, broken));
      world.database.write(handle -> handle.execute("UPDATE delivery SET account_id = 'half'"));
      world.room.courier().start();
      world.deliver(world.noor);
      assertEquals(
          1,
          world.count(
              "SELECT COUNT(*) FROM delivery WHERE subject_id = ? AND state = 'failed'", broken));
      assertTrue(world.room.notices().isTakenOut());
    }
  }

  @Test
  void what_a_channel_chokes_on_has_failed_and_holds_nothing_up() {
    try (World world = new World(folder, everything(provider.at("/hook"))).start()) {
      world.room.contacts().addProven(world.noor.id(), Kind.PHONE, World.PHONE);
      world.database.write(
          handle -> handle.execute("UPDATE contact SET kind = 'push', subscription = 'half'"));
      for (int i = 0; i < 10; i++) {
        assertEquals("JsonParseException", world.deliver(world.noor).detail());
      }
    }
  }

  @Test
  void a_delivery_that_cannot_be_planned_is_logged_and_the_other_ways_go_out() {
    Logger logger = (Logger) LoggerFactory.getLogger(Notices.class);
    ListAppender<ILoggingEvent> kept = new ListAppender<>();
    kept.start();
    logger.addAppender(kept);
    try (World world = new World(folder, everything(provider.at("/hook"))).start()) {
      world.room.contacts().addProven(world.noor.id(), Kind.PHONE, World.PHONE);
      world.room.contacts().addProven(world.noor.id(), Kind.EMAIL, World.EMAIL);
      world.database.write(
          handle ->
              handle.execute(
                  """
                  CREATE TRIGGER broken BEFORE INSERT ON delivery WHEN NEW.kind = 'email'
                  BEGIN SELECT RAISE(ABORT, 'broken'); END
                  """));
      UUID subject = Id.next();
      assertEquals(1, world.plan(World.message(world.noor, subject)));
      world.await(() -> world.outcome(subject) == Outcome.HANDED);
      String log = kept.list.stream().map(CourierTest::text).collect(Collectors.joining());
      assertTrue(log.contains(subject.toString()), log);
    } finally {
      logger.detachAppender(kept);
    }
  }

  @Test
  void the_log_never_holds_who_was_told_what() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> kept = new ListAppender<>();
    kept.start();
    root.addAppender(kept);
    root.setLevel(Level.INFO);
    try (World world = new World(folder, everything(provider.at("/hook"))).start()) {
      world.room.contacts().addProven(world.noor.id(), Kind.PHONE, World.PHONE);
      world.room.contacts().addProven(world.noor.id(), Kind.EMAIL, World.EMAIL);
      mail.stop();
      provider.status(500);
      world.deliver(world.noor);
      provider.close();
      world.deliver(world.noor);
    } finally {
      root.detachAppender(kept);
      root.setLevel(before);
    }
    String log = kept.list.stream().map(CourierTest::text).collect(Collectors.joining("\n"));
    assertTrue(log.contains("by phone failed: HTTP 500"), log);
    for (String personal : List.of("31600000001", World.EMAIL, "Noor", "Kim", "niet terug")) {
      assertFalse(log.contains(personal), log);
    }
  }

  private static String text(ILoggingEvent event) {
    return event.getFormattedMessage()
        + (event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }

  private static boolean reachable(World world) {
    return world.database.read(h -> world.room.contacts().isReachable(h, world.noor.id()));
  }

  private World reachable() {
    World world = again();
    world.room.contacts().addProven(world.noor.id(), Kind.PHONE, World.PHONE);
    return world;
  }

  private World again() {
    return new World(folder, World.webhook(provider.at("/hook")));
  }

  private static Message exercise(World world, UUID subject) {
    return new Message(
        subject,
        1,
        world.noor.id(),
        Topic.ALARM,
        subject.toString(),
        "Alarm",
        "Bel hen.",
        true);
  }

  private NoticeConfig everything(URI webhook) {
    URI smtp =
        URI.create("smtp://127.0.0.1:" + mail.getSmtp().getPort() + "?from=alarm@buurt.example");
    return new NoticeConfig(
        Optional.of(webhook), Optional.of(smtp), false, Set.of("127.0.0.1"), World.ORIGIN);
  }
}
