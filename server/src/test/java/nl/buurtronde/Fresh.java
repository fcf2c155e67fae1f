package nl.buurtronde;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.buurtronde.database.Database;

/** Databases for tests: the migrations run once, and each new one is a copy of what they made. */
public final class Fresh {
  private static final String FILE = "buurtronde.db";
  private static Path made;

  private Fresh() {}

  /** Opens the one in this folder, which may be there already. */
  public static Database database(Path folder) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(FILE);
      if (Files.notExists(file)) {
        Files.copy(made(), file);
      }
      return Database.open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized Path made() throws IOException {
    if (made == null) {
      Path folder = Files.createTempDirectory("migrated");
      Database.open(folder).close();
      made = folder.resolve(FILE);
      folder.toFile().deleteOnExit();
      made.toFile().deleteOnExit();
    }
    return made;
  }
}
