package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with its own clock, threads and a provider of text messages. */
class AlarmJourneyTest {
  @TempDir Path folder;

  @Test
  void a_pair_overdue_calls_rung_by_rung_until_somebody_takes_it_on_and_closes_it_with_a_reason()
      throws Exception {
    try (Webhook webhook = new Webhook();
        Buurtronde server = start(webhook, "PT0S,PT1S,PT2S,PT4S")) {
      Walker noor = new Walker(server.port(), "noor");
      Walker kim = new Walker(server.port(), "kim");
      Client bas = new Client(server.port()).signIn("bas");
      JsonNode round = Walker.walk(noor, kim, Duration.ofSeconds(2));
      assertEquals(
          List.of("bas", "esra"), round.get("watchedBy").findValuesAsText("name"), round.toString());
      List<Webhook.Got> got = webhook.awaitAlarm(2);
      String alarm = got.get(0).alarm();
      assertEquals(List.of(2, 3), got.stream().map(Webhook.Got::step).toList());
      assertEquals("+31600000001", got.get(0).message().get("phone").asText());
      assertFalse(got.get(0).message().get("practice").asBoolean());

      String address = "/api/alarms/" + alarm;
      assertEquals(403, noor.client().post(address + "/acknowledgement", null).status());
      assertEquals(204, bas.post(address + "/acknowledgement", null).status());
      Client esra = new Client(server.port()).signIn("esra");
      Client.Answer second = esra.post(address + "/acknowledgement", null);
      assertEquals(409, second.status());
      assertTrue(second.json().get("message").asText().contains("Bas Verhoeven"));
      JsonNode seen = bas.get(address).json();
      assertEquals("acknowledged", seen.get("state").asText());
      assertEquals(
          Instant.parse(seen.get("acknowledgedAt").asText()).plusSeconds(4),
          Instant.parse(seen.get("nextStepAt").asText()));
      assertEquals(round.get("id"), seen.get("round"));
      assertEquals("+31600000011", phoneOf(seen, "noor"));
      assertEquals("handed", seen.at("/steps/1/deliveries/0/state").asText());

      noor.say("round.checkIn", UUID.fromString(round.get("id").asText()), Map.of());
      kim.say("round.finish", UUID.fromString(round.get("id").asText()), Map.of());
      assertEquals("acknowledged", bas.get(address).json().get("state").asText());
      assertEquals(422, bas.post(address + "/closure", Map.of("reason", " ")).status());
      assertEquals(204, bas.post(address + "/closure", Map.of("reason", "Gesproken")).status());

      int before = webhook.about(alarm).size();
      String exercise = esra.post("/api/alarms/practice", null).json().get("id").asText();
      List<Webhook.Got> marked = webhook.await(exercise, 3);
      assertTrue(marked.stream().allMatch(one -> one.message().get("practice").asBoolean()));
      assertTrue(marked.get(0).message().get("text").asText().startsWith("OEFENING"));
      assertEquals(before, webhook.about(alarm).size());
    }
  }

  @Test
  void of_two_who_take_it_on_at_once_one_has_it_and_the_other_hears_who() throws Exception {
    try (Webhook webhook = new Webhook();
        Buurtronde server = start(webhook, "PT0S,PT5M,PT10M,PT20M")) {
      Client noor = new Client(server.port()).signIn("noor");
      Map<String, Client> both = new LinkedHashMap<>();
      both.put("Bas Verhoeven", new Client(server.port()).signIn("bas"));
      both.put(fullName(server.port(), "esra"), new Client(server.port()).signIn("esra"));
      for (int i = 0; i < 10; i++) {
        String alarm = Id.next().toString();
        assertEquals(201, noor.post("/api/alarms", Map.of("id", alarm)).status());
        String address = "/api/alarms/" + alarm;
        CyclicBarrier start = new CyclicBarrier(2);
        Map<String, Client.Answer> answers = new ConcurrentHashMap<>();
        List<Thread> takers =
            both.entrySet().stream()
                .map(
                    each ->
                        new Thread(
                            () -> {
                              await(start);
                              answers.put(
                                  each.getKey(),
                                  each.getValue().post(address + "/acknowledgement", null));
                            }))
                .toList();
        takers.forEach(Thread::start);
        for (Thread taker : takers) {
          taker.join();
        }
        JsonNode seen = both.get("Bas Verhoeven").get(address).json();
        String owner = seen.at("/acknowledgedBy/fullName").asText();
        assertEquals(204, answers.remove(owner).status());
        Client.Answer other = answers.values().iterator().next();
        assertEquals(409, other.status());
        assertEquals("alarm.acknowledged", other.json().get("code").asText());
        assertTrue(other.json().get("message").asText().contains(owner));
        both.get("Bas Verhoeven").post(address + "/closure", Map.of("reason", "Klaar"));
      }
    }
  }

  @Test
  void a_provider_that_fails_or_hangs_is_passed_by_and_when_nothing_works_the_heartbeat_stops()
      throws Exception {
    try (Webhook webhook = new Webhook();
        Buurtronde server = start(webhook, "PT0S,PT5M,PT10M,PT20M")) {
      Client noor = new Client(server.port()).signIn("noor");
      Client esra = new Client(server.port()).signIn("esra");
      webhook.awaitBeats(1);
      assertEquals("ok", health(esra));
      for (int failing : new int[] {500, 0}) {
        webhook.answer = message -> message.get("step").asInt() == 2 ? failing : 204;
        String alarm = Id.next().toString();
        assertEquals(201, noor.post("/api/alarms", Map.of("id", alarm)).status());
        // Minutes before the ladder's own time.
        List<Webhook.Got> got = webhook.await(alarm, 2);
        assertEquals(List.of(2, 3), got.stream().map(Webhook.Got::step).toList());
        esra.post("/api/alarms/" + alarm + "/closure", Map.of("reason", "Klaar"));
      }
      webhook.answer = message -> 500;
      String alarm = Id.next().toString();
      noor.post("/api/alarms", Map.of("id", alarm));
      webhook.await(alarm, 3);
      until(() -> health(esra).equals("red"));
      assertFalse(esra.get("/api/watch").json().get("channels").asBoolean());
    }
  }

  private Buurtronde start(Webhook webhook, String ladder) {
    Config config =
        Config.read(
            Map.of(
                "BUURTRONDE_PORT", "0",
                "BUURTRONDE_DATA", Lindewaard.copyTo(folder).toString(),
                "BUURTRONDE_DEMO", "true",
                "BUURTRONDE_LADDER", ladder,
                "BUURTRONDE_GRACE", "PT1S",
                "BUURTRONDE_WEBHOOK_URL", webhook.url("/hook"),
                "BUURTRONDE_HEARTBEAT_URL", webhook.url("/beat")));
    return Buurtronde.start(config, Clock.systemUTC());
  }

  private static String fullName(int port, String name) {
    Client client = new Client(port).signIn(name);
    return client.get("/api/session").json().at("/account/fullName").asText();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String phoneOf(JsonNode alarm, String name) {
    for (JsonNode member : alarm.get("members")) {
      if (member.get("name").asText().equals(name)) {
        return member.get("phone").asText();
      }
    }
    return null;
  }

  private static String health(Client client) {
    return client.get("/api/health").json().get("status").asText();
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it does not come to that");
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
