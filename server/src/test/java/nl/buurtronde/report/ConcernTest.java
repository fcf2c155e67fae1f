package nl.buurtronde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.buurtronde.Client;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worry about a neighbour: for named readers only, each reading noted. */
class ConcernTest {
  private static final String WORRY = "Ik zie mijn buurvrouw al een week niet.";

  private World world;
  private Map<String, Object> body;
  private String code;
  private String one;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new World(folder);
    Map<String, Object> place = Map.of("complex", world.lindeflat.toString());
    body = world.report("kind", "concern", "text", WORRY, "place", place);
    body.put("contact", Map.of("phone", "0612345678"));
    code = world.sent(body);
    one = "/api/concerns/" + body.get("id");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_coordinator_reads_it_and_each_reading_is_noted() {
    Client esra = world.as(world.esra);
    JsonNode list = esra.get("/api/concerns").json();
    assertEquals(body.get("id"), list.at("/concerns/0/id").asText());
    assertFalse(list.toString().contains("buurvrouw"));
    assertFalse(list.toString().contains("612345678"));
    assertEquals(0, readings(world.esra));
    JsonNode read = esra.get(one).json();
    assertEquals(WORRY, read.get("text").asText());
    assertEquals("+31612345678", read.at("/contact/phone").asText());
    assertEquals(1, readings(world.esra));
    JsonNode again = esra.get(one).json();
    assertEquals(2, readings(world.esra));
    List<String> kinds = again.get("history").findValuesAsText("kind");
    assertEquals(List.of("sent", "read", "read"), kinds);
  }

  @Test
  void a_flood_of_worries_hides_no_older_one() {
    for (int i = 0; i < 60; i++) {
      world.clock.pass(Duration.ofMillis(1));
      world.sent(world.report("kind", "concern", "text", "x" + i));
    }
    Client esra = world.as(world.esra);
    JsonNode first = esra.get("/api/concerns?state=open").json();
    assertEquals(61, first.get("total").asInt());
    assertEquals(50, first.get("concerns").size());
    JsonNode rest =
        esra.get("/api/concerns?state=open&cursor=" + first.get("cursor").asText()).json();
    assertEquals(11, rest.get("concerns").size());
    assertEquals(body.get("id"), rest.at("/concerns/10/id").asText());
    assertTrue(rest.get("cursor").isNull());
    assertEquals(0, esra.get("/api/concerns?state=closed").json().get("total").asInt());
    assertEquals(400, esra.get("/api/concerns?q=buurvrouw").status());
  }

  @Test
  void it_is_answered_and_followed_like_a_report() {
    Client esra = world.as(world.esra);
    assertEquals(204, esra.post(one + "/acknowledgement", Map.of()).status());
    assertEquals(201, esra.post(one + "/questions", Map.of("text", "Welk huisnummer?")).status());
    String address = "/api/public/reports/" + code;
    JsonNode asked = world.tenant().get(address).json();
    assertEquals("concern", asked.get("kind").asText());
    assertEquals("tenant", asked.get("awaits").asText());
    assertEquals(WORRY, asked.get("text").asText());
    Map<String, Object> reply = Map.of("id", Id.next().toString(), "text", "Nummer 8.");
    assertEquals(201, world.tenant().post(address + "/replies", reply).status());
    assertEquals("Nummer 8.", esra.get(one).json().at("/messages/2/text").asText());
    assertEquals(204, world.tenant().delete(address + "/contact").status());
    assertTrue(esra.get(one).json().at("/contact/phone").isNull());
    Map<String, Object> closure = Map.of("outcome", "passed-on", "text", "Wij gaan langs.");
    assertEquals(204, esra.post(one + "/closure", closure).status());
    assertEquals("passed-on", world.tenant().get(address).json().get("outcome").asText());
  }

  @Test
  void nobody_else_sees_anything_of_it() {
    for (Actor other : List.of(world.bas, world.mirjam, world.noor, world.admin)) {
      Client client = world.as(other);
      assertEquals(403, client.get("/api/concerns").status());
      assertEquals(403, client.get(one).status());
      assertEquals(403, client.get("/api/concerns/" + Id.next()).status());
      assertEquals(403, client.post(one + "/answers", Map.of("text", "x")).status());
    }
    assertEquals(401, world.tenant().get("/api/concerns").status());
    Client esra = world.as(world.esra);
    assertEquals(0, esra.get("/api/desk").json().get("total").asInt());
    assertEquals(0, esra.get("/api/desk?q=buurvrouw").json().get("total").asInt());
    assertEquals(0, esra.get("/api/reports").json().get("total").asInt());
    assertEquals(404, esra.get("/api/reports/" + body.get("id")).status());
    assertEquals(404, esra.get("/api/observations/" + body.get("id")).status());
    assertEquals(404, esra.get("/api/concerns/" + Id.next()).status());
  }

  @Test
  void a_named_caretaker_reads_those_of_the_own_district_until_taken_away_again() {
    Client esra = world.as(world.esra);
    String reader = "/api/concerns/readers/";
    assertFalse(world.as(world.bas).get(reader + world.bas.id()).json().get("reader").asBoolean());
    assertEquals(403, world.as(world.bas).get(reader + world.esra.id()).status());
    assertEquals(403, world.as(world.bas).put(reader + world.bas.id(), "").status());
    for (Actor each : List.of(world.bas, world.mirjam, world.bas)) {
      assertEquals(204, esra.put(reader + each.id(), "").status());
    }
    assertEquals(200, world.as(world.bas).get(one).status());
    assertEquals(404, world.as(world.mirjam).get(one).status());
    assertEquals(
        0, world.as(world.mirjam).get("/api/concerns").json().get("concerns").size());
    assertTrue(world.as(world.bas).get(reader + world.bas.id()).json().get("reader").asBoolean());
    assertEquals(204, esra.delete(reader + world.bas.id()).status());
    assertEquals(204, esra.delete(reader + world.bas.id()).status());
    assertEquals(403, world.as(world.bas).get(one).status());
    assertEquals(422, esra.put(reader + world.noor.id(), "").status());
    assertEquals(404, esra.put(reader + Id.next(), "").status());
    assertEquals(409, esra.delete(reader + world.esra.id()).status());
    assertEquals(200, esra.get(one).status());
    assertEquals(
        3, world.count("SELECT COUNT(*) FROM audit WHERE action LIKE 'concern.reader.%'"));
  }

  private long readings(Actor actor) {
    return world.count(
        "SELECT COUNT(*) FROM audit WHERE action = 'concern.read' AND entity = ? AND account_id = ?",
        body.get("id"),
        actor.id());
  }
}
