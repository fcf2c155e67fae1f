package nl.buurtronde.oncall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final UUID ROUND = UUID.fromString("019aa000-0000-7000-8000-000000000009");

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-22T20:00:00Z"));
  private final Deadlines deadlines = new Deadlines(clock, clock::nanos);
  private final Instant due = clock.instant().plusSeconds(1800);

  @Test
  void it_comes_when_the_clock_says_so() {
    assertEquals(1800, secondsUntilDue());
  }

  @Test
  void a_clock_put_back_ten_minutes_delays_nothing() {
    look();
    clock.step(Duration.ofMinutes(-10));
    assertEquals(1800, secondsUntilDue());
  }

  @Test
  void a_clock_put_forward_ten_minutes_makes_it_early_never_late() {
    look();
    clock.step(Duration.ofMinutes(10));
    assertEquals(1200, secondsUntilDue());
  }

  @Test
  void a_clock_bumped_to_and_fro_is_never_more_than_a_look_late() {
    look();
    int seconds = 0;
    for (; !look(); seconds++) {
      clock.step(Duration.ofSeconds(seconds % 200 == 0 ? -288 : seconds % 500 == 1 ? 288 : 0));
      clock.pass(Duration.ofSeconds(1));
    }
    assertEquals(true, seconds <= 1800, seconds + " s");
  }

  @Test
  void a_clock_put_back_in_the_middle_of_the_look_that_first_sees_it_delays_nothing() {
    deadlines.begin(true);
    clock.step(Duration.ofMinutes(-10));
    deadlines.isDue(ROUND, due);
    assertEquals(1800, secondsUntilDue());
  }

  @Test
  void what_nobody_asks_about_any_more_is_forgotten() {
    look();
    deadlines.begin(true);
    clock.pass(Duration.ofSeconds(10));
    clock.step(Duration.ofMinutes(-10));
    deadlines.begin(true);
    assertEquals(1790 + 600, secondsUntilDue());
  }

  @Test
  void a_look_that_did_not_come_to_it_forgets_nothing() {
    look();
    clock.step(Duration.ofMinutes(-10));
    deadlines.begin(true);
    deadlines.begin(false);
    deadlines.isDue(ROUND, due);
    assertEquals(1800, secondsUntilDue());
  }

  @Test
  void a_machine_that_starts_in_1970_delays_nothing() {
    deadlines.resume(new Deadlines.Mark(clock.instant(), Duration.ZERO));
    clock.step(Duration.between(clock.instant(), Instant.EPOCH));
    assertEquals(1800, secondsUntilDue());
  }

  @Test
  void a_clock_in_another_era_makes_it_early_and_nothing_fails() {
    deadlines.resume(new Deadlines.Mark(Instant.parse("9000-01-01T00:00:00Z"), Duration.ZERO));
    assertEquals(0, secondsUntilDue());
  }

  @Test
  void what_has_come_makes_nothing_early_after_a_restart() {
    look();
    clock.step(Duration.ofMinutes(-10));
    look();
    assertEquals(Duration.ofMinutes(10), deadlines.mark().behind());
    clock.pass(Duration.ofMinutes(40));
    look();
    assertEquals(Duration.ZERO, deadlines.mark().behind());
  }

  private int secondsUntilDue() {
    int seconds = 0;
    while (!look()) {
      clock.pass(Duration.ofSeconds(1));
      seconds++;
    }
    return seconds;
  }

  private boolean look() {
    deadlines.begin(true);
    return deadlines.isDue(ROUND, due);
  }
}
