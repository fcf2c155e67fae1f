package nl.buurtronde.oncall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LadderTest {
  private final Ladder ladder = Ladder.parse("PT0S,PT2M,PT5M,PT10M");

  @Test
  void steps_rise_on_through_the_repeats_while_the_rungs_come_round() {
    assertEquals(
        List.of("pair", "onCall1", "onCall2", "coordinator", "pair", "onCall1"),
        IntStream.rangeClosed(1, 6).mapToObj(step -> Ladder.rung(step).wire()).toList());
    assertEquals(5, Ladder.firstOfCycle(8));
    assertEquals(5, Ladder.firstOfCycle(5));
  }

  @Test
  void the_times_between_steps_are_the_differences_and_the_last_one_repeats() {
    assertEquals(
        List.of(2L, 3L, 5L, 5L, 2L),
        IntStream.rangeClosed(1, 5).mapToObj(step -> ladder.after(step).toMinutes()).toList());
    assertEquals(Duration.ofMinutes(10), ladder.pause());
  }

  @Test
  void after_a_cycle_that_reached_nobody_it_goes_on_within_a_minute() {
    assertEquals(Duration.ofSeconds(60), ladder.afterSilence());
    assertEquals(Duration.ofSeconds(3), Ladder.parse("PT0S,PT1S,PT2S,PT5S").afterSilence());
  }

  @Test
  void a_ladder_whose_last_steps_fall_together_does_not_repeat_without_pause() {
    assertEquals(Duration.ofSeconds(1), Ladder.parse("PT0S,PT2S,PT4S,PT4S").after(4));
  }

  @Test
  void a_ladder_that_goes_back_or_lacks_a_step_is_refused() {
    for (String wrong :
        List.of(
            "", "PT0S", "PT0S,PT2M,PT5M", "PT0S,PT5M,PT2M,PT10M", "PT1S,PT2S,PT3S,PT4S",
            "PT0S,PT0S,PT0S,PT0S", "0,2,5,10", "PT0S,PT2M,PT5M,PT10M,")) {
      assertThrows(IllegalArgumentException.class, () -> Ladder.parse(wrong), wrong);
    }
  }
}
