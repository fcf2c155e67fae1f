package nl.buurtronde;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be set, read once from the environment; refuses to start when it is wrong.
 *
 * @param host the address to listen on; loopback unless told otherwise
 * @param port 0 for any free one
 * @param data the folder of the database and the photos
 * @param demo whether an empty data folder is filled with the fictional city
 * @param origin the public address behind a proxy, as {@code https://buurt.example}, or empty
 * @param proxy the one address whose X-Forwarded-For is believed, or empty
 * @param backup the folder of the copies, if there are any; "durable" then waits for them
 * @param backupEvery the time between two copies
 * @param backupKeep how long a copy is kept
 * @param dailyMutations how many mutations one account may send in a day
 * @param dailyPhotos how many photos
 */
public record Config(
    String host,
    int port,
    Path data,
    boolean demo,
    String origin,
    String proxy,
    Optional<Path> backup,
    Duration backupEvery,
    Duration backupKeep,
    int dailyMutations,
    int dailyPhotos) {
  private static final Duration BACKUP_KEEP = Duration.ofDays(30);
  private static final int DAILY_MUTATIONS = 10_000;
  private static final int DAILY_PHOTOS = 1_000;

  /** With the usual limits. */
  public Config(
      String host,
      int port,
      Path data,
      boolean demo,
      String origin,
      String proxy,
      Optional<Path> backup,
      Duration backupEvery) {
    this(
        host,
        port,
        data,
        demo,
        origin,
        proxy,
        backup,
        backupEvery,
        BACKUP_KEEP,
        DAILY_MUTATIONS,
        DAILY_PHOTOS);
  }

  public static Config read(Map<String, String> environment) {
    Reader reader = new Reader(environment);
    return new Config(
        reader.text("BUURTRONDE_HOST", "127.0.0.1"),
        reader.port("BUURTRONDE_PORT", 8080),
        Path.of(reader.text("BUURTRONDE_DATA", "data")),
        reader.flag("BUURTRONDE_DEMO"),
        reader.origin("BUURTRONDE_ORIGIN"),
        reader.text("BUURTRONDE_PROXY", ""),
        Optional.of(reader.text("BUURTRONDE_BACKUP", ""))
            .filter(text -> !text.isEmpty())
            .map(Path::of),
        reader.duration("BUURTRONDE_BACKUP_EVERY", Duration.ofHours(24)),
        reader.duration("BUURTRONDE_BACKUP_KEEP", BACKUP_KEEP),
        reader.count("BUURTRONDE_DAILY_MUTATIONS", DAILY_MUTATIONS),
        reader.count("BUURTRONDE_DAILY_PHOTOS", DAILY_PHOTOS));
  }

  private record Reader(Map<String, String> environment) {
    String text(String name, String otherwise) {
      return environment.getOrDefault(name, otherwise).trim();
    }

    int port(String name, int otherwise) {
      String text = text(name, String.valueOf(otherwise));
      if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
        throw new IllegalArgumentException(name + " must be a port from 0 to 65535");
      }
      return Integer.parseInt(text);
    }

    int count(String name, int otherwise) {
      String text = text(name, String.valueOf(otherwise));
      if (!text.matches("[1-9]\\d{0,8}")) {
        throw new IllegalArgumentException(name + " must be a number above 0");
      }
      return Integer.parseInt(text);
    }

    boolean flag(String name) {
      String text = text(name, "false");
      if (!text.equals("true") && !text.equals("false")) {
        throw new IllegalArgumentException(name + " must be true or false");
      }
      return text.equals("true");
    }

    String origin(String name) {
      String text = text(name, "");
      if (!text.isEmpty() && !text.matches("https?://[^/\\s]+")) {
        throw new IllegalArgumentException(name + " must be as https://buurt.example");
      }
      return text;
    }

    Duration duration(String name, Duration otherwise) {
      try {
        Duration duration = Duration.parse(text(name, otherwise.toString()));
        if (duration.isNegative() || duration.isZero()) {
          throw new IllegalArgumentException(name + " must be longer than nothing");
        }
        return duration;
      } catch (java.time.format.DateTimeParseException e) {
        throw new IllegalArgumentException(name + " must be as PT24H", e);
      }
    }
  }
}
