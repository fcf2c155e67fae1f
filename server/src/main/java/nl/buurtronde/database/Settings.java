package nl.buurtronde.database;

import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads back what the connection really has; a silently missing pragma is a lost guarantee. */
final class Settings {
  private static final Map<String, String> EXPECTED =
      Map.of(
          "journal_mode", "wal",
          "synchronous", "2",
          "foreign_keys", "1",
          "busy_timeout", "10000",
          "trusted_schema", "0",
          "secure_delete", "1");
  private static final int[] LEAST_VERSION = {3, 51, 3};

  private Settings() {}

  /** Throws when a setting is not as it must be, or SQLite is older than 3.51.3. */
  static void check(Handle handle) {
    EXPECTED.forEach(
        (pragma, expected) -> {
          String found = handle.createQuery("PRAGMA " + pragma).mapTo(String.class).one();
          if (!expected.equals(found)) {
            throw new IllegalStateException(pragma + " is " + found + ", must be " + expected);
          }
        });
    String version = handle.createQuery("SELECT sqlite_version()").mapTo(String.class).one();
    if (isOlder(version)) {
      throw new IllegalStateException("SQLite " + version + " is older than 3.51.3");
    }
  }

  private static boolean isOlder(String version) {
    String[] parts = version.split("\\.");
    for (int i = 0; i < LEAST_VERSION.length; i++) {
      int difference = Integer.parseInt(parts[i]) - LEAST_VERSION[i];
      if (difference != 0) {
        return difference < 0;
      }
    }
    return false;
  }
}
