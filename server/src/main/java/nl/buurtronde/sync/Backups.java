package nl.buurtronde.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies database and photos to another folder; what a copy holds is durable for the phones. */
public final class Backups implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

  private static final Pattern OURS =
      Pattern.compile("buurtronde-\\d{4}-\\d\\d-\\d\\dT\\d{6}\\.\\d{3}Z\\.db");

  private final Database database;
  private final Clock clock;
  private final Path photos;
  private final Path target;
  private final MissingPhotos missingPhotos;
  private final Duration keep;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "backup"));

  /**
   * @param keep how long a copy stays; the newest always does
   */
  public Backups(
      Database database,
      Clock clock,
      Path photos,
      Path target,
      MissingPhotos missingPhotos,
      Duration keep) {
    this.database = database;
    this.clock = clock;
    this.photos = photos;
    this.target = target;
    this.missingPhotos = missingPhotos;
    this.keep = keep;
  }

  public void start(Duration every) {
    thread.scheduleWithFixedDelay(
        this::runAndReport, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Makes one copy and returns its file; one at a time. */
  public synchronized Path run() {
    try {
      Files.createDirectories(target);
      String name = name(clock.instant());
      Path copying = target.resolve(name + ".part");
      removeHalves();
      Map<UUID, Long> held = copy(copying);
      Map<UUID, Long> whole = withoutMissingPhotos(held);
      copyPhotos();
      Path done = Files.move(copying, target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      markDurable(whole);
      removeOld(name);
      return done;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("The copy could not be made", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void runAndReport() {
    try {
      LOG.info("Copied to {}", run());
    } catch (RuntimeException e) {
      LOG.error("The copy failed; phones keep what is not yet in one", e);
    }
  }

  // VACUUM INTO takes one snapshot while the writer goes on; it cannot run in a transaction.
  private Map<UUID, Long> copy(Path to) throws SQLException {
    try (Connection source = DriverManager.getConnection("jdbc:sqlite:" + database.file());
        var vacuum = source.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, to.toString());
      vacuum.execute();
    }
    Map<UUID, Long> held = new HashMap<>();
    try (Connection copy = DriverManager.getConnection("jdbc:sqlite:" + to);
        Statement statement = copy.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, last_n FROM device")) {
      while (rows.next()) {
        held.put(UUID.fromString(rows.getString("id")), rows.getLong("last_n"));
      }
    }
    return held;
  }

  private void copyPhotos() throws IOException {
    if (!Files.isDirectory(photos)) {
      return;
    }
    try (Stream<Path> files = Files.walk(photos)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jpg")).toList()) {
        Path to = target.resolve("photos").resolve(photos.relativize(file));
        try {
          if (!Files.exists(to) || Files.size(to) != Files.size(file)) {
            copyPhoto(file, to);
          }
          Files.setLastModifiedTime(to, FileTime.from(clock.instant())); // last seen here
        } catch (NoSuchFileException e) {
          LOG.info("A photo was removed while the copy was made");
        }
      }
    }
    removeGone();
  }

  // What was removed here, as its time was over or somebody took it back, goes from the copies as
  // late as the last database that names it.
  private void removeGone() throws IOException {
    FileTime oldest = FileTime.from(clock.instant().minus(keep));
    Path copies = target.resolve("photos");
    if (!Files.isDirectory(copies)) {
      return;
    }
    try (Stream<Path> files = Files.walk(copies)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jpg")).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
          Files.delete(file);
        }
      }
    }
  }

  // Whole or not there: phones let go of what is said to be in the copy.
  private static void copyPhoto(Path file, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Path copying = to.resolveSibling(to.getFileName() + ".part");
    Files.copy(file, copying, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(copying, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(copying, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void removeHalves() throws IOException {
    try (Stream<Path> files = Files.walk(target)) {
      for (Path half : files.filter(f -> f.toString().endsWith(".part")).toList()) {
        Files.delete(half);
      }
    }
  }

  // Its name tells when it was made; what an administrator put here under another name stays.
  private void removeOld(String newest) throws IOException {
    String oldest = name(clock.instant().minus(keep));
    try (Stream<Path> files = Files.list(target)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (OURS.matcher(name).matches() && name.compareTo(oldest) < 0 && !name.equals(newest)) {
          Files.delete(file);
        }
      }
    }
  }

  private static String name(Instant at) {
    return "buurtronde-" + Columns.text(at).replace(":", "") + ".db";
  }

  // A phone whose photos are not all in keeps everything until the next copy. Judged before the
  // photos are copied: one that comes in meanwhile may have been passed by.
  private Map<UUID, Long> withoutMissingPhotos(Map<UUID, Long> held) {
    return database.read(
        handle ->
            new DeviceDao(handle).list().stream()
                .filter(device -> held.containsKey(device.id()))
                .filter(device -> missingPhotos.of(handle, device.account()).isEmpty())
                .collect(Collectors.toMap(Device::id, device -> held.get(device.id()))));
  }

  private void markDurable(Map<UUID, Long> whole) {
    database.write(
        handle -> {
          whole.forEach(new DeviceDao(handle)::durable);
          return null;
        });
  }
}
