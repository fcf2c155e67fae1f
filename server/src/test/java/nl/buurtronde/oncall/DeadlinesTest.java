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
    deadlines.begin();
    clock.step(Duration.ofMinutes(-10));
    deadlines.isDue(ROUND, due);
    assertEquals(1800, secondsUntilDue());
  }

  @Test
  void what_nobody_asks_about_any_more_is_forgotten() {
    look();
    deadlines.begin();
    clock.pass(Duration.ofSeconds(10));
    clock.step(Duration.ofMinutes(-10));
    deadlines.begin();
    assertEquals(1790 + 600, secondsUntilDue());
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
    deadlines.begin();
    return deadlines.isDue(ROUND, due);
  }
}
