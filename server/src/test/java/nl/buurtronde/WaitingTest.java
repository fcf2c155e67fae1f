package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came before the record that it speaks of. */
class WaitingTest {
  @TempDir Path folder;
  private ScheduleLane lane;
  private Client noor;
  private Client kim;

  @BeforeEach
  void start() {
    lane = new ScheduleLane(folder, false);
    lane.setClock(System.currentTimeMillis());
    List<ScheduleLane.Person> people = lane.people(2, 1).people();
    noor = client(people.get(0));
    kim = client(people.get(1));
  }

  @AfterEach
  void stop() {
    lane.close();
  }

  @Test
  void it_is_let_in_as_its_own_authors_when_another_brings_the_record() {
    String entity = Id.next().toString();
    Map<String, String> record = Map.of("category", "lighting", "text", "lamp");
    Map<String, String> reply = Map.of("text", "Ik zag het ook.");
    assertEquals("quarantined", push(kim, "observation.reply", entity, reply));
    assertEquals("quarantined", push(kim, "observation.withdraw", entity, Map.of()));

    assertEquals("applied", push(noor, "observation.record", entity, record));

    var seen = noor.get("/api/observations/" + entity).json();
    assertEquals("Ik zag het ook.", seen.at("/messages/0/text").asText());
    assertEquals(
        kim.get("/api/session").json().at("/account/id"), seen.at("/messages/0/by/id"));
    assertEquals("new", seen.at("/state").asText(), "withdrawn by somebody else");
  }

  private Client client(ScheduleLane.Person person) {
    return new Client(lane.port()).with("__Host-session=" + person.tokens().get(0));
  }

  private static String push(Client who, String name, String entity, Map<String, ?> args) {
    String now = Instant.now().toString();
    Map<String, Object> mutation =
        Map.of(
            "n", 1, "id", Id.next().toString(), "name", name, "entity", entity, "at", now,
            "args", args);
    Map<String, Object> push =
        Map.of(
            "proto", 1, "device", Id.next().toString(), "clock", now,
            "mutations", List.of(mutation));
    return who.post("/api/sync/push", push).json().at("/results/0/status").asText();
  }
}
