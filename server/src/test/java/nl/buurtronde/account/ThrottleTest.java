package nl.buurtronde.account;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import nl.buurtronde.StillClock;
import nl.buurtronde.kernel.Refusal;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private final StillClock clock = new StillClock(Instant.parse("2026-11-22T09:00:00.000Z"));
  private final Throttle throttle =
      new Throttle(clock, new Throttle.Rule(3, Duration.ofSeconds(60), Duration.ofMinutes(10)));

  @Test
  void after_the_free_attempts_each_wait_is_longer_up_to_a_minute() {
    for (int i = 0; i < 3; i++) {
      throttle.enter("noor");
    }
    for (long expected : new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
      throttle.enter("noor");
      assertEquals(expected, secondsToWait("noor"));
      clock.pass(Duration.ofSeconds(expected));
    }
  }

  @Test
  void nobody_is_kept_out_for_good_and_attempts_are_forgotten() {
    for (int i = 0; i < 1000; i++) {
      guess("noor");
    }
    assertTrue(secondsToWait("noor") <= 60);
    clock.pass(Duration.ofHours(3));
    for (int i = 0; i < 3; i++) {
      assertDoesNotThrow(() -> throttle.enter("noor"));
    }
  }

  @Test
  void attempts_that_wait_for_their_answer_count_already() {
    for (int i = 0; i < 4; i++) {
      throttle.enter("noor");
    }
    assertThrows(Refusal.class, () -> throttle.enter("noor"));
  }

  @Test
  void taking_an_attempt_back_leaves_those_of_others() {
    for (int i = 0; i < 4; i++) {
      throttle.enter("office");
    }
    throttle.takeBack("office");
    assertThrows(Refusal.class, () -> throttle.enter("office"));
  }

  @Test
  void one_who_guesses_does_not_slow_another_down() {
    for (int i = 0; i < 10; i++) {
      guess("noor");
    }
    assertDoesNotThrow(() -> throttle.enter("kim"));
  }

  @Test
  void a_million_names_do_not_fill_the_memory() {
    for (int i = 0; i < 1_000_000; i++) {
      throttle.enter("name" + i);
    }
    assertTrue(throttle.size() <= 20_000);
  }

  private void guess(String key) {
    try {
      throttle.enter(key);
    } catch (Refusal e) {
      clock.pass(Duration.ofSeconds((long) e.args()[0]));
    }
  }

  private long secondsToWait(String key) {
    return (long) assertThrows(Refusal.class, () -> throttle.enter(key)).args()[0];
  }
}
