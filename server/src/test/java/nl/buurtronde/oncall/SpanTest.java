package nl.buurtronde.oncall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {
  @Test
  void what_nobody_covers_is_a_gap_between_before_and_behind() {
    Span evening = span(18, 23);
    assertEquals(
        List.of(span(18, 19), span(20, 21), span(22, 23)),
        evening.without(List.of(span(21, 22), span(19, 20))));
  }

  @Test
  void shifts_that_touch_or_overlap_leave_no_gap() {
    assertEquals(List.of(), span(18, 23).without(List.of(span(17, 20), span(20, 22), span(21, 24))));
    assertEquals(List.of(), span(18, 23).without(List.of(span(0, 24), span(19, 20))));
  }

  @Test
  void what_lies_outside_covers_nothing() {
    assertEquals(
        List.of(span(18, 23)), span(18, 23).without(List.of(span(10, 18), span(23, 24))));
  }

  @Test
  void in_the_night_the_clock_goes_forward_two_shifts_by_the_clock_still_meet() {
    Span night =
        new Span(Instant.parse("2027-03-27T23:00:00Z"), Instant.parse("2027-03-28T06:00:00Z"));
    Instant two = LocalDateTime.of(2027, 3, 28, 1, 59).atZone(Letters.ZONE).toInstant();
    Instant three = LocalDateTime.of(2027, 3, 28, 3, 0).atZone(Letters.ZONE).toInstant();
    assertEquals(60, three.getEpochSecond() - two.getEpochSecond());
    assertEquals(
        List.of(new Span(two, three)),
        night.without(List.of(new Span(night.from(), two), new Span(three, night.to()))));
  }

  private static Span span(int from, int to) {
    Instant day = Instant.parse("2026-11-22T00:00:00Z");
    return new Span(day.plusSeconds(from * 3600L), day.plusSeconds(to * 3600L));
  }
}
