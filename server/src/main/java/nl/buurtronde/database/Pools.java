package nl.buurtronde.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The two HikariCP pools on one SQLite file. */
final class Pools {
  private static final int BUSY_MILLISECONDS = 10_000;
  private static final String CHECKPOINT_PAGES = "4000"; // 16 MB, written in one go

  private Pools() {}

  static HikariDataSource writer(Path file) {
    SQLiteConfig sqlite = settings();
    sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    // What a savepoint would undo stays in memory, and not in a file of its own.
    sqlite.setTempStore(SQLiteConfig.TempStore.MEMORY);
    sqlite.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, CHECKPOINT_PAGES);
    return pool("writer", file, sqlite, 1, false);
  }

  static HikariDataSource readers(Path file, int size) {
    SQLiteConfig sqlite = settings();
    sqlite.setReadOnly(true);
    return pool("readers", file, sqlite, size, true);
  }

  // sqlite-jdbc runs only the first PRAGMA of a string, so each is a connection property.
  private static SQLiteConfig settings() {
    SQLiteConfig sqlite = new SQLiteConfig();
    sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
    sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    sqlite.enforceForeignKeys(true);
    sqlite.setBusyTimeout(BUSY_MILLISECONDS);
    sqlite.enableLoadExtension(false);
    sqlite.setGetGeneratedKeys(false); // else each INSERT is followed by a question for its rowid
    sqlite.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
    return sqlite;
  }

  private static HikariDataSource pool(
      String name, Path file, SQLiteConfig sqlite, int size, boolean readOnly) {
    SQLiteDataSource source = new SQLiteDataSource(sqlite);
    source.setUrl("jdbc:sqlite:" + file);
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(size);
    config.setReadOnly(readOnly);
    config.setMaxLifetime(0);
    config.setConnectionTimeout(30_000);
    config.setConnectionInitSql("PRAGMA trusted_schema = OFF");
    return new HikariDataSource(config);
  }
}
