package nl.buurtronde.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    database.write(h -> h.execute("CREATE TABLE word (text TEXT NOT NULL UNIQUE)"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_write_that_throws_leaves_nothing_and_takes_nobody_with_it() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(9);
    Future<Integer> first = threads.submit(() -> database.write(h -> waitFor(busy, h)));
    List<Future<Integer>> others =
        IntStream.range(0, 8)
            .mapToObj(i -> threads.submit(() -> database.write(h -> add(h, i))))
            .toList();
    busy.countDown();
    first.get();
    for (int i = 0; i < others.size(); i++) {
      Future<Integer> other = others.get(i);
      if (i % 2 == 0) {
        other.get();
      } else {
        assertThrows(ExecutionException.class, other::get);
      }
    }
    threads.shutdown();
    assertEquals(List.of("start", "word 0", "word 2", "word 4", "word 6"), words());
  }

  @Test
  void what_goes_wrong_with_a_statement_does_not_say_what_somebody_wrote() {
    String secret = "mevrouw De Vries is eenzaam";
    database.write(h -> h.execute("INSERT INTO word (text) VALUES (?)", secret));
    RuntimeException twice =
        assertThrows(
            RuntimeException.class,
            () -> database.write(h -> h.execute("INSERT INTO word (text) VALUES (?)", secret)));
    StringWriter log = new StringWriter();
    twice.printStackTrace(new PrintWriter(log));
    assertFalse(log.toString().contains("De Vries"), log::toString);
  }

  @Test
  void a_listener_that_fails_does_not_end_the_writing() {
    database.onCommit(
        () -> {
          throw new IllegalStateException("nobody listens");
        });
    database.write(h -> add(h, 2));
    database.write(h -> add(h, 4));
    assertEquals(List.of("word 2", "word 4"), words());
  }

  @Test
  void who_follows_a_table_hears_of_it_before_the_writer_is_answered_and_of_no_other() {
    AtomicInteger heard = new AtomicInteger();
    database.write(h -> h.execute("CREATE TABLE other (text TEXT)"));
    database.onChange(java.util.Set.of("word"), heard::incrementAndGet);
    database.write(h -> h.execute("INSERT INTO other (text) VALUES ('elsewhere')"));
    assertEquals(0, heard.get());
    database.write(h -> add(h, 0));
    assertEquals(1, heard.get());
    database.write(h -> h.execute("UPDATE word SET text = 'other' WHERE text = 'none'"));
    assertEquals(1, heard.get());
    assertThrows(IllegalStateException.class, () -> database.write(h -> add(h, 1)));
    database.write(h -> h.execute("DELETE FROM word WHERE text = 'word 0'"));
    assertTrue(heard.get() >= 2);
  }

  @Test
  void writes_that_wait_together_share_one_commit() throws Exception {
    AtomicInteger commits = new AtomicInteger();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(9);
    Future<Integer> first =
        threads.submit(
            () ->
                database.write(
                    h -> {
                      begun.countDown();
                      return waitFor(busy, h);
                    }));
    begun.await();
    database.onCommit(commits::incrementAndGet);
    CountDownLatch submitted = new CountDownLatch(8);
    List<Future<Integer>> others =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    threads.submit(
                        () -> {
                          submitted.countDown();
                          return database.write(h -> add(h, 2 * i));
                        }))
            .toList();
    submitted.await();
    busy.countDown();
    first.get();
    for (Future<Integer> other : others) {
      other.get();
    }
    threads.shutdown();
    assertTrue(commits.get() < 9, "commits: " + commits.get());
  }

  @Test
  void an_inner_write_that_throws_undoes_only_itself() {
    database.write(
        outer -> {
          add(outer, 0);
          assertThrows(
              IllegalStateException.class,
              () ->
                  database.write(
                      inner -> {
                        add(inner, 2);
                        throw new IllegalStateException();
                      }));
          return add(outer, 4);
        });
    assertEquals(List.of("word 0", "word 4"), words());
  }

  @Test
  void a_read_inside_a_write_sees_that_write() {
    int seen =
        database.write(
            h -> {
              add(h, 0);
              return database.read(DatabaseTest::count);
            });
    assertEquals(1, seen);
  }

  @Test
  void a_read_stays_on_its_snapshot() {
    database.read(
        h -> {
          assertEquals(0, count(h));
          inAnotherThread(() -> database.write(w -> add(w, 0)));
          assertEquals(0, count(h));
          return null;
        });
    assertEquals(List.of("word 0"), words());
  }

  @Test
  void a_full_disk_fails_the_write_and_harms_none_after_it() {
    int pages = database.write(h -> pragma(h, "page_count"));
    database.write(h -> pragma(h, "max_page_count = " + (pages + 3)));
    assertThrows(RuntimeException.class, () -> database.write(h -> fillUp(h, true)));
    assertThrows(RuntimeException.class, () -> database.write(h -> fillUp(h, false)));
    database.write(h -> pragma(h, "max_page_count = 1000000"));
    assertThrows(IllegalStateException.class, () -> database.write(h -> add(h, 1)));
    database.write(h -> add(h, 2));
    assertEquals(List.of("word 2"), words());
  }

  @Test
  void readers_cannot_write() {
    assertThrows(RuntimeException.class, () -> database.read(h -> add(h, 0)));
  }

  @Test
  void a_newer_database_is_refused_by_an_older_program() throws SQLException {
    database.close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database.file());
        var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO flyway_schema_history
            (installed_rank, version, description, type, script, checksum, installed_by,
             installed_on, execution_time, success)
          VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 1, '', '2030-01-01', 1, 1)
          """);
    }
    assertThrows(RuntimeException.class, () -> Database.open(folder));
  }

  @Test
  void a_setting_that_does_not_hold_is_refused() {
    database.write(
        h -> {
          Settings.check(h);
          return null;
        });
    assertThrows(
        IllegalStateException.class,
        () -> {
          var jdbi = org.jdbi.v3.core.Jdbi.create("jdbc:sqlite:" + folder.resolve("plain.db"));
          jdbi.useHandle(Settings::check);
        });
  }

  private static int waitFor(CountDownLatch latch, Handle h) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return h.execute("INSERT INTO word (text) VALUES ('start')");
  }

  private static int add(Handle h, int i) {
    int rows = h.execute("INSERT INTO word (text) VALUES (?)", "word " + i);
    if (i % 2 == 1) {
      throw new IllegalStateException("an odd word");
    }
    return rows;
  }

  // As a room does: a piece of its own inside the write, of which something was written before.
  private int fillUp(Handle h, boolean inside) {
    add(h, 0);
    String text = "x".repeat(100_000);
    return inside
        ? database.write(inner -> inner.execute("INSERT INTO word (text) VALUES (?)", text))
        : h.execute("INSERT INTO word (text) VALUES (?)", text);
  }

  private static int pragma(Handle h, String name) {
    return h.createQuery("PRAGMA " + name).mapTo(Integer.class).one();
  }

  private static int count(Handle h) {
    return h.createQuery("SELECT COUNT(*) FROM word").mapTo(Integer.class).one();
  }

  private List<String> words() {
    return database.read(
        h -> h.createQuery("SELECT text FROM word ORDER BY text").mapTo(String.class).list());
  }

  private static void inAnotherThread(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
