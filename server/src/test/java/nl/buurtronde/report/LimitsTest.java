package nl.buurtronde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.buurtronde.Client;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in from people without an account within an hour, and no more. */
class LimitsTest {
  private static final String ADDRESS = "/api/public/reports";

  private World world;

  @TempDir Path folder;

  @BeforeEach
  void open() {
    world = new World(folder, "2,3,4");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void one_network_fills_its_hour_and_no_other_s() {
    assertEquals(201, send("10.0.0.1", world.report()));
    assertEquals(201, send("10.0.0.1", world.report()));
    Client.Answer full = world.tenant("10.0.0.1").post(ADDRESS, world.report());
    assertEquals(429, full.status());
    assertEquals("public.many.phone", full.code());
    assertTrue(full.json().get("message").asText().contains(World.PHONE));
    assertEquals("3601", full.header("Retry-After"));
    assertEquals(201, send("10.0.0.2", world.report()));
    world.clock.pass(Duration.ofMinutes(59));
    assertEquals(429, send("10.0.0.1", world.report()));
    world.clock.pass(Duration.ofMinutes(1));
    assertEquals(201, send("10.0.0.1", world.report()));
  }

  @Test
  void a_flood_of_reports_leaves_room_for_a_worry_about_somebody() {
    for (int i = 0; i < 3; i++) {
      assertEquals(201, send("10.0.1." + i, world.report()));
    }
    assertEquals(201, send("10.0.1.4", world.report("district", world.molen.toString())));
    assertEquals(429, send("10.0.1.9", world.report("district", world.molen.toString())));
    Map<String, Object> worry = world.report("kind", "concern");
    Client tenant = world.tenant("10.0.1.9");
    Client.Answer sent = tenant.post(ADDRESS, worry);
    assertEquals(201, sent.status());
    String replies = ADDRESS + "/" + sent.json().get("code").asText() + "/replies";
    Map<String, Object> reply = Map.of("id", Id.next().toString(), "text", "Op nummer 8.");
    assertEquals(201, tenant.post(replies, reply).status());
  }

  @Test
  void all_of_an_ipv6_network_counts_as_one() {
    assertEquals(201, send("2001:db8:1:2::1", world.report()));
    assertEquals(201, send("2001:db8:1:2:ffff::9", world.report()));
    assertEquals(429, send("2001:db8:1:2:3::5", world.report()));
    assertEquals(201, send("2001:db8:1:3::5", world.report()));
  }

  @Test
  void a_network_that_somebody_claims_on_a_line_of_its_own_is_not_believed() throws Exception {
    HttpRequest.Builder claim =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + ADDRESS + "/x"));
    int status = 404;
    int guesses = 0;
    HttpClient client = HttpClient.newHttpClient();
    for (; status == 404 && guesses < 100; guesses++) {
      HttpRequest request =
          claim
              .copy()
              .header("X-Forwarded-For", "10.1.1." + guesses)
              .header("X-Forwarded-For", "10.0.0.1")
              .build();
      status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
    assertEquals(429, status);
    assertEquals(404, world.tenant("10.0.0.2").get(ADDRESS + "/x").status());
  }

  @Test
  void one_district_and_all_together_have_an_end_too() {
    for (int i = 0; i < 3; i++) {
      assertEquals(201, send("10.0.1." + i, world.report()));
    }
    assertEquals(429, send("10.0.1.9", world.report()));
    String molen = world.molen.toString();
    assertEquals(201, send("10.0.1.9", world.report("district", molen)));
    assertEquals(429, send("10.0.1.10", world.report("district", molen)));
    assertEquals(4, world.count("SELECT COUNT(*) FROM report"));
  }

  @Test
  void what_is_known_or_refused_costs_nothing() {
    Map<String, Object> known = world.report();
    for (int i = 0; i < 5; i++) {
      assertEquals(201, send("10.0.0.1", known));
      assertEquals(400, send("10.0.0.1", world.report("category", null)));
      assertEquals(409, send("10.0.0.1", world.report("id", known.get("id"), "text", "x")));
    }
    assertEquals(201, send("10.0.0.1", world.report()));
    assertEquals(201, send("10.0.0.1", known));
    assertEquals(429, send("10.0.0.1", world.report()));
  }

  @Test
  void replies_count_and_the_same_one_again_does_not() {
    String code = world.sent(world.report());
    String replies = ADDRESS + "/" + code + "/replies";
    Map<String, Object> reply = Map.of("id", Id.next().toString(), "text", "Is er nieuws?");
    Client tenant = world.tenant("10.0.0.1");
    assertEquals(201, tenant.post(replies, reply).status());
    assertEquals(201, tenant.post(replies, reply).status());
    Map<String, Object> next = Map.of("id", Id.next().toString(), "text", "Nog steeds donker.");
    assertEquals(201, tenant.post(replies, next).status());
    Map<String, Object> more = Map.of("id", Id.next().toString(), "text", "Hallo?");
    assertEquals(429, tenant.post(replies, more).status());
    assertEquals(2, world.count("SELECT COUNT(*) FROM report_message"));
  }

  @Test
  void photos_have_four_times_as_many_and_a_known_one_is_free() {
    Client tenant = world.tenant("10.0.0.1");
    for (int width = 1; width <= 8; width++) {
      assertEquals(201, PublicPhotoTest.put(tenant, World.picture(width)).status());
    }
    assertEquals(429, PublicPhotoTest.put(tenant, World.picture(9)).status());
    assertEquals(200, PublicPhotoTest.put(tenant, World.picture(1)).status());
    Client other = world.tenant("10.0.0.2");
    assertEquals(201, PublicPhotoTest.put(other, World.picture(9)).status());
  }

  @Test
  void who_asks_for_similar_reports_over_and_over_must_wait_and_can_still_report() {
    String similar = ADDRESS + "?district=" + world.linden + "&category=lighting";
    Client tenant = world.tenant("10.0.0.1");
    for (int i = 0; i < 40; i++) {
      assertEquals(200, tenant.get(similar).status());
      assertEquals(400, tenant.get(similar + "&lat=x").status());
    }
    Client.Answer full = tenant.get(similar);
    assertEquals(429, full.status());
    assertEquals("3601", full.header("Retry-After"));
    assertEquals(200, world.tenant("10.0.0.2").get(similar).status());
    assertEquals(201, send("10.0.0.1", world.report()));
    world.clock.pass(Duration.ofHours(1));
    assertEquals(200, tenant.get(similar).status());
  }

  @Test
  void photos_that_no_report_waits_for_are_limited_in_bytes_too() {
    world.close();
    world = new World(folder.resolve("roomy"));
    Client tenant = world.tenant("10.0.0.1");
    byte[] picture = World.picture(7);
    world.sent(world.report("photos", List.of(PublicPhotoTest.sha256(picture))));
    for (int n = 0; n < 4; n++) { // 9 MB each, and 30 MB in an hour
      assertEquals(201, PublicPhotoTest.put(tenant, padded(n)).status());
    }
    // A small one: who is refused while still sending much may not hear why.
    assertEquals(429, PublicPhotoTest.put(tenant, World.picture(99)).status());
    assertEquals(201, PublicPhotoTest.put(tenant, picture).status());
    assertEquals(201, PublicPhotoTest.put(world.tenant("10.0.0.2"), padded(99)).status());
  }

  /** A picture that takes its time: nine megabytes of nothing behind it. */
  private static byte[] padded(int n) {
    byte[] picture = World.picture(20 + n);
    return Arrays.copyOf(picture, 9_000_000);
  }

  @Test
  void guesses_of_what_a_report_holds_must_wait_like_those_of_codes() {
    Map<String, Object> report = world.report();
    assertEquals(201, send("10.0.0.1", report));
    for (int i = 0; i < 40; i++) {
      assertEquals(201, send("10.0.0.2", report)); // who holds it may repeat it
    }
    int guesses = 0;
    int status;
    do {
      status = send("10.0.0.3", world.report("id", report.get("id"), "text", "Lamp " + guesses));
      guesses++;
    } while (status == 409 && guesses < 100);
    assertEquals(429, status);
    assertTrue(guesses > 20 && guesses < 40, guesses + " guesses");
  }

  @Test
  void guesses_of_codes_must_wait_and_who_knows_theirs_is_not_counted() {
    String code = world.sent(world.report());
    Client tenant = world.tenant("10.0.0.1");
    for (int i = 0; i < 100; i++) {
      assertEquals(200, tenant.get(ADDRESS + "/" + code).status());
    }
    int guesses = 0;
    while (tenant.get(ADDRESS + "/0000-0000-0000-0000-00000-00000").status() == 404) {
      guesses++;
    }
    Client.Answer waits = tenant.get(ADDRESS + "/" + code);
    assertEquals(429, waits.status());
    assertTrue(Integer.parseInt(waits.header("Retry-After")) > 0);
    assertTrue(guesses > 20 && guesses < 40, guesses + " guesses");
    assertEquals(200, world.tenant("10.0.0.2").get(ADDRESS + "/" + code).status());
    world.clock.pass(Duration.ofMinutes(5));
    assertEquals(200, tenant.get(ADDRESS + "/" + code).status());
  }

  private int send(String address, Map<String, Object> body) {
    return world.tenant(address).post(ADDRESS, body).status();
  }
}
