package nl.buurtronde.oncall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program killed at the worst moments; all that is to be done stands in rows. */
class RestartTest {
  private static final Duration LENGTH = Duration.ofMinutes(20);
  private static final Duration TO_ALARM = LENGTH.plus(OnCallConfig.DEFAULT.grace());

  @TempDir Path folder;

  @Test
  void killed_between_opening_and_sending_it_sends_what_was_planned_and_opens_no_other() {
    try (World before = new World(folder).withRoster()) {
      UUID round = before.walk(LENGTH);
      before.fate = null;
      before.pass(TO_ALARM, Duration.ofSeconds(30));
      UUID alarm = before.alarmOf(round);
      try (World after = before.restarted()) {
        assertEquals(
            2,
            after.count(
                "SELECT COUNT(*) FROM delivery WHERE subject_id = ? AND state = 'pending'", alarm));
        after.pass(Duration.ofSeconds(10));
        assertEquals(1, after.alarms(round));
        assertEquals(List.of("1 kim", "1 noor"), after.called(alarm));
      }
    }
  }

  @Test
  void an_alarm_and_its_first_messages_are_there_together_or_not_at_all() {
    try (World world = new World(folder).withRoster()) {
      UUID round = world.walk(LENGTH);
      world.execute(
          """
          CREATE TRIGGER broken BEFORE UPDATE ON alarm WHEN NEW.step = 1
          BEGIN SELECT RAISE(ABORT, 'broken'); END
          """);
      world.pass(TO_ALARM, Duration.ofSeconds(30));
      assertEquals(0, world.alarms(round));
      assertEquals(0, world.count("SELECT COUNT(*) FROM delivery WHERE step = 1"));
      assertEquals(false, world.room.watchman().isWell());
      world.execute("DROP TRIGGER broken");
      world.tick();
      assertEquals(List.of("1 kim", "1 noor"), world.called(world.alarmOf(round)));
      assertEquals(true, world.room.watchman().isWell());
    }
  }

  @Test
  void what_fails_for_one_round_stops_no_other() {
    try (World world = new World(folder).withRoster()) {
      UUID broken = world.walk(LENGTH);
      UUID other = world.walk(LENGTH);
      world.execute(
          """
          CREATE TRIGGER broken BEFORE INSERT ON alarm WHEN NEW.round_id = '%s'
          BEGIN SELECT RAISE(ABORT, 'broken'); END
          """
              .formatted(broken));
      world.pass(TO_ALARM, Duration.ofSeconds(30));
      assertEquals(List.of(0L, 1L), List.of(world.alarms(broken), world.alarms(other)));
    }
  }

  @Test
  void a_round_and_an_alarm_that_cannot_be_read_hide_no_others_and_health_is_red() {
    try (World world = new World(folder).withRoster()) {
      UUID broken = world.walk(LENGTH);
      UUID other = world.walk(LENGTH);
      UUID call = world.call(world.noor, other);
      UUID brokenCall = world.call(world.kim, other);
      world.execute("UPDATE round SET watch = 'half' WHERE id = ?", broken);
      world.execute("UPDATE alarm SET caller_id = 'half' WHERE id = ?", brokenCall);
      world.pass(TO_ALARM, Duration.ofSeconds(30));
      String overdue = "SELECT COUNT(*) FROM alarm WHERE kind = 'overdue' AND round_id = ?";
      assertEquals(
          List.of(0L, 1L), List.of(world.count(overdue, broken), world.count(overdue, other)));
      assertEquals(List.of("2 bas", "3 dina", "4 esra"), world.called(call).subList(0, 3));
      assertEquals(false, world.room.watchman().isWell());
      world.execute("UPDATE round SET watch = (SELECT watch FROM round WHERE id = ?)", other);
      world.execute("UPDATE alarm SET caller_id = ?", world.kim.id());
      world.tick();
      assertEquals(1, world.alarms(broken));
      assertEquals(true, world.room.watchman().isWell());
    }
  }

  @Test
  void away_over_the_deadline_it_raises_the_alarm_at_once_and_asks_nobody_any_more() {
    try (World before = new World(folder).withRoster()) {
      UUID round = before.walk(LENGTH);
      before.tick();
      before.clock.pass(TO_ALARM.plusMinutes(25));
      try (World after = before.restarted()) {
        after.tick();
        assertEquals(1, after.alarms(round));
        assertEquals(List.of(), after.told("Zijn jullie terug?"));
      }
    }
  }

  @Test
  void away_over_several_steps_it_takes_the_next_at_once_and_the_others_at_their_distance() {
    try (World before = new World(folder).withRoster()) {
      UUID alarm = before.call(before.noor, null);
      before.tick();
      before.clock.pass(Duration.ofMinutes(30));
      try (World after = before.restarted()) {
        after.pass(Duration.ofSeconds(30));
        assertEquals(List.of("2 bas", "3 dina"), after.called(alarm));
        after.pass(Duration.ofMinutes(5), Duration.ofSeconds(10));
        assertEquals(List.of("2 bas", "3 dina", "4 esra"), after.called(alarm));
      }
    }
  }

  @Test
  void what_was_being_sent_when_it_was_killed_is_not_sent_again_and_the_next_rung_is_called() {
    try (World before = new World(folder).withRoster()) {
      before.fate = null;
      UUID alarm = before.call(before.noor, null);
      before.execute("UPDATE delivery SET state = 'sending'");
      try (World after = before.restarted()) {
        // As the courier does at its start.
        after.execute(
            "UPDATE delivery SET state = 'unknown', finished_at = planned_at WHERE state = 'sending'");
        after.pass(Duration.ofSeconds(1));
        assertEquals(List.of("2 bas", "3 dina"), after.called(alarm));
      }
    }
  }
}
