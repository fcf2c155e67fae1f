package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a push or a photo leaves behind when the disk fails under it, or when it comes thrice. */
class PushFaultTest {
  private static final List<String> TABLES =
      List.of(
          "device", "mutation", "quarantine", "observation", "observation_photo",
          "observation_photo_awaited", "observation_message", "observation_event",
          "observation_departure", "photo", "revision", "epoch");

  @TempDir Path folder;

  private final Logger logger = (Logger) LoggerFactory.getLogger("nl.buurtronde");
  private final Level level = logger.getLevel();
  private ScheduleLane lane;
  private Client client;
  private FailingStatement failing;

  enum Failure {
    SQLITE_IOERR(500),
    SQLITE_FULL(507),
    SQLITE_BUSY(503);

    private final int status;

    Failure(int status) {
      this.status = status;
    }

    SQLiteException exception() {
      return new SQLiteException("broken on purpose", SQLiteErrorCode.valueOf(name()));
    }
  }

  @BeforeEach
  void start() {
    logger.setLevel(Level.OFF);
    lane = new ScheduleLane(folder, false);
    lane.setClock(System.currentTimeMillis());
    client = signedIn();
    failing = new FailingStatement(lane.database());
  }

  @AfterEach
  void stop() {
    lane.close();
    logger.setLevel(level);
  }

  @ParameterizedTest
  @EnumSource
  void a_push_whose_nth_statement_fails_leaves_nothing_and_succeeds_when_tried_again(
      Failure failure) {
    int failed = 0;
    for (int n = 1; ; n++) {
      Map<String, Object> push = push(Id.next().toString(), Id.next().toString(), "lamp " + n);
      Map<String, Long> before = counts();
      failing.arm(n, failure.exception());
      Client.Answer broken = client.post("/api/sync/push", push);
      boolean met = failing.disarm();
      if (!met) {
        assertEquals(200, broken.status());
        break;
      }
      failed++;
      assertEquals(failure.status, broken.status(), () -> broken.json().toString());
      assertEquals(before, counts(), "statement " + n + " left something behind");
      Client.Answer again = client.post("/api/sync/push", push);
      assertEquals(200, again.status());
      assertEquals(List.of("applied", "applied", "applied", "quarantined"), statuses(again.json()));
    }
    assertTrue(failed > 20, failed + " statements failed");
    System.out.println("Each of " + failed + " statements of a push failed once: " + failure);
  }

  @Test
  void a_photo_whose_nth_statement_fails_leaves_no_half_file_and_succeeds_when_tried_again()
      throws IOException {
    int failed = 0;
    for (int n = 1; ; n++) {
      byte[] jpeg = unlike(n);
      String path = "/api/photos/" + ScheduleLane.sha256(jpeg);
      Map<String, Long> before = counts();
      failing.arm(n, Failure.SQLITE_IOERR.exception());
      Client.Answer broken = client.putBytes(path, "image/jpeg", jpeg);
      boolean met = failing.disarm();
      assertEquals(0, incoming(), "half a file was left");
      if (!met) {
        assertEquals(201, broken.status());
        break;
      }
      failed++;
      assertEquals(500, broken.status());
      assertEquals(before, counts());
      assertEquals(201, client.putBytes(path, "image/jpeg", jpeg).status());
    }
    assertTrue(failed >= 3, failed + " statements failed");
  }

  @Test
  void a_photo_whose_file_cannot_be_written_is_refused_whole_and_succeeds_when_tried_again()
      throws IOException {
    byte[] jpeg = unlike(1);
    String sha256 = ScheduleLane.sha256(jpeg);
    // A file where its folder should come: also root cannot write through that.
    Path obstacle = folder.resolve("data/photos").resolve(sha256.substring(0, 2));
    Files.writeString(obstacle, "");
    Client.Answer broken = client.putBytes("/api/photos/" + sha256, "image/jpeg", jpeg);
    assertEquals(500, broken.status());
    assertEquals(0, incoming());
    assertEquals(0, counts().get("photo"));
    Files.delete(obstacle);
    assertEquals(201, client.putBytes("/api/photos/" + sha256, "image/jpeg", jpeg).status());
  }

  @Test
  void a_push_that_comes_three_times_at_once_has_one_effect_and_one_answer() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      for (int round = 0; round < 25; round++) {
        Map<String, Object> push = push(Id.next().toString(), Id.next().toString(), "r " + round);
        Map<String, Long> before = counts();
        Callable<Client.Answer> deliver = () -> client.post("/api/sync/push", push);
        List<JsonNode> results = new ArrayList<>();
        for (Future<Client.Answer> each : threads.invokeAll(List.of(deliver, deliver, deliver))) {
          assertEquals(200, each.get().status());
          results.add(each.get().json().get("results"));
        }
        assertEquals(results.get(0), results.get(1));
        assertEquals(results.get(0), results.get(2));
        Map<String, Long> after = counts();
        assertEquals(before.get("mutation") + 4, after.get("mutation"));
        assertEquals(before.get("observation") + 1, after.get("observation"));
        assertEquals(before.get("observation_message") + 1, after.get("observation_message"));
        assertEquals(before.get("quarantine") + 1, after.get("quarantine"));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void the_same_number_with_other_content_is_a_conflict_and_changes_nothing() {
    String device = Id.next().toString();
    Map<String, Object> first = push(device, Id.next().toString(), "eerst");
    assertEquals(200, client.post("/api/sync/push", first).status());
    Map<String, Long> before = counts();
    Map<String, Object> other = push(device, Id.next().toString(), "anders");
    Client.Answer answer = client.post("/api/sync/push", other);
    assertEquals(409, answer.status());
    assertEquals("conflict", answer.json().get("error").asText());
    assertEquals(before, counts());
  }

  @Test
  void the_same_mutation_with_other_content_is_a_conflict_under_any_number() {
    String device = Id.next().toString();
    String entity = Id.next().toString();
    String id = Id.next().toString();
    Map<String, Object> one = mutation(1, id, "record", entity, Map.of("category", "lighting"));
    assertEquals(200, client.post("/api/sync/push", envelope(device, List.of(one))).status());
    Map<String, Long> before = counts();
    Map<String, Object> litter = Map.of("category", "litter");
    Map<String, Object> same = mutation(1, id, "record", entity, litter);
    Map<String, Object> next = mutation(2, id, "record", entity, litter);
    assertEquals(409, client.post("/api/sync/push", envelope(device, List.of(same))).status());
    assertEquals(409, client.post("/api/sync/push", envelope(device, List.of(next))).status());
    assertEquals(before, counts());
  }

  private Client signedIn() {
    ScheduleLane.Person person = lane.people(1, 1).people().get(0);
    return new Client(lane.port()).with("__Host-session=" + person.tokens().get(0));
  }

  private Map<String, Long> counts() {
    return lane.database()
        .read(
            handle -> {
              Map<String, Long> counts = new TreeMap<>();
              for (String table : TABLES) {
                String sql = "SELECT COUNT(*) FROM " + table;
                counts.put(table, handle.createQuery(sql).mapTo(Long.class).one());
              }
              String sql = "SELECT value FROM revision";
              counts.put("value of revision", handle.createQuery(sql).mapTo(Long.class).one());
              return counts;
            });
  }

  private long incoming() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data/photos/.incoming"))) {
      return files.count();
    }
  }

  private static byte[] unlike(int n) throws IOException {
    byte[] jpeg = Base64.getDecoder().decode(SchedulePicture.draw(1).get(0).jpeg());
    byte[] other = new byte[jpeg.length + 6];
    System.arraycopy(jpeg, 0, other, 0, 2);
    System.arraycopy(new byte[] {-1, -2, 0, 4, (byte) (n >> 8), (byte) n}, 0, other, 2, 6);
    System.arraycopy(jpeg, 2, other, 8, jpeg.length - 2);
    return other;
  }

  private static Map<String, Object> push(String device, String entity, String text) {
    String photo = ScheduleLane.sha256(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return envelope(
        device,
        List.of(
            mutation(
                1,
                Id.next().toString(),
                "record",
                entity,
                Map.of("category", "lighting", "text", text, "photos", List.of(photo))),
            mutation(2, Id.next().toString(), "amend", entity, Map.of("text", text + " stuk")),
            mutation(3, Id.next().toString(), "reply", entity, Map.of("text", "Is er nieuws?")),
            mutation(4, Id.next().toString(), "amend", entity, Map.of("urgency", "nooit"))));
  }

  private static Map<String, Object> envelope(String device, List<Map<String, Object>> mutations) {
    String clock = java.time.Instant.now().toString();
    return Map.of("proto", 1, "device", device, "clock", clock, "mutations", mutations);
  }

  private static Map<String, Object> mutation(
      int n, String id, String verb, String entity, Map<String, Object> args) {
    return Map.of(
        "n", n,
        "id", id,
        "name", "observation." + verb,
        "entity", entity,
        "at", "2026-11-22T08:58:10.000Z",
        "args", args);
  }

  private static List<String> statuses(JsonNode answer) {
    List<String> statuses = new ArrayList<>();
    answer.get("results").forEach(result -> statuses.add(result.get("status").asText()));
    return statuses;
  }
}
