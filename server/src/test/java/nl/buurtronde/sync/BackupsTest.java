package nl.buurtronde.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.buurtronde.Fresh;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final String PHOTO = "ab/cd.jpg";

  @TempDir Path folder;
  private final UUID phone = Id.next();
  private Database database;

  @BeforeEach
  void open() {
    database = Fresh.database(folder.resolve("data"));
    database.write(
        h -> {
          DeviceDao devices = new DeviceDao(h);
          devices.seen(phone, Id.next(), Instant.EPOCH);
          devices.pushed(phone, 7, 0, Instant.EPOCH);
          return null;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_photo_that_a_stop_left_half_copied_is_copied_again() {
    write(folder.resolve("data/photos").resolve(PHOTO), "whole");
    write(folder.resolve("copies/photos").resolve(PHOTO), "wh");
    copy((handle, account) -> List.of());
    assertEquals("whole", copied());
    assertEquals(7, durable());
  }

  @Test
  void what_is_called_durable_has_its_photos_in_the_copy() {
    Path photo = folder.resolve("data/photos").resolve(PHOTO);
    write(folder.resolve("data/photos/ab/ef.jpg"), "another");
    copy(
        (handle, account) -> {
          write(photo, "whole"); // it comes in just now
          return List.of();
        });
    assertEquals(7, durable());
    assertEquals("whole", copied());
  }

  @Test
  void a_phone_whose_photos_are_not_all_in_keeps_everything() {
    copy((handle, account) -> List.of("ab"));
    assertEquals(0, durable());
  }

  @Test
  void a_copy_is_kept_for_thirty_days_and_what_was_never_whole_not_at_all() throws IOException {
    Path copies = folder.resolve("copies");
    for (String name :
        List.of(
            "buurtronde-2026-10-23T090000.000Z.db",
            "buurtronde-2026-10-23T085959.999Z.db",
            "buurtronde-2024-01-01T000000.000Z.db",
            "buurtronde-2026-11-21T090000.000Z.db.part",
            "photos/ab/cd.jpg.part",
            "buurtronde-before-the-move.db")) {
      write(copies.resolve(name), "something");
    }
    copy((handle, account) -> List.of());
    try (Stream<Path> left = Files.walk(copies)) {
      assertEquals(
          List.of(
              "buurtronde-2026-10-23T090000.000Z.db",
              "buurtronde-2026-11-22T090000.000Z.db",
              "buurtronde-before-the-move.db"),
          left.filter(Files::isRegularFile)
              .map(file -> copies.relativize(file).toString())
              .sorted()
              .toList());
    }
  }

  @Test
  void a_photo_that_was_removed_is_kept_as_long_as_the_copies_that_name_it() throws IOException {
    Path photo = folder.resolve("data/photos").resolve(PHOTO);
    write(photo, "whole");
    write(folder.resolve("data/photos/ab/ef.jpg"), "another");
    copy(NOW);
    Files.delete(photo);
    copy(NOW.plus(Duration.ofDays(30)));
    assertEquals("whole", copied());
    copy(NOW.plus(Duration.ofDays(30)).plusMillis(1));
    assertFalse(Files.exists(folder.resolve("copies/photos").resolve(PHOTO)));
    assertTrue(Files.exists(folder.resolve("copies/photos/ab/ef.jpg")));
  }

  private void copy(MissingPhotos missing) {
    copy(NOW, missing);
  }

  private void copy(Instant now) {
    copy(now, (handle, account) -> List.of());
  }

  private void copy(Instant now, MissingPhotos missing) {
    Path photos = folder.resolve("data/photos");
    Path copies = folder.resolve("copies");
    try (var backups =
        new Backups(
            database, Clock.fixed(now, ZoneOffset.UTC), photos, copies, missing, Duration.ofDays(30))) {
      backups.run();
    }
  }

  private long durable() {
    return database.read(h -> new DeviceDao(h).find(phone)).orElseThrow().durableN();
  }

  private String copied() {
    try {
      return Files.readString(folder.resolve("copies/photos").resolve(PHOTO));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
