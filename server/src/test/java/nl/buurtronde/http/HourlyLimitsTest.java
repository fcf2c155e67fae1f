package nl.buurtronde.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.UUID;
import nl.buurtronde.StillClock;
import nl.buurtronde.kernel.Refusal;
import org.junit.jupiter.api.Test;

class HourlyLimitsTest {
  private final UUID district = UUID.randomUUID();
  private final HourlyLimits limits =
      new HourlyLimits(
          new StillClock(Instant.parse("2026-11-22T09:00:00Z")),
          new HourlyLimits.Rates(2, 100_000, 30_000),
          "");

  @Test
  void a_flood_from_everywhere_takes_a_bounded_place_in_memory() {
    for (int i = 0; i < 25_000; i++) {
      limits.take("2001:db8::" + i, district);
    }
    assertEquals(20_000, limits.size());
  }

  @Test
  void and_makes_nobody_forget_what_came_from_all_of_them_together() {
    for (int i = 0; i < 30_000; i++) {
      limits.take("2001:db8::" + i, district);
    }
    assertThrows(Refusal.class, () -> limits.take("192.0.2.1", district));
  }
}
