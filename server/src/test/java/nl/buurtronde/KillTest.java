package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process itself, killed at any moment while phones push. */
class KillTest {
  private static final boolean LONG = Boolean.getBoolean("buurtronde.long");
  private static final int KILLS = LONG ? 200 : 3;
  private static final int PHONES = LONG ? 50 : 8;

  @TempDir Path folder;

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private volatile boolean finished;

  @Test
  void what_was_acknowledged_is_there_once_after_every_kill() throws Exception {
    List<String> tokens = signIn();
    try (Killable server = new Killable(folder, Map.of())) {
      List<Thread> phones = new ArrayList<>();
      for (String token : tokens) {
        phones.add(new Thread(() -> pushUntilFinished(server.port(), token)));
      }
      phones.forEach(Thread::start);
      long seed = System.nanoTime();
      Random random = new Random(seed);
      for (int kill = 0; kill < KILLS; kill++) {
        awaitMore(random.nextInt(400));
        server.kill();
        compare("after kill " + kill + " of seed " + seed);
        server.start();
      }
      finished = true;
      for (Thread phone : phones) {
        phone.join();
      }
      server.stop();
      compare("at the end");
    }
    System.out.printf(
        "%d kills, %d phones, %d acknowledged%n", KILLS, PHONES, acknowledged.size());
  }

  private List<String> signIn() {
    try (ScheduleLane lane = new ScheduleLane(folder, false)) {
      lane.setClock(System.currentTimeMillis());
      List<String> tokens = new ArrayList<>();
      lane.people(PHONES, 1).people().forEach(person -> tokens.addAll(person.tokens()));
      return tokens;
    }
  }

  /** One batch after another, each until it was acknowledged. */
  private void pushUntilFinished(int port, String token) {
    String device = Id.next().toString();
    Client client = null;
    int n = 1;
    while (!finished) {
      List<Map<String, Object>> batch = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        batch.add(record(n++));
      }
      for (boolean sent = false; !sent && !finished; ) {
        try {
          if (client == null) {
            client = new Client(port).with("__Host-session=" + token);
          }
          sent = client.post("/api/sync/push", envelope(device, batch)).status() == 200;
        } catch (RuntimeException e) {
          client = null; // The server was killed: the same batch goes again.
        }
        if (sent) {
          batch.forEach(mutation -> acknowledged.add((String) mutation.get("id")));
        }
      }
    }
  }

  private void awaitMore(int count) throws InterruptedException {
    int least = acknowledged.size() + count;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (acknowledged.size() < least) {
      assertTrue(System.nanoTime() < end, "nothing more is acknowledged");
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private void compare(String when) throws SQLException {
    Set<String> before = new HashSet<>(acknowledged);
    String url = "jdbc:sqlite:" + folder.resolve("data/buurtronde.db");
    try (Connection database = DriverManager.getConnection(url);
        Statement statement = database.createStatement()) {
      Set<String> stored = new HashSet<>();
      int rows = 0;
      try (ResultSet ids = statement.executeQuery("SELECT id FROM mutation")) {
        while (ids.next()) {
          stored.add(ids.getString("id"));
          rows++;
        }
      }
      assertEquals(stored.size(), rows, when + ": doubled");
      assertTrue(stored.containsAll(before), when + ": acknowledged and not there");
      assertEquals(rows, number(statement, "SELECT COUNT(*) FROM observation"), when);
      assertEquals("ok", text(statement, "PRAGMA integrity_check"), when);
      try (ResultSet broken = statement.executeQuery("PRAGMA foreign_key_check")) {
        assertTrue(!broken.next(), when + ": a reference leads nowhere");
      }
    }
  }

  private static Map<String, Object> record(int n) {
    return Map.of(
        "n", n,
        "id", Id.next().toString(),
        "name", "observation.record",
        "entity", Id.next().toString(),
        "at", Instant.now().toString(),
        "args", Map.of("category", "lighting", "text", "lamp " + n));
  }

  private static Map<String, Object> envelope(String device, List<Map<String, Object>> mutations) {
    String clock = Instant.now().toString();
    return Map.of("proto", 1, "device", device, "clock", clock, "mutations", mutations);
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }
}
