package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process killed anywhere between a photo and its report, whichever of them goes first. */
class ReportKillTest {
  private static final int KILLS = Boolean.getBoolean("buurtronde.long") ? 100 : 2;
  private static final int PHONES = 4;
  private static final String REPORTS = "/api/public/reports";

  @TempDir Path folder;

  private final String district = Id.next().toString();
  private final Map<String, String> codes = new ConcurrentHashMap<>();
  private final Set<String> photos = ConcurrentHashMap.newKeySet();
  private final List<String> wrong = new ArrayList<>();
  private final AtomicInteger pictures = new AtomicInteger();
  private volatile boolean finished;

  @Test
  void what_was_told_to_be_in_is_there_once_and_what_is_missing_is_asked_for() throws Exception {
    try (Database database = Fresh.database(folder.resolve("data"))) {
      database.write(
          handle ->
              handle.execute(
                  "INSERT INTO district (id, name, revision) VALUES (?, 'Hof', 0)", district));
    }
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<String, String> settings = Map.of("BUURTRONDE_PUBLIC_LIMITS", "999999,999999,999999");
    try (Killable server = new Killable(folder, settings)) {
      List<Thread> phones = new ArrayList<>();
      for (int i = 0; i < PHONES; i++) {
        boolean photoFirst = i % 2 == 0;
        Thread phone = new Thread(() -> reportUntilFinished(server.port(), photoFirst));
        phone.setDaemon(true);
        phones.add(phone);
      }
      phones.forEach(Thread::start);
      for (int kill = 0; kill < KILLS; kill++) {
        awaitMore(1 + random.nextInt(30));
        server.kill();
        server.start();
      }
      awaitMore(1);
      finished = true;
      for (Thread phone : phones) {
        phone.join();
      }
      follow(new Client(server.port()));
      server.stop();
    }
    assertEquals(List.of(), wrong, "seed " + seed);
    compare("seed " + seed);
    System.out.printf("%d kills, %d reports with a photo each%n", KILLS, codes.size());
  }

  // Each step again and again until it is answered; the report then once more, as after a restart.
  private void reportUntilFinished(int port, boolean photoFirst) {
    while (!finished) {
      byte[] picture = picture(pictures.incrementAndGet());
      String sha256 = ScheduleLane.sha256(picture);
      Map<String, Object> report =
          Map.of(
              "id", Id.next().toString(),
              "district", district,
              "kind", "report",
              "category", "lighting",
              "photos", List.of(sha256));
      if (photoFirst) {
        sendPhoto(port, sha256, picture);
        sendReport(port, report, List.of());
      } else {
        sendReport(port, report, List.of(sha256));
        sendPhoto(port, sha256, picture);
        sendReport(port, report, List.of());
      }
    }
  }

  private void sendPhoto(int port, String sha256, byte[] picture) {
    String address = "/api/public/photos/" + sha256;
    Client.Answer answer = until(port, phone -> phone.putBytes(address, "image/jpeg", picture));
    note(answer.status() == 201 || answer.status() == 200, "a photo got " + answer.status());
    photos.add(sha256);
  }

  private void sendReport(int port, Map<String, Object> report, List<String> missing) {
    Client.Answer answer = until(port, phone -> phone.post(REPORTS, report));
    note(answer.status() == 201, "a report got " + answer.status());
    List<String> said = new ArrayList<>();
    answer.json().path("missingPhotos").forEach(each -> said.add(each.asText()));
    note(said.equals(missing), "missing " + missing + ", but said " + said);
    String code = answer.code();
    String before = codes.put((String) report.get("id"), code);
    note(before == null || before.equals(code), "another code than before");
  }

  // The server may be dead or starting; a phone tries again.
  private Client.Answer until(int port, Function<Client, Client.Answer> request) {
    while (true) {
      try {
        return request.apply(new Client(port));
      } catch (RuntimeException e) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
    }
  }

  private void follow(Client tenant) {
    for (String code : codes.values()) {
      JsonNode followed = tenant.get(REPORTS + "/" + code).json();
      note(followed.path("missingPhotos").isEmpty(), "still missing: " + followed);
      note(followed.at("/photos/0/stored").asBoolean(), "not stored: " + followed);
    }
  }

  private void compare(String when) {
    try (Database database = Database.open(folder.resolve("data"))) {
      List<String> ids =
          database.read(h -> h.createQuery("SELECT id FROM report").mapTo(String.class).list());
      assertEquals(codes.keySet(), Set.copyOf(ids), when);
      assertEquals(codes.size(), ids.size(), when + ": doubled");
      List<String> kept =
          database.read(h -> h.createQuery("SELECT sha256 FROM photo").mapTo(String.class).list());
      assertEquals(photos, kept.stream().collect(Collectors.toSet()), when);
      assertEquals(
          "ok",
          database.read(
              h -> h.createQuery("PRAGMA integrity_check").mapTo(String.class).one()));
      assertEquals(
          List.of(),
          database.read(h -> h.createQuery("PRAGMA foreign_key_check").mapToMap().list()));
    }
  }

  private void awaitMore(int count) throws InterruptedException {
    int least = codes.size() + count;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (codes.size() < least) {
      assertTrue(System.nanoTime() < end, "nothing more comes in: " + wrong);
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private synchronized void note(boolean right, String told) {
    if (!right) {
      wrong.add(told);
    }
  }

  private static byte[] picture(int n) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      var image = new BufferedImage(8 + n % 200, 8 + n / 200, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(image, "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
