package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a report, a concern, a reply and a reading leave behind when the disk fails under them. */
class ReportFaultTest {
  private static final List<String> TABLES =
      List.of(
          "report", "report_photo", "report_message", "report_event", "concern",
          "concern_message", "concern_event", "audit");
  private static final String ADDRESS = "/api/public/reports";

  @TempDir Path folder;
  private final Logger logger = (Logger) LoggerFactory.getLogger("nl.buurtronde");
  private final Level level = logger.getLevel();
  private final String district = Id.next().toString();
  private Buurtronde server;
  private Client tenant;
  private FailingStatement failing;

  @BeforeEach
  void start() {
    logger.setLevel(Level.OFF);
    server =
        Buurtronde.start(
            Config.read(
                Map.of(
                    "BUURTRONDE_PORT", "0",
                    "BUURTRONDE_DATA", folder.toString(),
                    "BUURTRONDE_PUBLIC_LIMITS", "60,60,60")),
            Clock.systemUTC());
    server
        .database()
        .write(
            handle ->
                handle.execute(
                    "INSERT INTO district (id, name, revision) VALUES (?, 'Hof', 0)", district));
    tenant = new Client(server.port());
    failing =
        new FailingStatement(
            server.database(), sql -> sql.matches("(?s).*\\b(report|concern|revision).*"));
  }

  @AfterEach
  void stop() {
    server.close();
    logger.setLevel(level);
  }

  @Test
  void a_report_whose_nth_statement_fails_leaves_nothing_and_succeeds_when_tried_again() {
    int failed =
        failEach(
            201,
            n -> {
              Map<String, Object> body = body("report");
              return () -> tenant.post(ADDRESS, body);
            });
    assertTrue(failed > 3, failed + " statements failed");
    assertEquals(failed + 1, counts().get("report"));
  }

  @Test
  void so_does_a_concern() {
    int failed =
        failEach(
            201,
            n -> {
              Map<String, Object> body = body("concern");
              return () -> tenant.post(ADDRESS, body);
            });
    assertTrue(failed >= 3, failed + " statements failed");
    assertEquals(failed + 1, counts().get("concern"));
  }

  @Test
  void so_do_a_reply_and_the_erasure_of_contact_data() {
    String code = tenant.post(ADDRESS, body("report")).json().get("code").asText();
    int replies =
        failEach(
            201,
            n -> {
              Map<String, String> reply = Map.of("id", Id.next().toString(), "text", "Hallo " + n);
              return () -> tenant.post(ADDRESS + "/" + code + "/replies", reply);
            });
    assertTrue(replies > 3, replies + " statements failed");
    assertEquals(replies + 1, counts().get("report_message"));
    int erasures = failEach(204, n -> () -> tenant.delete(ADDRESS + "/" + code + "/contact"));
    assertTrue(erasures >= 1, erasures + " statements failed");
  }

  @Test
  void what_failed_on_our_side_takes_nothing_of_the_hour() {
    Map<String, Object> body = body("report");
    for (int i = 0; i < 65; i++) {
      failing.arm(2, new SQLiteException("broken on purpose", SQLiteErrorCode.SQLITE_FULL));
      assertEquals(507, tenant.post(ADDRESS, body).status());
    }
    failing.disarm();
    assertEquals(201, tenant.post(ADDRESS, body).status());
  }

  // One request for each n, whose nth statement fails, until there are no more; gives how many.
  private int failEach(int status, IntFunction<Supplier<Client.Answer>> requests) {
    for (int n = 1; ; n++) {
      Supplier<Client.Answer> request = requests.apply(n);
      Map<String, Long> before = counts();
      failing.arm(n, new SQLiteException("broken on purpose", SQLiteErrorCode.SQLITE_IOERR));
      Client.Answer broken = request.get();
      if (!failing.disarm()) {
        assertEquals(status, broken.status());
        return n - 1;
      }
      assertEquals(500, broken.status());
      assertEquals(before, counts(), "statement " + n + " left something behind");
      assertEquals(status, request.get().status());
    }
  }

  private Map<String, Object> body(String kind) {
    Map<String, Object> body = new HashMap<>();
    body.put("id", Id.next().toString());
    body.put("district", district);
    body.put("kind", kind);
    body.put("category", "lighting");
    body.put("text", "Donker.");
    body.put("contact", Map.of("phone", "0612345678"));
    if (kind.equals("report")) {
      body.put("photos", List.of("a".repeat(64), "b".repeat(64)));
    }
    return body;
  }

  private Map<String, Long> counts() {
    return server
        .database()
        .read(
            handle -> {
              Map<String, Long> counts = new TreeMap<>();
              for (String table : TABLES) {
                String sql = "SELECT COUNT(*) FROM " + table;
                counts.put(table, handle.createQuery(sql).mapTo(Long.class).one());
              }
              return counts;
            });
  }
}
