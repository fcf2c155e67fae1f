package nl.buurtronde.oncall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is missed or called late because some clock is wrong. */
class ClockTest {
  private static final Duration LENGTH = Duration.ofMinutes(20);
  private static final long PROMISED = LENGTH.plus(OnCallConfig.DEFAULT.grace()).toSeconds();

  @TempDir Path folder;

  @Test
  void a_phone_a_day_fast_or_slow_changes_nothing() {
    try (World world = new World(folder).withRoster()) {
      for (int hours : List.of(-24, 24)) {
        UUID round = Id.next();
        world.start(
            round, world.noor, world.clock.instant().plus(Duration.ofHours(hours)), LENGTH);
        assertEquals(PROMISED, world.secondsUntilAlarm(round, Duration.ofHours(1)));
        world.say(world.noor, "round.finish", round, "{}");
      }
    }
  }

  @Test
  void a_server_clock_put_back_ten_minutes_on_the_way_delays_nothing() {
    assertEquals(PROMISED, secondsUntilAlarmWithStep(Duration.ofMinutes(-10)));
  }

  @Test
  void a_server_clock_put_forward_ten_minutes_on_the_way_is_early_once() {
    long seconds = secondsUntilAlarmWithStep(Duration.ofMinutes(10));
    assertTrue(seconds <= PROMISED && seconds >= PROMISED - 600, seconds + " s");
  }

  @Test
  void a_clock_put_back_during_an_alarm_delays_no_step() {
    try (World world = new World(folder).withRoster()) {
      UUID alarm = world.call(world.noor, null);
      world.pass(Duration.ofSeconds(60));
      world.clock.step(Duration.ofMinutes(-10));
      world.pass(Duration.ofSeconds(120));
      assertEquals(List.of("2 bas", "3 dina"), world.called(alarm));
    }
  }

  @Test
  void a_clock_put_back_in_the_half_second_after_a_start_delays_nothing() {
    try (World world = new World(folder).withRoster()) {
      world.tick();
      UUID round = world.walk(LENGTH);
      world.clock.step(Duration.ofMinutes(-10));
      assertEquals(PROMISED, world.secondsUntilAlarm(round, Duration.ofHours(1)));
    }
  }

  @Test
  void a_clock_put_back_while_the_program_was_away_delays_nothing() {
    try (World before = new World(folder).withRoster()) {
      UUID round = before.walk(LENGTH);
      before.pass(Duration.ofMinutes(5));
      before.clock.step(Duration.ofMinutes(-10));
      try (World after = before.restarted()) {
        assertAtMostAMinuteLate(300 + after.secondsUntilAlarm(round, Duration.ofHours(1)));
      }
    }
  }

  @Test
  void a_clock_put_back_before_two_restarts_delays_nothing() {
    try (World before = new World(folder).withRoster()) {
      UUID round = before.walk(LENGTH);
      before.pass(Duration.ofMinutes(5));
      before.clock.step(Duration.ofMinutes(-10));
      before.pass(Duration.ofMinutes(2));
      try (World between = before.restarted()) {
        between.pass(Duration.ofMinutes(2));
        try (World after = between.restarted()) {
          long seconds = 540 + after.secondsUntilAlarm(round, Duration.ofHours(1));
          assertAtMostAMinuteLate(seconds);
          assertTrue(seconds >= PROMISED - 60, seconds + " s");
        }
      }
    }
  }

  @Test
  void what_is_begun_after_the_clock_was_put_back_is_neither_late_nor_early() {
    try (World before = new World(folder).withRoster()) {
      UUID first = before.walk(LENGTH);
      before.pass(Duration.ofMinutes(5));
      before.clock.step(Duration.ofMinutes(-10));
      try (World after = before.restarted()) {
        after.tick();
        after.say(after.noor, "round.finish", first, "{}");
        after.pass(Duration.ofMinutes(1));
        UUID second = after.walk(LENGTH);
        after.pass(Duration.ofMinutes(1));
        try (World later = after.restarted()) {
          assertEquals(PROMISED - 60, later.secondsUntilAlarm(second, Duration.ofHours(1)));
        }
      }
    }
  }

  @Test
  void in_the_night_the_clock_goes_forward_an_alarm_comes_at_its_time() {
    // Half past one to half past three on the clock, an hour of walking.
    Instant start = Instant.parse("2027-03-28T00:30:00Z");
    try (World world = new World(folder, start).withRoster()) {
      UUID round = world.walk(Duration.ofHours(1));
      long promised = 3600 + OnCallConfig.DEFAULT.grace().toSeconds();
      assertEquals(promised, world.secondsUntilAlarm(round, Duration.ofHours(2)));
      String asked = world.text("SELECT MIN(text) FROM delivery WHERE title = 'Zijn jullie terug?'");
      assertTrue(asked.contains("03:30"), asked);
    }
  }

  private static void assertAtMostAMinuteLate(long seconds) {
    assertTrue(seconds > 0 && seconds <= PROMISED + 60, seconds + " s");
  }

  private long secondsUntilAlarmWithStep(Duration step) {
    try (World world = new World(folder).withRoster()) {
      UUID round = world.walk(LENGTH);
      world.pass(Duration.ofMinutes(5));
      world.clock.step(step);
      long seconds = 300 + world.secondsUntilAlarm(round, Duration.ofHours(1));
      world.pass(Duration.ofMinutes(20), Duration.ofSeconds(20));
      assertEquals(1, world.alarms(round));
      return seconds;
    }
  }
}
