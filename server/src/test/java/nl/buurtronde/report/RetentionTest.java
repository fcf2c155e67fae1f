package nl.buurtronde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import nl.buurtronde.Client;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.notice.PushedBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a tenant is kept longer than need be. */
class RetentionTest {
  private static final Map<String, Object> CLOSURE = Map.of("outcome", "solved", "text", "Klaar.");

  private World world;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new World(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_concern_goes_thirty_days_after_it_was_closed_and_an_open_one_stays() {
    Map<String, Object> body = world.report("kind", "concern", "text", "MERKTEKEN");
    String code = world.sent(body);
    world.sent(world.report("kind", "concern"));
    Client esra = world.as(world.esra);
    String one = "/api/concerns/" + body.get("id");
    esra.post(one + "/answers", Map.of("text", "MERKTEKEN terug"));
    esra.post(one + "/closure", CLOSURE);
    after(Duration.ofDays(29));
    esra = world.as(world.esra);
    esra.post(one + "/reopening", Map.of("text", "Toch."));
    esra.post(one + "/closure", CLOSURE);
    after(Duration.ofDays(29));
    assertEquals(2, world.count("SELECT COUNT(*) FROM concern"));
    after(Duration.ofDays(1));
    after(Duration.ZERO);
    assertEquals(1, world.count("SELECT COUNT(*) FROM concern"));
    assertEquals(0, world.count("SELECT COUNT(*) FROM concern_message"));
    assertEquals(0, world.count("SELECT COUNT(*) FROM concern_event"));
    assertEquals(404, world.tenant().get("/api/public/reports/" + code).status());
    assertEquals(404, world.as(world.esra).get(one).status());
    assertEquals(1, runs("concern"));
  }

  @Test
  void contact_data_go_thirty_days_after_closing_and_the_report_stays() {
    Map<String, Object> body = world.report("contact", Map.of("phone", "0612345678"));
    String code = world.sent(body);
    world.sent(world.report("contact", Map.of("email", "open@voorbeeld.nl")));
    close(body);
    after(Duration.ofDays(29));
    assertEquals(2, contacts());
    after(Duration.ofDays(1));
    after(Duration.ZERO);
    assertEquals(1, contacts());
    assertEquals(1, runs("report-contact"));
    assertEquals(200, world.tenant().get("/api/public/reports/" + code).status());
    assertEquals(code, world.sent(body));
    assertEquals(1, contacts());
  }

  @Test
  void a_sign_goes_thirty_days_after_closing_and_with_a_concern() throws Exception {
    Map<String, Object> report = world.report();
    Map<String, Object> open = world.report();
    Map<String, Object> concern = world.report("kind", "concern");
    for (Map<String, Object> body : List.of(report, open, concern)) {
      String address = "/api/public/reports/" + world.sent(body) + "/followers/" + Id.next();
      URI service = URI.create("http://127.0.0.1:9/push");
      Map<String, Object> asked =
          Map.of("subscription", PushedBrowser.make().subscription(service));
      assertEquals(204, world.tenant().put(address, asked).status());
    }
    close(report);
    world.as(world.esra).post("/api/concerns/" + concern.get("id") + "/closure", CLOSURE);
    after(Duration.ofDays(29));
    assertEquals(3, world.count("SELECT COUNT(*) FROM follower"));
    after(Duration.ofDays(1));
    after(Duration.ZERO);
    assertEquals(1, world.count("SELECT COUNT(*) FROM follower"));
    assertEquals(
        1, world.count("SELECT COUNT(*) FROM follower WHERE subject_id = ?", open.get("id")));
    assertEquals(1, runs("report-follower"));
  }

  @Test
  void photos_go_ninety_days_after_closing_and_what_no_report_names_after_a_day() {
    byte[] named = World.picture(9);
    byte[] unnamed = World.picture(10);
    byte[] shared = World.picture(11);
    for (byte[] each : List.of(named, unnamed, shared)) {
      assertEquals(201, PublicPhotoTest.put(world.tenant(), each).status());
    }
    String address = "/api/photos/" + PublicPhotoTest.sha256(shared);
    assertEquals(201, world.as(world.noor).putBytes(address, "image/jpeg", shared).status());
    Map<String, Object> body = world.report("photos", List.of(PublicPhotoTest.sha256(named)));
    world.sent(body);
    after(Duration.ofHours(23));
    assertTrue(isKept(unnamed));
    after(Duration.ofHours(2));
    assertFalse(isKept(unnamed));
    assertTrue(isKept(named));
    assertTrue(isKept(shared), "a volunteer sent it too");
    assertEquals(200, world.as(world.noor).get(address).status());

    close(body);
    after(Duration.ofDays(89));
    assertTrue(isKept(named));
    after(Duration.ofDays(1));
    after(Duration.ZERO);
    assertFalse(isKept(named));
    assertEquals(
        0, world.as(world.bas).get("/api/reports/" + body.get("id")).json().get("photos").size());
    assertEquals(201, PublicPhotoTest.put(world.tenant(), named).status());
  }

  @Test
  void of_what_went_nothing_is_left_in_the_files_either() throws Exception {
    Client esra = world.as(world.esra);
    List<String> old = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean goes = i % 3 != 0;
      String words = (goes ? "MERKTEKEN " : "Blijft ").repeat(1 + 17 * (i % 11));
      Map<String, Object> body = world.report("kind", "concern", "text", words);
      body.put("contact", Map.of("email", (goes ? "merkteken" : "blijft") + i + "@post.example"));
      world.sent(body);
      esra.post("/api/concerns/" + body.get("id") + "/questions", Map.of("text", words));
      Map<String, Object> report =
          world.report("contact", Map.of("email", "merkteken" + i + "@post.example"));
      world.sent(report);
      if (goes) {
        old.add((String) body.get("id"));
      }
      close(report);
    }
    for (String id : old) {
      esra.post("/api/concerns/" + id + "/closure", Map.of("outcome", "solved", "text", "MERKTEKEN"));
    }
    assertFalse(filesWith("merkteken").isEmpty(), "the search itself finds nothing");
    after(Duration.ofDays(31));
    assertEquals(20, world.count("SELECT COUNT(*) FROM concern"));
    assertEquals(List.of(), filesWith("merkteken"));
    assertFalse(filesWith("blijft").isEmpty(), "the open ones are gone too");
  }

  @Test
  void a_photo_that_a_report_names_at_the_last_moment_stays() throws Exception {
    byte[] picture = World.picture(9);
    assertEquals(201, PublicPhotoTest.put(world.tenant(), picture).status());
    world.clock.pass(Duration.ofDays(2));
    Map<String, Object> body = world.report("photos", List.of(PublicPhotoTest.sha256(picture)));
    CountDownLatch writing = new CountDownLatch(1);
    Thread busy = waiting(() -> world.database.write(handle -> await(writing)));
    Thread names = waiting(() -> world.room.inbox().send(sending(body), "10.0.0.1"));
    Thread removes = waiting(() -> world.room.retention().removeUnnamed(world.clock.instant()));
    writing.countDown();
    for (Thread each : List.of(busy, names, removes)) {
      each.join();
    }
    assertTrue(isKept(picture));
  }

  // Begun in this order, each has what it read before the other was kept.
  private static Thread waiting(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private static Sending sending(Map<String, Object> body) {
    return Sending.read(Json.mapper().convertValue(body, Sending.Body.class));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> filesWith(String words) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(world.folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (bytes.toLowerCase(Locale.ROOT).contains(words)) {
          found.add(file.getFileName().toString());
        }
      }
    }
    return found;
  }

  private void close(Map<String, Object> body) {
    String one = "/api/reports/" + body.get("id");
    assertEquals(204, world.as(world.bas).post(one + "/closure", CLOSURE).status());
  }

  private void after(Duration time) {
    world.clock.pass(time);
    world.room.retention().run();
  }

  private boolean isKept(byte[] picture) {
    return Files.exists(world.photo.photos().file(PublicPhotoTest.sha256(picture)));
  }

  private long contacts() {
    return world.count(
        "SELECT COUNT(*) FROM report WHERE phone IS NOT NULL OR email IS NOT NULL");
  }

  private long runs(String what) {
    return world.count(
        "SELECT COUNT(*) FROM audit WHERE action = 'retention.run' AND entity = ?", what);
  }
}
