package nl.buurtronde.oncall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EscalationTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration TO_ALARM = HOUR.plus(OnCallConfig.DEFAULT.grace());

  @TempDir Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder).withRoster();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_pair_that_is_late_is_asked_and_after_the_grace_the_ladder_begins_once() {
    UUID round = world.walk(HOUR);
    world.pass(HOUR.minusSeconds(10), Duration.ofSeconds(10));
    world.pass(Duration.ofSeconds(9));
    assertEquals(List.of(), world.called(round));
    world.pass(Duration.ofSeconds(1));
    assertEquals(List.of("0 kim", "0 noor"), world.called(round));
    assertEquals(600, world.secondsUntilAlarm(round, Duration.ofMinutes(11)));
    assertEquals(List.of("1 kim", "1 noor"), world.called(world.alarmOf(round)));
    world.pass(HOUR, Duration.ofSeconds(30));
    assertEquals(1, world.alarms(round));
  }

  @Test
  void each_rung_is_called_at_its_time_and_then_all_again() {
    UUID alarm = overdue();
    assertEquals(List.of("1 kim", "1 noor"), world.called(alarm));
    world.pass(Duration.ofSeconds(119));
    assertEquals(2, world.called(alarm).size());
    world.pass(Duration.ofSeconds(1));
    assertEquals("2 bas", world.called(alarm).get(2));
    world.pass(Duration.ofMinutes(3));
    assertEquals("3 dina", world.called(alarm).get(3));
    world.pass(Duration.ofMinutes(5), Duration.ofSeconds(5));
    assertEquals("4 esra", world.called(alarm).get(4));
    world.pass(Duration.ofMinutes(5), Duration.ofSeconds(5));
    assertEquals(List.of("5 kim", "5 noor"), world.called(alarm).subList(5, 7));
  }

  @Test
  void a_rung_without_anybody_to_reach_is_skipped_at_once() {
    world.unreachable(world.noor);
    world.unreachable(world.kim);
    world.unreachable(world.bas);
    UUID alarm = overdue();
    assertEquals(List.of("3 dina"), world.called(alarm));
    List<AlarmValue.StepValue> steps = world.seen(world.esra, alarm).handover().steps();
    assertEquals(List.of(true, true, false), steps.stream().map(s -> s.skipped()).toList());
    world.pass(Duration.ofMinutes(5), Duration.ofSeconds(5));
    assertEquals(List.of("3 dina", "4 esra"), world.called(alarm));
  }

  @Test
  void a_rung_whose_messages_all_failed_is_skipped_at_once() {
    UUID alarm = overdue();
    world.fate = "failed";
    world.pass(Duration.ofSeconds(3));
    assertEquals(List.of("1 kim", "1 noor", "2 bas", "3 dina", "4 esra"), world.called(alarm));
  }

  @Test
  void a_message_under_way_is_not_yet_failed() {
    UUID alarm = overdue();
    world.fate = null;
    world.pass(Duration.ofSeconds(100));
    assertEquals(List.of("1 kim", "1 noor"), world.called(alarm));
  }

  @Test
  void one_way_that_works_is_enough_to_wait_for_an_answer() {
    world.notice.contacts().addProven(world.bas.id(), nl.buurtronde.notice.Kind.EMAIL, "b@x.nl");
    UUID alarm = overdue();
    world.pass(Duration.ofMinutes(2));
    world.execute("UPDATE delivery SET state = 'failed' WHERE kind = 'email'");
    world.pass(Duration.ofSeconds(60));
    assertEquals(List.of("2 bas", "2 bas"), world.called(alarm).subList(2, 4));
    assertEquals(4, world.called(alarm).size());
  }

  @Test
  void when_nothing_gets_through_it_tries_all_again_within_a_minute() {
    world.fate = "failed";
    UUID alarm = overdue();
    world.pass(Duration.ofSeconds(64));
    assertEquals("5 kim", world.called(alarm).get(5));
    world.execute("UPDATE contact SET removed_at = proven_at");
    world.pass(Duration.ofMinutes(3));
    world.reachable(world.esra);
    world.pass(Duration.ofSeconds(62));
    assertTrue(world.called(alarm).get(world.called(alarm).size() - 1).endsWith("esra"));
  }

  @Test
  void delivery_is_no_answer_and_a_look_neither() {
    UUID alarm = overdue();
    world.pass(Duration.ofMinutes(2));
    world.seen(world.bas, alarm);
    world.pass(Duration.ofMinutes(3), Duration.ofSeconds(5));
    assertEquals("3 dina", world.called(alarm).get(3));
    assertEquals("open", world.seen(world.esra, alarm).state());
  }

  @Test
  void who_took_it_on_has_ten_minutes_and_then_the_next_is_called() {
    UUID alarm = overdue();
    world.pass(Duration.ofMinutes(2));
    world.room.alarms().acknowledge(world.bas, alarm);
    world.pass(Duration.ofMinutes(10).minusSeconds(1), Duration.ofSeconds(1));
    assertEquals(3, world.called(alarm).size());
    assertEquals("bas", world.seen(world.esra, alarm).acknowledgedBy().name());
    world.pass(Duration.ofSeconds(1));
    assertEquals("3 dina", world.called(alarm).get(3));
    assertEquals(null, world.seen(world.esra, alarm).acknowledgedBy());
    world.room.alarms().acknowledge(world.dina, alarm);
  }

  @Test
  void a_closed_alarm_calls_nobody_and_its_deadline_raises_no_other() {
    UUID alarm = overdue();
    world.room.alarms().close(world.esra, alarm, "Gebeld, alles goed", false);
    world.pass(HOUR, Duration.ofSeconds(30));
    assertEquals(2, world.called(alarm).size());
    assertEquals(1, world.count("SELECT COUNT(*) FROM alarm"));
  }

  @Test
  void extending_within_the_grace_moves_the_alarm_and_asks_again() {
    UUID round = world.walk(HOUR);
    world.pass(HOUR.plusMinutes(5), Duration.ofSeconds(10));
    world.extend(round, world.kim, Duration.ofMinutes(30));
    world.pass(Duration.ofMinutes(39), Duration.ofSeconds(10));
    assertEquals(0, world.alarms(round));
    assertEquals(List.of("kim", "kim", "noor", "noor"), world.told("Zijn jullie terug?"));
    world.pass(Duration.ofMinutes(1), Duration.ofSeconds(10));
    assertEquals(1, world.alarms(round));
  }

  @Test
  void a_pair_that_ended_within_the_grace_raises_nothing() {
    UUID round = world.walk(HOUR);
    world.pass(HOUR.plusMinutes(5), Duration.ofSeconds(10));
    world.say(world.noor, "round.finish", round, "{}");
    world.pass(HOUR, Duration.ofSeconds(30));
    assertEquals(0, world.alarms(round));
  }

  @Test
  void one_person_alone_under_way_is_not_forgotten() {
    UUID round = nl.buurtronde.kernel.Id.next();
    world.start(round, world.noor, world.clock.instant(), HOUR);
    world.pass(TO_ALARM, Duration.ofSeconds(30));
    assertEquals(List.of("1 noor"), world.called(world.alarmOf(round)));
  }

  @Test
  void an_open_alarm_stays_with_who_was_called_also_after_a_swap() {
    UUID alarm = overdue();
    world.pass(Duration.ofMinutes(2));
    UUID shift =
        UUID.fromString(world.text("SELECT id FROM shift WHERE account_id = ?", world.bas.id()));
    UUID swap = world.room.roster().propose(world.bas, shift, world.esra.id());
    world.room.roster().accept(world.esra, swap);
    world.pass(Duration.ofMinutes(15), Duration.ofSeconds(5));
    assertTrue(world.called(alarm).containsAll(List.of("6 bas", "6 esra")));
    world.room.alarms().acknowledge(world.bas, alarm);
  }

  private UUID overdue() {
    UUID round = world.walk(HOUR);
    world.pass(TO_ALARM, Duration.ofSeconds(30));
    return world.alarmOf(round);
  }
}
