package nl.buurtronde.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.buurtronde.Fresh;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PhotosTest {
  private static final Actor NOOR = new Actor(Id.next(), "noor", Role.VOLUNTEER, Set.of());
  private static final Actor KIM = new Actor(Id.next(), "kim", Role.VOLUNTEER, Set.of());
  private static final PhotoAccess NOBODY = (actor, sha256) -> false;

  @TempDir Path data;
  private Database database;
  private PhotoModule room;
  private Photos photos;

  @BeforeEach
  void open() {
    database = Fresh.database(data);
    room = PhotoModule.create(database, data.resolve("photos"), Clock.systemUTC());
    photos = room.photos();
  }

  @AfterEach
  void close() {
    room.close();
    database.close();
  }

  @Test
  void a_photo_is_kept_under_the_name_of_the_bytes_that_were_sent() throws IOException {
    byte[] sent = Pictures.withSegment(Pictures.jpeg(), 0xe1, Pictures.exif(6));
    String name = Pictures.sha256(sent);
    assertTrue(store(sent).fresh());
    assertTrue(photos.has(name));
    Path folder = data.resolve("photos").resolve(name.substring(0, 2));
    Path file = folder.resolve(name.substring(2) + ".jpg");
    assertEquals(file, photos.file(name));
    assertEquals(32, Pictures.read(Files.readAllBytes(file)).getWidth());
    Photo row = photos.find(name).orElseThrow();
    assertEquals(Files.size(file), row.storedBytes());
    assertEquals(32, row.width());
    assertEquals(64, row.height());
    assertEquals(NOOR.id(), row.accountId());
  }

  @Test
  void sending_it_again_changes_nothing() throws IOException {
    store(Pictures.jpeg());
    List<Path> before = files();
    assertFalse(store(Pictures.jpeg()).fresh());
    assertEquals(before, files());
  }

  @Test
  void who_knows_the_name_but_not_the_bytes_learns_nothing() {
    String name = Pictures.sha256(Pictures.jpeg());
    Refusal absent = refused(() -> store(name, new byte[] {1}));
    store(Pictures.jpeg());
    Refusal present = refused(() -> store(name, new byte[] {1}));
    assertEquals("photo.hash", absent.key());
    assertEquals("photo.hash", present.key());
  }

  @Test
  void many_at_once_keep_it_once() throws Exception {
    byte[] sent = Pictures.jpeg();
    var start = new CountDownLatch(1);
    Callable<Stored> sending =
        () -> {
          start.await();
          return store(sent);
        };
    var people = Executors.newFixedThreadPool(8);
    try {
      var answers = new ArrayList<Future<Stored>>();
      for (int i = 0; i < 8; i++) {
        answers.add(people.submit(sending));
      }
      start.countDown();
      int fresh = 0;
      for (var answer : answers) {
        fresh += answer.get().fresh() ? 1 : 0;
      }
      assertEquals(1, fresh);
      assertEquals(1, files().size());
    } finally {
      people.shutdown();
    }
  }

  @Test
  void zero_bytes_are_refused_with_their_number_and_the_right_bytes_are_welcome_later() {
    byte[] sent = Pictures.jpeg();
    String name = Pictures.sha256(sent);
    Refusal refusal = refused(() -> store(name, new byte[0]));
    assertEquals(Reason.UNPROCESSABLE, refusal.reason());
    assertEquals("photo.hash", refusal.key());
    assertEquals(0L, refusal.args()[0]);
    assertTrue(store(name, sent).fresh());
  }

  @Test
  void a_name_that_is_no_hash_is_refused_before_anything_is_read() {
    InputStream untouchable =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("read");
          }
        };
    String good = Pictures.sha256(Pictures.jpeg());
    for (String name :
        List.of("", "..", "../" + good.substring(3), good.toUpperCase(), good + "0", good + "\n")) {
      assertEquals("photo.name", refused(() -> photos.store(NOOR, name, untouchable)).key());
      assertEquals("photo.name", refused(() -> photos.file(name)).key());
      assertEquals("photo.name", refused(() -> photos.getFile(NOOR, name, NOBODY)).key());
    }
  }

  @Test
  void ten_megabytes_and_one_byte_are_too_much_while_they_stream_in() throws IOException {
    byte[] large = new byte[(10 << 20) + 1];
    Refusal refusal = refused(() -> store(Pictures.sha256(large), large));
    assertEquals(Reason.TOO_LARGE, refusal.reason());
    byte[] allowed = Arrays.copyOf(large, 10 << 20);
    assertEquals("photo.type.other", refused(() -> store(allowed)).key());
    assertEquals(List.of(), files());
  }

  @Test
  void nothing_is_left_of_what_was_refused() throws IOException {
    refused(() -> store(Pictures.sha256(Pictures.jpeg()), new byte[3]));
    refused(() -> store(Pictures.ascii("GIF89a")));
    refused(() -> store(Arrays.copyOf(Pictures.jpeg(), 300)));
    InputStream cut =
        new InputStream() {
          private int left = 50;

          @Override
          public int read() throws IOException {
            if (left-- > 0) {
              return 7;
            }
            throw new IOException("connection reset");
          }
        };
    String name = Pictures.sha256(Pictures.jpeg());
    assertEquals(Reason.INVALID, refused(() -> photos.store(NOOR, name, cut)).reason());
    assertEquals(List.of(), files());
    assertFalse(photos.has(name));
  }

  @Test
  void what_a_stop_left_half_received_is_removed_at_the_next_start() throws IOException {
    Path leftover = data.resolve("photos/.incoming/half");
    Files.write(leftover, new byte[100]);
    store(Pictures.jpeg());
    PhotoModule.create(database, data.resolve("photos"), Clock.systemUTC()).close();
    assertEquals(List.of(photos.file(Pictures.sha256(Pictures.jpeg()))), files());
  }

  @Test
  void a_photo_whose_file_is_lost_is_asked_for_again() throws IOException {
    byte[] sent = Pictures.jpeg();
    String name = Pictures.sha256(sent);
    String other = "0".repeat(64);
    store(sent);
    assertEquals(List.of(other), photos.missing(List.of(name, other, other)));
    Files.delete(photos.file(name));
    assertEquals(List.of(other, name), photos.missing(List.of(other, name)));
    store(sent);
    assertTrue(photos.has(name));
  }

  @Test
  void a_file_without_its_row_is_replaced_by_the_next_attempt() throws IOException {
    byte[] sent = Pictures.jpeg();
    String name = Pictures.sha256(sent);
    Files.createDirectories(photos.file(name).getParent());
    Files.write(photos.file(name), new byte[] {1, 2, 3});
    assertFalse(photos.has(name));
    assertTrue(store(sent).fresh());
    assertEquals(64, Pictures.read(Files.readAllBytes(photos.file(name))).getWidth());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_full_disk_leaves_nothing_behind_and_is_no_reason_to_restart() throws IOException {
    Path root = data.resolve("photos");
    try (var darkroom = new Darkroom(1, Duration.ofMinutes(1), Duration.ofMinutes(1))) {
      var names = new ArrayList<>(List.of("full", "upload", "full", "later", "last"));
      var folder = new PhotoFolder(root, () -> names.remove(0));
      var filling = new Photos(database, folder, darkroom, Clock.systemUTC());
      Path full = root.resolve(".incoming/full");
      for (int i = 0; i < 2; i++) {
        Files.createSymbolicLink(full, Path.of("/dev/full"));
        var e = assertThrows(UncheckedIOException.class, () -> store(filling));
        assertTrue(e.getCause().getMessage().contains("No space left"), e.getMessage());
        assertEquals(List.of(), files());
      }
      assertTrue(store(filling).fresh());
    }
  }

  @Test
  void a_full_database_keeps_no_half_photo() {
    database.write(handle -> handle.execute("PRAGMA max_page_count = 1"));
    int before = database.read(PhotosTest::count);
    RuntimeException failure = null;
    for (int i = 1; i < 200 && failure == null; i++) {
      try {
        store(Pictures.jpeg(i, 1));
      } catch (RuntimeException e) {
        failure = e;
      }
    }
    assertTrue(String.valueOf(failure).contains("SQLITE_FULL"), String.valueOf(failure));
    database.write(handle -> handle.execute("PRAGMA max_page_count = 1000000"));
    assertTrue(store(Pictures.jpeg(300, 1)).fresh());
    assertTrue(database.read(PhotosTest::count) > before);
  }

  @Test
  void a_photo_is_seen_by_who_sent_it_and_by_who_may_see_what_it_belongs_to() {
    byte[] sent = Pictures.jpeg();
    String name = Pictures.sha256(sent);
    store(sent);
    assertEquals(photos.file(name), photos.getFile(NOOR, name, NOBODY));
    PhotoAccess kim = (actor, sha256) -> actor.equals(KIM) && sha256.equals(name);
    assertEquals(photos.file(name), photos.getFile(KIM, name, kim));
    Refusal foreign = refused(() -> photos.getFile(KIM, name, NOBODY));
    Refusal unknown = refused(() -> photos.getFile(KIM, "0".repeat(64), (actor, sha256) -> true));
    assertEquals(Reason.NOT_FOUND, foreign.reason());
    assertEquals(foreign.key(), unknown.key());
  }

  @Test
  void arrival_is_told_once_inside_the_transaction_that_records_it() {
    var heard = new ArrayList<String>();
    photos.onStored(
        (handle, sha256, sender) -> {
          assertTrue(handle.attach(PhotoDao.class).find(sha256).isPresent());
          heard.add(sha256);
        });
    store(Pictures.jpeg());
    store(Pictures.jpeg());
    assertEquals(List.of(Pictures.sha256(Pictures.jpeg())), heard);
  }

  @Test
  void the_original_is_nowhere_on_the_disk() throws IOException {
    byte[] sent = Pictures.withSegment(Pictures.jpeg(), 0xfe, Pictures.ascii("geheim spoor"));
    store(sent);
    for (Path file : files()) {
      assertFalse(new String(Files.readAllBytes(file), "ISO-8859-1").contains("geheim spoor"));
    }
    byte[] kept = Files.readAllBytes(files().get(0));
    assertArrayEquals(PhotoCleaner.clean(sent, () -> false).jpeg(), kept);
  }

  private Stored store(byte[] bytes) {
    return store(Pictures.sha256(bytes), bytes);
  }

  private Stored store(String name, byte[] bytes) {
    return photos.store(NOOR, name, new ByteArrayInputStream(bytes));
  }

  private static Stored store(Photos photos) {
    byte[] sent = Pictures.jpeg();
    return photos.store(NOOR, Pictures.sha256(sent), new ByteArrayInputStream(sent));
  }

  private static int count(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM photo").mapTo(Integer.class).one();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(data.resolve("photos"))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Refusal refused(Runnable work) {
    return assertThrows(Refusal.class, work::run);
  }
}
