package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.notice.Endpoint;
import nl.buurtronde.notice.PushedBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process killed while signs go out: what waited comes, and what had left does not come again. */
class SignKillTest {
  private static final int PHONES = 3;

  @TempDir Path folder;

  @Test
  void killed_between_the_answer_and_its_signs_each_phone_gets_one_and_none_two()
      throws Exception {
    Lindewaard.copyTo(folder.resolve("data"));
    Map<String, String> settings =
        Map.of("BUURTRONDE_DEMO", "true", "BUURTRONDE_PUSH_HOSTS", "127.0.0.1");
    try (Endpoint service = new Endpoint(201);
        Killable server = new Killable(folder, settings)) {
      service.hanging();
      Client esra = new Client(server.port()).signIn("esra");
      for (String report : List.of("a", "b")) {
        answer(esra, followed(server.port(), esra, service, report));
      }
      await(service, 4); // more are not sent at once
      server.kill();
      service.answering();
      server.start();
      await(service, 2 * PHONES);
      server.stop();
      List<String> paths = service.all().stream().map(Endpoint.Got::path).toList();
      assertEquals(2 * PHONES, new TreeSet<>(paths).size(), paths.toString());
      assertEquals(2 * PHONES, paths.size(), paths.toString());
    }
    try (Database database = Database.open(folder.resolve("data"))) {
      String pending = "SELECT COUNT(*) FROM follower WHERE pending = 1";
      long left = database.read(h -> h.createQuery(pending).mapTo(Long.class).one());
      assertEquals(0, left);
    }
  }

  private static String followed(int port, Client esra, Endpoint service, String name)
      throws Exception {
    String id = Id.next().toString();
    Client tenant = new Client(port);
    Map<String, Object> report =
        Map.of(
            "id", id,
            "district", esra.get("/api/places").json().at("/districts/0/id").asText(),
            "kind", "report",
            "category", "lighting",
            "text", "Donker.");
    String code = tenant.post("/api/public/reports", report).code();
    for (int i = 0; i < PHONES; i++) {
      String address = "/api/public/reports/" + code + "/followers/" + Id.next();
      Map<String, Object> asked =
          Map.of(
              "subscription",
              PushedBrowser.make().subscription(service.at("/" + name + i)));
      assertEquals(204, tenant.put(address, asked).status());
    }
    return id;
  }

  private static void answer(Client esra, String id) {
    Map<String, String> words = Map.of("text", "Morgen.");
    assertEquals(201, esra.post("/api/reports/" + id + "/answers", words).status());
  }

  private static void await(Endpoint service, int many) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (service.all().size() < many) {
      assertTrue(System.nanoTime() < end, "only " + service.all().size() + " came");
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
