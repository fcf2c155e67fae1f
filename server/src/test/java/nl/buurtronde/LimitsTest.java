package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.sync.Revisions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What one account may ask of the server before it is told to wait. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class LimitsTest {
  @TempDir Path folder;
  private Buurtronde server;
  private Client kim;

  @BeforeEach
  void start() {
    server =
        Buurtronde.start(
            Config.read(
                Map.of(
                    "BUURTRONDE_PORT", "0",
                    "BUURTRONDE_DATA", folder.toString(),
                    "BUURTRONDE_DAILY_MUTATIONS", "3",
                    "BUURTRONDE_DAILY_PHOTOS", "2",
                    "BUURTRONDE_PUBLIC_LIMITS", "1,1,1")),
            Clock.systemUTC());
    kim = person("kim");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_phone_that_sent_more_than_a_day_holds_keeps_the_rest_until_tomorrow() {
    String phone = Id.next().toString();
    assertEquals(200, kim.post("/api/sync/push", push(phone, 1, 2)).status());
    assertEquals(200, kim.post("/api/sync/push", push(phone, 3, 4)).status());
    Client.Answer full = kim.post("/api/sync/push", push(phone, 5, 5));
    assertWaits(full, "quota.mutations");
    assertEquals(4, count("SELECT MAX(n) FROM mutation"));
    assertEquals(4, count("SELECT last_n FROM device"));

    Client noor = person("noor");
    assertEquals(200, noor.post("/api/sync/push", push(Id.next().toString(), 1, 2)).status());
  }

  @Test
  void so_does_one_with_more_photos_than_a_day_holds_however_bad_they_are() throws IOException {
    assertEquals(201, kim.putBytes(address(picture(1)), "image/jpeg", picture(1)).status());
    assertEquals(422, kim.putBytes(address(picture(2)), "image/jpeg", picture(3)).status());
    assertWaits(kim.putBytes(address(picture(3)), "image/jpeg", picture(3)), "quota.photos");
    assertEquals(1, count("SELECT COUNT(*) FROM photo"));
  }

  @Test
  void of_too_many_open_pages_the_oldest_hears_nothing_any_more() throws IOException {
    List<BufferedReader> lines = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      lines.add(live());
    }
    server.database().write(Revisions::next);
    for (BufferedReader open : lines.subList(1, 17)) {
      assertTrue(open.lines().anyMatch("event: changed"::equals));
    }
    assertTrue(lines.get(0).lines().noneMatch("event: changed"::equals));
  }

  @Test
  void whom_to_call_is_told_also_after_a_flood_of_reports_and_guesses() {
    String wijk = Id.next().toString();
    server
        .database()
        .write(
            handle ->
                handle.execute(
                    "INSERT INTO district (id, name, revision) VALUES (?, 'Linden', 0)", wijk));
    Client tenant = new Client(server.port());
    int status = 201;
    for (int i = 0; i < 200 && status != 429; i++) {
      status = tenant.post("/api/public/reports", report(wijk)).status();
    }
    assertEquals(429, status);
    assertEquals(404, tenant.get("/api/public/reports/x").status());
    status = 404;
    for (int i = 0; i < 200 && status != 429; i++) {
      status = tenant.get("/api/public/reports/x").status();
    }
    assertEquals(429, status);
    for (int i = 0; i < 200; i++) {
      assertEquals(200, tenant.get("/numbers").status());
      assertEquals(200, tenant.get("/api/public/districts").status());
      assertEquals(200, tenant.get("/api/public/guide?district=" + wijk).status());
    }
  }

  private static Map<String, Object> report(String district) {
    return Map.of("id", Id.next().toString(), "district", district, "category", "lighting");
  }

  private Client person(String name) {
    String id = Id.next().toString();
    String always = "9999-01-01T00:00:00.000Z";
    server
        .database()
        .write(
            handle -> {
              handle.execute(
                  """
                  INSERT INTO account (id, name, full_name, role, password, created_at)
                  VALUES (?, ?, 'Iemand', 'volunteer', '', ?)
                  """,
                  id, name, always);
              return handle.execute(
                  """
                  INSERT INTO session (token_hash, account_id, created_at, last_seen_at, expires_at)
                  VALUES (?, ?, ?, ?, ?)
                  """,
                  ScheduleLane.sha256(name.getBytes()), id, always, always, always);
            });
    return new Client(server.port()).with("__Host-session=" + name);
  }

  private static void assertWaits(Client.Answer answer, String code) {
    assertEquals(429, answer.status());
    assertEquals(code, answer.code());
    assertTrue(answer.json().get("message").asText().contains("op uw telefoon"));
    long seconds = Long.parseLong(answer.header("Retry-After"));
    assertTrue(seconds > 0 && seconds <= 86_401, seconds + " seconds");
  }

  private BufferedReader live() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(kim.origin() + "/api/live"))
            .header("Cookie", kim.header("Cookie"))
            .header("Accept", "text/event-stream")
            .build();
    try {
      var body = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body();
      BufferedReader lines = new BufferedReader(new InputStreamReader(body));
      assertEquals(": open", lines.readLine());
      return lines;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> push(String phone, int first, int last) {
    List<Map<String, Object>> mutations = new ArrayList<>();
    for (int n = first; n <= last; n++) {
      mutations.add(
          Map.of(
              "n", n,
              "id", Id.next().toString(),
              "name", "observation.withdraw",
              "entity", Id.next().toString(),
              "at", "2026-11-22T09:00:00.000Z",
              "args", Map.of()));
    }
    return Map.of(
        "proto", 1,
        "device", phone,
        "clock", "2026-11-22T09:00:00.000Z",
        "mutations", mutations);
  }

  private long count(String sql) {
    return server.database().read(h -> h.createQuery(sql).mapTo(Long.class).one());
  }

  private static String address(byte[] bytes) {
    return "/api/photos/" + ScheduleLane.sha256(bytes);
  }

  private static byte[] picture(int width) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 8, BufferedImage.TYPE_INT_RGB), "jpeg", out);
    return out.toByteArray();
  }
}
