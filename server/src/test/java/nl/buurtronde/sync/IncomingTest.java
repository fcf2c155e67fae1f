package nl.buurtronde.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1000000000-12-31T23:59:59.999999999Z",
        "+10000-01-01T00:00:00Z",
        "-0500-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z"
      })
  void a_time_of_another_era_fails_no_batch_and_is_never_later_than_now(String at) {
    for (Duration offset : new Duration[] {Duration.ofDays(-9_000_000), Duration.ofDays(2)}) {
      Mutation read = Incoming.read(saidAt(at), Id.next(), offset, NOW, "e1").mutation();
      assertEquals(24, nl.buurtronde.database.Columns.text(read.claimedAt()).length());
      assertEquals(24, nl.buurtronde.database.Columns.text(read.at()).length());
      assertEquals(false, read.at().isAfter(NOW) || read.at().isBefore(Instant.EPOCH));
    }
  }

  @Test
  void a_base_from_another_life_of_the_database_counts_as_nothing_seen() {
    ObjectNode node = (ObjectNode) saidAt("2026-11-22T08:00:00.000Z");
    node.put("base", 41).put("epoch", "e1");
    Incoming same = Incoming.read(node, Id.next(), Duration.ZERO, NOW, "e1");
    Incoming other = Incoming.read(node, Id.next(), Duration.ZERO, NOW, "e2");
    assertEquals(41, same.mutation().base());
    assertNull(other.mutation().base());
    assertEquals(same.digest(), other.digest());
  }

  private static JsonNode saidAt(String at) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("n", 1).put("id", Id.next().toString()).put("name", "observation.record");
    node.put("entity", Id.next().toString()).put("at", at).putObject("args");
    return node;
  }
}
