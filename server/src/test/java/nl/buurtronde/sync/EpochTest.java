package nl.buurtronde.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.buurtronde.Fresh;
import nl.buurtronde.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochTest {
  @TempDir Path folder;
  private Database database;
  private String first;

  @BeforeEach
  void open() {
    database = Fresh.database(folder);
    first = new Epoch(database, folder).value();
    database.write(Revisions::next);
    database.write(Revisions::next);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_restart_goes_on_in_the_same_epoch() {
    assertEquals(first, new Epoch(database, folder).value());
  }

  @Test
  void a_lost_file_counts_as_a_copy() throws Exception {
    Files.delete(folder.resolve("revision.highest"));
    assertNotEquals(first, new Epoch(database, folder).value());
  }

  @Test
  void a_copy_stays_known_until_its_new_epoch_is_stored() {
    database.write(h -> h.execute("UPDATE revision SET value = 1"));
    refuseNewEpochAtCommit();
    assertThrows(RuntimeException.class, () -> new Epoch(database, folder));
    database.write(h -> h.execute("DROP TRIGGER refuse"));
    assertNotEquals(first, new Epoch(database, folder).value());
  }

  private void refuseNewEpochAtCommit() {
    database.write(
        h -> {
          h.execute("CREATE TABLE known (id INTEGER PRIMARY KEY)");
          h.execute(
              "CREATE TABLE told (id INTEGER REFERENCES known DEFERRABLE INITIALLY DEFERRED)");
          return h.execute(
              """
              CREATE TRIGGER refuse AFTER UPDATE ON epoch
              BEGIN INSERT INTO told VALUES (1); END
              """);
        });
  }
}
