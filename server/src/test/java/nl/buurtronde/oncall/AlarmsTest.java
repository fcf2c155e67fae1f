package nl.buurtronde.oncall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.sync.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  private World world;
  private Alarms alarms;

  @BeforeEach
  void open() {
    world = new World(folder).withRoster();
    alarms = world.room.alarms();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_call_for_help_reaches_on_call_one_at_once() {
    UUID round = world.walk(HOUR);
    UUID alarm = world.call(world.noor, round);
    assertEquals(List.of("2 bas"), world.called(alarm));
    AlarmValue seen = world.seen(world.bas, alarm);
    assertEquals(List.of("call", "open"), List.of(seen.kind(), seen.state()));
    assertEquals(Set.of("kim", "noor"), Set.copyOf(names(seen)));
    world.pass(Duration.ofMinutes(3));
    assertEquals(List.of("2 bas", "3 dina"), world.called(alarm));
  }

  @Test
  void the_same_call_by_two_ways_is_one_alarm_and_somebody_elses_is_refused() {
    UUID alarm = world.call(world.noor, null);
    alarms.call(world.noor, alarm, null, null);
    assertEquals(List.of("2 bas"), world.called(alarm));
    Refused.with(
        Reason.CONFLICT, "alarm.taken", () -> alarms.call(world.kim, alarm, null, null));
  }

  @Test
  void a_call_is_heard_whatever_it_says_of_its_round() {
    UUID others = Id.next();
    world.start(others, world.kim, world.clock.instant(), HOUR);
    for (String args :
        List.of(
            "{\"round\":\"" + others + "\"}",
            "{\"round\":\"" + Id.next() + "\"}",
            "{\"round\":7}",
            "{\"round\":\"weg\",\"more\":true}")) {
      UUID alarm = Id.next();
      Verdict verdict = world.say(world.noor, "alarm.call", alarm, args);
      assertEquals(Verdict.Status.APPLIED, verdict.status(), args);
      assertEquals(List.of("noor"), names(world.seen(world.bas, alarm)), args);
    }
  }

  @Test
  void a_call_is_heard_when_the_round_it_is_made_on_cannot_be_read() {
    UUID round = world.walk(HOUR);
    world.execute("UPDATE round SET watch = 'half' WHERE id = ?", round);
    assertEquals(List.of("2 bas"), world.called(world.call(world.noor, round)));
    assertEquals(List.of("2 bas"), world.called(world.call(world.kim, null)));
  }

  @Test
  void a_call_whose_first_step_fails_is_taken_and_goes_on_by_itself() {
    world.execute(
        """
        CREATE TRIGGER broken BEFORE UPDATE ON alarm
        BEGIN SELECT RAISE(ABORT, 'broken'); END
        """);
    UUID alarm = Id.next();
    Verdict verdict = world.say(world.noor, "alarm.call", alarm, "{}");
    assertEquals(Verdict.Status.APPLIED, verdict.status());
    world.tick();
    assertEquals(false, world.room.watchman().isWell());
    world.execute("DROP TRIGGER broken");
    world.tick();
    assertEquals(List.of("2 bas"), world.called(alarm));
  }

  @Test
  void who_cannot_be_called_keeps_nobody_else_from_being_called() {
    world.reachable(world.admin);
    world.execute(
        """
        CREATE TRIGGER broken BEFORE INSERT ON alarm_called WHEN NEW.account_id = '%s'
        BEGIN SELECT RAISE(ABORT, 'broken'); END
        """
            .formatted(world.bas.id()));
    assertEquals(List.of("3 dina"), world.called(world.call(world.noor, null)));
    world.execute("DROP TRIGGER broken");
    world.execute("UPDATE shift SET account_id = 'half'");
    assertEquals(List.of("4 esra"), world.called(world.call(world.kim, null)));
  }

  @Test
  void a_call_that_came_before_its_round_becomes_the_pairs_when_that_arrives() {
    UUID round = Id.next();
    UUID alarm = world.call(world.noor, round);
    world.start(round, world.noor, world.clock.instant(), HOUR);
    world.say(
        world.kim,
        "round.join",
        round,
        "{\"code\":\"K7MPRT\",\"district\":\"%s\"}".formatted(World.LINDEN));
    assertEquals(Set.of("kim", "noor"), Set.copyOf(names(world.seen(world.bas, alarm))));
  }

  @Test
  void a_call_that_was_faster_than_the_joining_becomes_the_pairs_all_the_same() {
    UUID round = Id.next();
    world.start(round, world.noor, world.clock.instant(), HOUR);
    UUID alarm = world.call(world.kim, round);
    assertEquals(List.of("kim"), names(world.seen(world.bas, alarm)));
    world.say(
        world.kim,
        "round.join",
        round,
        "{\"code\":\"K7MPRT\",\"district\":\"%s\"}".formatted(World.LINDEN));
    AlarmValue seen = world.seen(world.bas, alarm);
    assertEquals(round, seen.round());
    assertEquals(Set.of("kim", "noor"), Set.copyOf(names(seen)));
  }

  @Test
  void a_call_that_names_no_round_is_of_the_one_that_its_caller_walks() {
    UUID round = world.walk(HOUR);
    AlarmValue seen = world.seen(world.bas, world.call(world.kim, null));
    assertEquals(round, seen.round());
    assertEquals(Set.of("kim", "noor"), Set.copyOf(names(seen)));
    UUID later = world.call(world.yusuf, null);
    assertEquals(List.of("yusuf"), names(world.seen(world.esra, later)));
  }

  @Test
  void of_two_who_take_it_on_in_the_same_moment_one_owns_it_and_the_other_hears_who()
      throws Exception {
    UUID alarm = world.call(world.noor, world.walk(HOUR));
    List<Actor> both = List.of(world.bas, world.dina);
    ConcurrentLinkedQueue<Refusal> refused = new ConcurrentLinkedQueue<>();
    CountDownLatch ready = new CountDownLatch(both.size() + 1);
    List<Thread> threads = new ArrayList<>();
    for (Actor each : both) {
      threads.add(new Thread(() -> take(each, alarm, ready, refused)));
    }
    // The next step comes due in that very moment.
    world.clock.pass(Duration.ofMinutes(3));
    threads.add(
        new Thread(
            () -> {
              ready.countDown();
              world.room.watchman().tick();
            }));
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    AlarmValue seen = world.seen(world.esra, alarm);
    assertEquals("acknowledged", seen.state());
    assertEquals(1, refused.size());
    assertEquals("alarm.acknowledged", refused.peek().key());
    assertEquals("Mw. " + seen.acknowledgedBy().name(), refused.peek().args()[0]);
    world.pass(Duration.ofMinutes(9), Duration.ofSeconds(10));
    assertTrue(world.called(alarm).size() <= 2, world.called(alarm).toString());
  }

  @Test
  void the_same_person_may_take_it_on_twice_and_the_pair_not_at_all() {
    UUID alarm = world.call(world.noor, world.walk(HOUR));
    alarms.acknowledge(world.bas, alarm);
    alarms.acknowledge(world.bas, alarm);
    Refused.with(
        Reason.CONFLICT, "alarm.acknowledged", () -> alarms.acknowledge(world.dina, alarm));
    for (Actor own : List.of(world.noor, world.kim)) {
      Refused.with(Reason.FORBIDDEN, "alarm.own", () -> alarms.acknowledge(own, alarm));
      Refused.with(Reason.FORBIDDEN, "alarm.own", () -> alarms.close(own, alarm, "ok", false));
    }
  }

  @Test
  void signs_of_life_and_coming_back_close_nothing_but_are_told() {
    UUID round = world.walk(HOUR);
    UUID alarm = world.call(world.noor, round);
    world.pass(Duration.ofSeconds(10));
    world.say(world.kim, "round.checkIn", round, "{}");
    world.say(world.kim, "round.finish", round, "{}");
    AlarmValue seen = world.seen(world.bas, alarm);
    assertEquals("open", seen.state());
    assertEquals(world.clock.instant(), seen.safeAt());
    assertEquals(List.of("bas"), world.told("Zij melden zich veilig"));
    List<String> history =
        seen.handover().history().stream().map(AlarmValue.EventValue::kind).toList();
    assertEquals(List.of("opened", "step", "sign", "safe", "viewed"), history);
    world.pass(Duration.ofMinutes(3));
    assertTrue(world.called(alarm).contains("3 dina"));
  }

  @Test
  void closing_needs_a_reason_and_is_done_once() {
    UUID alarm = world.call(world.noor, null);
    for (String nothing : new String[] {null, "", " \n"}) {
      Refused.with(
          Reason.UNPROCESSABLE, "alarm.reason", () -> alarms.close(world.bas, alarm, nothing, false));
    }
    alarms.close(world.bas, alarm, "Gebeld", false);
    alarms.close(world.bas, alarm, "Gebeld", false);
    Refused.with(
        Reason.CONFLICT, "alarm.closed", () -> alarms.close(world.dina, alarm, "Ook", false));
    Refused.with(Reason.CONFLICT, "alarm.closed", () -> alarms.acknowledge(world.dina, alarm));
    assertEquals("bas", world.seen(world.esra, alarm).closedBy().name());
  }

  @Test
  void false_alarms_are_counted_by_month_without_a_name() {
    for (boolean marked : new boolean[] {true, false}) {
      UUID alarm = world.call(world.noor, null);
      world.pass(Duration.ofSeconds(20));
      alarms.acknowledge(world.bas, alarm);
      alarms.close(world.bas, alarm, marked ? "Per ongeluk" : "Vals alarm, knop in jaszak", marked);
    }
    UUID real = world.call(world.noor, null);
    alarms.close(world.bas, real, "Politie was er", false);
    assertEquals(
        new Statistics("2026-11", 0, 3, 0, 2, 3, 20L), alarms.statistics("2026-11"));
    assertEquals(0, alarms.statistics("2026-10").called());
    Refused.with(Reason.INVALID, "alarm.month", () -> alarms.statistics("november"));
  }

  @Test
  void an_exercise_is_marked_everywhere_and_runs_the_whole_ladder_once() {
    UUID alarm = alarms.practise(world.esra);
    Refused.with(Reason.CONFLICT, "alarm.practice.open", () -> alarms.practise(world.esra));
    world.pass(Duration.ofMinutes(9), Duration.ofSeconds(10));
    assertEquals(List.of("2 bas", "3 dina", "4 esra"), world.called(alarm));
    assertEquals(
        3,
        world.count(
            """
            SELECT COUNT(*) FROM delivery
            WHERE subject_id = ? AND title LIKE 'OEFENING%' AND text LIKE 'OEFENING%' AND practice = 1
            """,
            alarm));
    world.pass(Duration.ofMinutes(10), Duration.ofSeconds(10));
    assertEquals(3, world.called(alarm).size());
    assertEquals("closed", world.seen(world.esra, alarm).state());
    assertTrue(world.seen(world.esra, alarm).practice());
  }

  @Test
  void an_exercise_that_was_taken_on_and_never_closed_keeps_out_no_other() {
    UUID alarm = alarms.practise(world.esra);
    world.pass(Duration.ofSeconds(10));
    alarms.acknowledge(world.bas, alarm);
    alarms.practise(world.esra);
    assertEquals(2, practices());
  }

  @Test
  void whoever_calls_without_end_calls_people_out_five_times_and_drowns_nobody() {
    for (int i = 0; i < 8; i++) {
      world.call(world.yusuf, null);
    }
    assertEquals(5, world.count("SELECT COUNT(*) FROM alarm WHERE kind = 'call'"));
    UUID other = world.call(world.noor, null);
    assertEquals("open", world.seen(world.bas, other).state());
    assertEquals(6, world.count("SELECT COUNT(*) FROM alarm WHERE kind = 'call'"));
  }

  @Test
  void while_there_is_a_real_alarm_the_exercise_waits() {
    UUID exercise = alarms.practise(world.esra);
    UUID alarm = world.call(world.noor, null);
    world.pass(Duration.ofMinutes(4), Duration.ofSeconds(10));
    assertEquals(List.of("2 bas"), world.called(exercise));
    assertEquals(List.of("2 bas", "3 dina"), world.called(alarm));
    alarms.close(world.bas, alarm, "Klaar", false);
    world.pass(Duration.ofSeconds(10));
    assertEquals(List.of("2 bas", "3 dina"), world.called(exercise));
  }

  @Test
  void an_exercise_comes_round_each_month_in_office_hours() {
    world.shift(
        world.esra,
        World.MOLEN,
        1,
        world.clock.instant().minus(Duration.ofDays(3)),
        world.clock.instant().plus(Duration.ofDays(90)));
    // Sunday evening; Monday ten o'clock is 14 hours away.
    world.pass(Duration.ofHours(14).minusMinutes(5), Duration.ofMinutes(5));
    assertEquals(0, practices());
    world.pass(Duration.ofMinutes(10), Duration.ofMinutes(5));
    assertEquals(1, practices());
    world.pass(Duration.ofDays(29), Duration.ofHours(2));
    assertEquals(1, practices());
    world.pass(Duration.ofDays(4), Duration.ofHours(1));
    assertEquals(2, practices());
  }

  @Test
  void only_the_pair_those_on_call_and_the_coordinator_see_an_alarm_and_each_look_is_logged() {
    UUID alarm = world.call(world.noor, world.walk(HOUR));
    for (Actor other : List.of(world.yusuf, world.admin)) {
      Refused.with(Reason.NOT_FOUND, "alarm.unknown", () -> alarms.get(other, alarm));
      Refused.with(Reason.NOT_FOUND, "alarm.unknown", () -> alarms.acknowledge(other, alarm));
      assertEquals(List.of(), alarms.list(other));
    }
    for (Actor one : List.of(world.noor, world.kim, world.bas, world.dina, world.esra)) {
      assertEquals(1, alarms.list(one).size(), one.name());
      assertNotNull(alarms.get(one, alarm).handover());
      alarms.get(one, alarm);
    }
    assertEquals(
        10, world.count("SELECT COUNT(*) FROM audit WHERE action = 'alarm.read' AND entity = ?", alarm));
  }

  @Test
  void telephone_numbers_and_the_last_sign_stand_only_on_the_screen_of_one_alarm() {
    UUID round = world.walk(HOUR);
    world.pass(Duration.ofSeconds(30));
    world.say(
        world.kim, "round.checkIn", round, "{\"place\":{\"lat\":52.1,\"lon\":5.1,\"accuracy\":20}}");
    UUID alarm = world.call(world.noor, round);
    AlarmValue whole = world.seen(world.bas, alarm);
    assertTrue(whole.members().stream().allMatch(member -> member.phone().startsWith("+31")));
    assertEquals("Langs de sloot", whole.handover().route());
    assertEquals(World.START, whole.handover().startedAt());
    assertEquals(World.START.plusSeconds(30), whole.handover().lastSign().at());
    assertEquals("kim", whole.handover().lastSign().by().name());
    assertTrue(whole.handover().lastSign().place().has("lat"));
    AlarmValue brief = alarms.list(world.bas).get(0);
    assertEquals(null, brief.handover());
    assertTrue(brief.members().stream().allMatch(member -> member.phone() == null));
  }

  @Test
  void a_day_after_it_was_closed_it_is_gone_for_those_on_call() {
    UUID alarm = world.call(world.noor, null);
    alarms.close(world.bas, alarm, "Klaar", false);
    world.clock.pass(Duration.ofHours(24).minusSeconds(1));
    assertEquals(1, alarms.list(world.bas).size());
    assertNotNull(alarms.get(world.esra, alarm).members().get(0).phone());
    world.clock.pass(Duration.ofSeconds(1));
    assertEquals(0, alarms.list(world.bas).size());
    Refused.with(Reason.NOT_FOUND, "alarm.unknown", () -> alarms.get(world.bas, alarm));
    assertEquals(1, alarms.list(world.esra).size());
    for (Actor stillSees : List.of(world.esra, world.noor)) {
      assertNull(alarms.get(stillSees, alarm).members().get(0).phone());
    }
  }

  @Test
  void the_phones_of_the_pair_hear_of_their_alarm_and_of_who_took_it_on() {
    UUID alarm = world.call(world.noor, world.walk(HOUR));
    alarms.acknowledge(world.bas, alarm);
    for (Actor own : List.of(world.noor, world.kim)) {
      var value = (AlarmChanges.Value) pulled(own).get(0).value();
      assertEquals(alarm, value.id());
      assertEquals("bas", value.acknowledgedBy().name());
      assertEquals(1, value.called());
    }
    for (Actor other : List.of(world.yusuf, world.bas, world.esra)) {
      assertEquals(List.of(), pulled(other));
    }
  }

  private List<nl.buurtronde.sync.Change> pulled(Actor actor) {
    return world.database.read(handle -> world.room.changes().since(handle, actor, -1, 100));
  }

  private void take(
      Actor actor, UUID alarm, CountDownLatch ready, ConcurrentLinkedQueue<Refusal> refused) {
    ready.countDown();
    try {
      ready.await();
      alarms.acknowledge(actor, alarm);
    } catch (Refusal refusal) {
      refused.add(refusal);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long practices() {
    return world.count("SELECT COUNT(*) FROM alarm WHERE kind = 'practice'");
  }

  private static List<String> names(AlarmValue value) {
    return value.members().stream().map(AlarmValue.MemberValue::name).toList();
  }
}
