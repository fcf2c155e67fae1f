package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process killed somewhere around a deadline: every alarm comes, and nothing of it twice. */
class AlarmKillTest {
  private static final int KILLS = Boolean.getBoolean("buurtronde.long") ? 100 : 3;
  private static final Duration WALK = Duration.ofSeconds(2);
  private static final Duration GRACE = Duration.ofSeconds(1);
  // From before the deadline until the second rung has been called.
  private static final int KILLED_WITHIN_MILLISECONDS = 6_000;

  @TempDir Path folder;

  private final List<Long> milliseconds = new ArrayList<>();
  private Webhook webhook;
  private int port;
  private Process process;

  @Test
  void killed_across_a_deadline_no_alarm_is_missed_and_nobody_is_called_twice_for_a_step()
      throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    port = freePort();
    try (Webhook hook = new Webhook()) {
      webhook = hook;
      process = start();
      Walker noor = new Walker(port, "noor");
      Walker kim = new Walker(port, "kim");
      Client esra = new Client(port).signIn("esra");
      for (int kill = 0; kill < KILLS; kill++) {
        JsonNode round = Walker.walk(noor, kim, WALK);
        process.waitFor(random.nextInt(KILLED_WITHIN_MILLISECONDS), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        process = start();
        noor.again(port);
        kim.again(port);
        esra = new Client(port).with(esra.header("Cookie"));
        String alarm = alarmOf(esra, round, "after kill " + kill + " of seed " + seed);
        note(round, webhook.await(alarm, 1).get(0));
        noor.say("round.finish", UUID.fromString(round.get("id").asText()), Map.of());
        String closure = "/api/alarms/" + alarm + "/closure";
        assertEquals(204, esra.post(closure, Map.of("reason", "Terug")).status());
      }
      process.destroy();
      process.waitFor();
      compare(seed);
    } finally {
      process.destroyForcibly();
    }
    Collections.sort(milliseconds);
    System.out.printf(
        "%d kills, %d messages; from deadline and grace to the first: %.1f, %.1f, %.1f s"
            + " (min, median, max, with the time it took to start again)%n",
        KILLS,
        webhook.got().size(),
        milliseconds.get(0) / 1000.0,
        milliseconds.get(KILLS / 2) / 1000.0,
        milliseconds.get(KILLS - 1) / 1000.0);
  }

  private void compare(long seed) {
    List<String> keys = new ArrayList<>(webhook.got().stream().map(Webhook.Got::key).toList());
    new HashSet<>(keys).forEach(keys::remove);
    assertEquals(List.of(), keys, "called twice, seed " + seed);
  }

  private void note(JsonNode round, Webhook.Got first) {
    Instant deadline = Instant.parse(round.get("dueBackAt").asText()).plus(GRACE);
    milliseconds.add(first.at() - deadline.toEpochMilli());
  }

  private String alarmOf(Client esra, JsonNode round, String when) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      List<String> found = new ArrayList<>();
      for (JsonNode alarm : esra.get("/api/alarms").json().get("alarms")) {
        if (alarm.get("round").equals(round.get("id"))) {
          found.add(alarm.get("id").asText());
        }
      }
      if (!found.isEmpty()) {
        assertEquals(1, found.size(), when);
        return found.get(0);
      }
      assertTrue(System.nanoTime() < end, "no alarm " + when);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private Process start() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "nl.buurtronde.Buurtronde");
    Map<String, String> environment = builder.environment();
    environment.put("BUURTRONDE_PORT", String.valueOf(port));
    environment.put("BUURTRONDE_DATA", folder.resolve("data").toString());
    environment.put("BUURTRONDE_DEMO", "true");
    environment.put("BUURTRONDE_LADDER", "PT0S,PT1S,PT3S,PT5S");
    environment.put("BUURTRONDE_GRACE", GRACE.toString());
    environment.put("BUURTRONDE_WEBHOOK_URL", webhook.url("/hook"));
    builder.redirectErrorStream(true);
    Path log = folder.resolve("server.log");
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process started = builder.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!isHealthy()) {
      boolean waiting = started.isAlive() && System.nanoTime() < end;
      assertTrue(waiting, () -> "it does not start: " + read(log));
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return started;
  }

  private boolean isHealthy() {
    try {
      return new Client(port).get("/api/health").status() == 200;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
