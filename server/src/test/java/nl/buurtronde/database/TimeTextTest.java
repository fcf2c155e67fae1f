package nl.buurtronde.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
  private static final DateTimeFormatter PATTERN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Test
  void a_time_is_written_and_read_as_java_does() {
    Random random = new Random(7);
    long first = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    long last = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    for (int i = 0; i < 20_000; i++) {
      Instant at = Instant.ofEpochMilli(random.nextLong(first, last + 1));
      String text = TimeText.write(at.plusNanos(random.nextInt(1_000_000)));
      assertEquals(PATTERN.format(at), text);
      assertEquals(at, TimeText.read(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T09:00:00Z", "2026-11-22T09:00:00.123456Z", "2026-11-22T10:00:00+01:00",
        "2016-12-31T23:59:60.000Z", "2026-11-22T24:00:00.000Z", "+10000-01-01T00:00:00Z"
      })
  void another_form_is_read_as_java_does(String text) {
    assertEquals(Instant.parse(text), TimeText.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "2026-13-22T09:00:00.000Z", "2026-02-30T09:00:00.000Z", "2026-11-22T09:60:00.000Z",
        "2026-11-22 09:00:00.000Z", "2026-11-22T09:00:00.00xZ"
      })
  void what_is_no_time_is_refused(String text) {
    assertThrows(java.time.DateTimeException.class, () -> TimeText.read(text));
    assertThrows(DateTimeParseException.class, () -> Instant.parse(text));
  }
}
