package nl.buurtronde.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Id;
import org.jdbi.v3.core.Handle;

/**
 * Tells an older copy of the database from the database itself. A file beside it holds the highest
 * revision ever committed; a database that stands below it was put back from a copy, and gets a new
 * epoch, at which phones send again what was not yet durable. A lost file counts as a copy too.
 */
public final class Epoch {
  private static final String FILE = "revision.highest";

  private final Database database;
  private final MappedByteBuffer highest;
  private volatile String value;

  public Epoch(Database database, Path folder) {
    this.database = database;
    boolean known = Files.exists(folder.resolve(FILE));
    this.highest = map(folder.resolve(FILE));
    this.value = establish(known);
    // Only now: had the new epoch not been stored, the next start must see the copy again.
    highest.putLong(0, database.read(Revisions::current));
    database.onCommit(this::note);
  }

  public String value() {
    return value;
  }

  // A mapped write costs nothing at a commit and outlives a killed process.
  private void note() {
    long revision = database.read(Revisions::current);
    if (revision > highest.getLong(0)) {
      highest.putLong(0, revision);
    }
  }

  private String establish(boolean known) {
    return database.write(
        handle -> {
          String stored = find(handle);
          boolean isCopy = !known || Revisions.current(handle) < highest.getLong(0);
          return stored == null || isCopy ? renew(handle) : stored;
        });
  }

  private static String find(Handle handle) {
    return handle
        .createQuery("SELECT value FROM epoch WHERE id = 1")
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  private String renew(Handle handle) {
    String next = "e" + Id.next();
    Revisions.next(handle); // so that the same copy, put back once more, stands below it again
    handle.execute(
        """
        INSERT INTO epoch (id, value) VALUES (1, ?)
        ON CONFLICT (id) DO UPDATE SET value = excluded.value
        """,
        next);
    return next;
  }

  private static MappedByteBuffer map(Path file) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
