package nl.buurtronde.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
  private static final String PHOTO = "ab/cd.jpg";

  @TempDir Path folder;
  private final UUID phone = Id.next();
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("data"));
    database.write(
        h -> {
          DeviceDao devices = h.attach(DeviceDao.class);
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

  private void copy(MissingPhotos missing) {
    Path photos = folder.resolve("data/photos");
    Path copies = folder.resolve("copies");
    try (var backups = new Backups(database, Clock.systemUTC(), photos, copies, missing)) {
      backups.run();
    }
  }

  private long durable() {
    return database.read(h -> h.attach(DeviceDao.class).find(phone)).orElseThrow().durableN();
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
