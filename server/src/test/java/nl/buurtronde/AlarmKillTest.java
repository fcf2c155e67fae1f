package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
  private static final int KILLS = Boolean.getBoolean("buurtronde.long") ? 100 : 2;
  private static final Duration WALK = Duration.ofSeconds(2);
  private static final Duration GRACE = Duration.ofSeconds(1);
  // From before the deadline until the second rung has been called.
  private static final int KILLED_WITHIN_MILLISECONDS = 6_000;

  @TempDir Path folder;

  private final List<Long> milliseconds = new ArrayList<>();
  private Webhook webhook;

  @Test
  void killed_across_a_deadline_no_alarm_is_missed_and_nobody_is_called_twice_for_a_step()
      throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Lindewaard.copyTo(folder.resolve("data"));
    try (Webhook hook = new Webhook();
        Killable server = new Killable(folder, settings(hook))) {
      webhook = hook;
      int port = server.port();
      Walker noor = new Walker(port, "noor");
      Walker kim = new Walker(port, "kim");
      Client esra = new Client(port).signIn("esra");
      for (int kill = 0; kill < KILLS; kill++) {
        JsonNode round = Walker.walk(noor, kim, WALK);
        server.killAfter(random.nextInt(KILLED_WITHIN_MILLISECONDS));
        server.start();
        noor.again(port);
        kim.again(port);
        esra = new Client(port).with(esra.header("Cookie"));
        String alarm = alarmOf(esra, round, "after kill " + kill + " of seed " + seed);
        note(round, webhook.await(alarm, 1).get(0));
        noor.say("round.finish", UUID.fromString(round.get("id").asText()), Map.of());
        String closure = "/api/alarms/" + alarm + "/closure";
        assertEquals(204, esra.post(closure, Map.of("reason", "Terug")).status());
      }
      server.stop();
      compare(seed);
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

  private static Map<String, String> settings(Webhook hook) {
    return Map.of(
        "BUURTRONDE_DEMO", "true",
        "BUURTRONDE_LADDER", "PT0S,PT1S,PT3S,PT5S",
        "BUURTRONDE_GRACE", GRACE.toString(),
        "BUURTRONDE_WEBHOOK_URL", hook.url("/hook"));
  }
}
