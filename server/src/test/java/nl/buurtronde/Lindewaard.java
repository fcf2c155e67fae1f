package nl.buurtronde;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The demo's city: filled once in a run of all tests, and copied for each that wants it. */
public final class Lindewaard {
  private static Path filled;

  private Lindewaard() {}

  /** Makes a data folder of it. */
  public static Path copyTo(Path folder) {
    Path from = filled();
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path to = folder.resolve(from.relativize(file).toString());
        if (!Files.isDirectory(file)) {
          Files.copy(file, to);
        } else if (!Files.isDirectory(to)) {
          Files.createDirectories(to);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized Path filled() {
    if (filled == null) {
      try {
        String shared = System.getProperty("buurtronde.city");
        filled = shared == null ? alone() : shared(Path.of(shared));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return filled;
  }

  private static Path alone() throws IOException {
    Path folder = Files.createTempDirectory("city");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    fill(folder);
    return folder;
  }

  // Tests run in several processes: the first fills it, and removes those of earlier runs.
  private static Path shared(Path folder) throws IOException {
    Path all = folder.getParent();
    Files.createDirectories(all);
    Path guard = all.resolve("lock");
    try (FileChannel file =
        FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.lock();
      if (!Files.isDirectory(folder)) {
        try (Stream<Path> earlier = Files.list(all)) {
          earlier.filter(Files::isDirectory).forEach(Lindewaard::delete);
        }
        Path filling = all.resolve("filling");
        fill(filling);
        Files.move(filling, folder);
      }
    }
    return folder;
  }

  private static void fill(Path folder) {
    Map<String, String> settings =
        Map.of(
            "BUURTRONDE_PORT", "0",
            "BUURTRONDE_DATA", folder.toString(),
            "BUURTRONDE_DEMO", "true");
    try {
      Buurtronde.start(Config.read(settings), Clock.systemUTC()).close();
    } catch (Exception e) {
      throw new IllegalStateException("The city could not be filled", e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
