package nl.buurtronde.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole of the disk's records; photos lie beside it as files. */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int READERS = 4;

  private final Path file;
  private final HikariDataSource writing;
  private final Readers readers;
  private final Writer writer;
  // A second connection for a read inside a read could wait for itself when all readers do so.
  private final ThreadLocal<Handle> snapshot = new ThreadLocal<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  private Database(Path file) {
    this.file = file;
    this.writing = Pools.writer(file);
    Migrations.run(writing);
    HikariDataSource reading = Pools.readers(file, READERS);
    this.readers = new Readers(reading, jdbi(reading));
    Jdbi jdbi = jdbi(writing);
    jdbi.useHandle(Settings::check);
    this.writer = new Writer(jdbi, this::tellListeners);
  }

  /** Opens {@code folder/buurtronde.db}, making it when absent and migrating it when older. */
  public static Database open(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Database(folder.resolve("buurtronde.db"));
  }

  public Path file() {
    return file;
  }

  /** Runs on one snapshot; inside a write it sees that write, inside a read that snapshot. */
  public <T> T read(HandleFunction<T> work) {
    Handle current = writer.current() != null ? writer.current() : snapshot.get();
    if (current != null) {
      return work.apply(current);
    }
    return readers.read(
        handle -> {
          snapshot.set(handle);
          try {
            return work.apply(handle);
          } finally {
            snapshot.remove();
          }
        });
  }

  /**
   * Runs as one transaction and returns once it is durable. Called inside another write it joins
   * it: then only its own effects are undone when it throws, and durability is the outer one's.
   */
  public <T> T write(HandleFunction<T> work) {
    return writer.submit(work);
  }

  /**
   * Empties the log beside the file, in which what was deleted stands until it is written over.
   * False when somebody was still reading what was there before, or writing: to be tried again, as
   * waiting here would keep every writer waiting too.
   */
  public boolean emptyLog() {
    String url = "jdbc:sqlite:" + file + "?busy_timeout=0";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      return row.next() && row.getInt("busy") == 0;
    } catch (SQLException e) {
      throw new IllegalStateException("The log could not be emptied", e);
    }
  }

  /** Called after each durable commit, on the writer's thread: must be quick. */
  public void onCommit(Runnable listener) {
    listeners.add(new Listener(listener, changed -> true));
  }

  /**
   * Called so after each durable commit that changed a row of these tables, before whoever changed
   * it is answered.
   */
  public void onChange(Set<String> tables, Runnable listener) {
    listeners.add(new Listener(listener, changed -> !Collections.disjoint(tables, changed)));
  }

  private record Listener(Runnable task, Predicate<Set<String>> wants) {}

  // What is committed is committed: a listener that fails must not take the writer with it.
  private void tellListeners(Set<String> changed) {
    for (Listener listener : listeners) {
      try {
        if (listener.wants().test(changed)) {
          listener.task().run();
        }
      } catch (RuntimeException e) {
        LOG.error("A listener failed after a commit", e);
      }
    }
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
    writing.close();
  }

  private static Jdbi jdbi(HikariDataSource source) {
    Jdbi jdbi = Jdbi.create(source).installPlugin(new SqlObjectPlugin());
    Columns.register(jdbi);
    // An exception must not carry what somebody wrote into the log.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
    return jdbi;
  }
}
