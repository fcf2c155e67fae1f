package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.round.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two phones of one pair that reach the server when they can. */
class RoundSyncTest {
  private static final String CODE = "K7QM2X";

  @TempDir Path folder;
  private final Instant now = Instant.now().minus(Duration.ofHours(2));
  private ScheduleLane lane;
  private UUID district;
  private String round;
  private Phone noor;
  private Phone kim;

  @BeforeEach
  void start() {
    lane = new ScheduleLane(folder, false);
    lane.setClock(System.currentTimeMillis());
    ScheduleLane.People people = lane.people(2, 1);
    district = people.district();
    round = Code.id(district, now, CODE).toString();
    for (ScheduleLane.Person person : people.people()) {
      Client esra = client(lane.coordinator());
      String address = "/api/walkers/" + person.id() + "/certificate";
      assertEquals(204, esra.post(address, Map.of()).status());
    }
    noor = new Phone(client(people.people().get(0).tokens().get(0)));
    kim = new Phone(client(people.people().get(1).tokens().get(0)));
  }

  @AfterEach
  void stop() {
    lane.close();
  }

  @Test
  void the_deadline_is_on_the_disk_before_the_phone_is_answered() throws Exception {
    Instant due = Instant.now().plus(Duration.ofMinutes(90));
    noor.note("round.start", Instant.now(), start(due));
    assertEquals(List.of("applied"), noor.push());
    String file = "jdbc:sqlite:" + lane.database().file();
    try (Connection other = DriverManager.getConnection(file);
        ResultSet row =
            other.createStatement().executeQuery("SELECT due_back_at, state FROM round")) {
      assertTrue(row.next(), "no round");
      Instant kept = Instant.parse(row.getString(1));
      assertTrue(Duration.between(due, kept).abs().toSeconds() < 2, kept + " for " + due);
      assertEquals("started", row.getString(2));
    }
  }

  @Test
  void a_pair_without_reception_arrives_whichever_phone_comes_first() {
    for (boolean starterFirst : List.of(true, false)) {
      round = Id.next().toString();
      walk();
      if (starterFirst) {
        assertEquals(List.of("applied", "applied", "applied"), noor.push());
        assertEquals(List.of("applied", "applied", "applied", "applied"), kim.push());
      } else {
        assertEquals(
            List.of("quarantined", "quarantined", "applied", "quarantined"), kim.push());
        assertEquals(List.of("applied", "applied", "applied"), noor.push());
      }
      assertWalked();
    }
  }

  @Test
  void two_batches_sent_three_times_each_at_once_are_one_round() throws Exception {
    for (int i = 0; i < 5; i++) {
      round = Id.next().toString();
      walk();
      List<Callable<Integer>> sends = new ArrayList<>();
      for (Phone phone : List.of(noor, kim)) {
        Map<String, Object> batch = phone.batch();
        for (int copy = 0; copy < 3; copy++) {
          sends.add(() -> phone.client.post("/api/sync/push", batch).status());
        }
      }
      ExecutorService threads = Executors.newFixedThreadPool(6);
      try {
        for (Future<Integer> answer : threads.invokeAll(sends)) {
          assertEquals(200, answer.get());
        }
      } finally {
        threads.shutdownNow();
      }
      assertWalked();
    }
  }

  @Test
  void what_waits_for_a_start_by_another_is_seen_by_its_author_to_be_let_in() {
    walk();
    kim.push();
    JsonNode parked = kim.pulled("quarantine").get(0);
    assertEquals("round.unknown", parked.get("reason").asText());
    noor.push();
    kim.pulled("quarantine")
        .forEach(item -> assertEquals("admitted", item.get("state").asText(), item.toString()));
    assertEquals("finished", kim.pulled("round").get(0).get("state").asText());
  }

  /** All of it long past, and after the time they were due. */
  private void walk() {
    noor.note("round.start", now, start(now.plus(Duration.ofMinutes(30))));
    kim.note(
        "round.join",
        now.plusSeconds(60),
        Map.of("code", CODE, "district", district.toString()));
    kim.note("round.checkIn", now.plusSeconds(120), Map.of());
    Map<String, Object> seen = Map.of("category", "lighting", "text", "lamp", "round", round);
    kim.note("observation.record", Id.next().toString(), now.plusSeconds(180), seen);
    noor.note("round.checkIn", now.plusSeconds(240), Map.of());
    noor.note("round.finish", now.plusSeconds(1500), Map.of());
    kim.note("round.finish", now.plusSeconds(1510), Map.of());
  }

  private void assertWalked() {
    JsonNode value = noor.client.get("/api/rounds/" + round).json();
    assertEquals("finished", value.get("state").asText(), value.toString());
    assertEquals(2, value.get("members").size());
    assertEquals("finished", value.get("unwatchedReason").asText());
    List<String> changes = new ArrayList<>();
    value.get("history").forEach(event -> changes.add(event.get("kind").asText()));
    assertEquals(1, changes.stream().filter("finished"::equals).count(), changes.toString());
    assertEquals(1, changes.stream().filter("joined"::equals).count(), changes.toString());
    assertTrue(changes.containsAll(List.of("started", "joined", "finished")), changes.toString());
  }

  private Map<String, Object> start(Instant due) {
    return Map.of("district", district.toString(), "code", CODE, "dueBackAt", due.toString());
  }

  private Client client(String token) {
    return new Client(lane.port()).with("__Host-session=" + token);
  }

  private final class Phone {
    private final Client client;
    private final String device = Id.next().toString();
    private final List<Map<String, Object>> outbox = new ArrayList<>();
    private int n;

    Phone(Client client) {
      this.client = client;
    }

    void note(String name, Instant at, Map<String, ?> args) {
      note(name, round, at, args);
    }

    void note(String name, String entity, Instant at, Map<String, ?> args) {
      outbox.add(
          Map.of(
              "n", ++n, "id", Id.next().toString(), "name", name, "entity", entity,
              "at", at.toString(), "args", args));
    }

    Map<String, Object> batch() {
      List<Map<String, Object>> all = List.copyOf(outbox);
      outbox.clear();
      return Map.of(
          "proto", 1, "device", device, "clock", Instant.now().toString(), "mutations", all);
    }

    List<String> push() {
      List<String> statuses = new ArrayList<>();
      client
          .post("/api/sync/push", batch())
          .json()
          .get("results")
          .forEach(result -> statuses.add(result.get("status").asText()));
      return statuses;
    }

    List<JsonNode> pulled(String noun) {
      List<JsonNode> values = new ArrayList<>();
      for (JsonNode change : client.get("/api/sync/pull").json().get("changes")) {
        if (change.get("noun").asText().equals(noun)) {
          values.add(change.get("value"));
        }
      }
      return values;
    }
  }
}
