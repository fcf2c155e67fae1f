package nl.buurtronde;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.buurtronde.http.HourlyLimits;
import nl.buurtronde.notice.NoticeConfig;
import nl.buurtronde.oncall.Ladder;
import nl.buurtronde.oncall.OnCallConfig;

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
 * @param webhook where text messages go, or empty
 * @param smtp the mail server, with the sender's address, or empty
 * @param pushHosts hosts of push services beside the well-known ones
 * @param phoneCountries the dialling codes of countries that text messages go to
 * @param onCall when an alarm reaches whom
 * @param contact the phone number of who helps volunteers and tenants, or empty
 * @param association the name of the housing association
 * @param publicLimits what tenants may send in an hour
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
    int dailyPhotos,
    Optional<URI> webhook,
    Optional<URI> smtp,
    Set<String> pushHosts,
    Set<String> phoneCountries,
    OnCallConfig onCall,
    String contact,
    String association,
    HourlyLimits.Rates publicLimits) {
  /** Rings nowhere. */
  private static final String FICTIONAL = "088 000 00 00";
  private static final String FICTIONAL_NAME = "Woonvereniging Lindewaard";
  private static final String NAMELESS = "Woningcorporatie";
  private static final int LONGEST_NAME = 80;
  private static final Duration BACKUP_KEEP = Duration.ofDays(30);
  private static final Set<String> PHONE_COUNTRIES = Set.of("31", "32", "49");
  private static final int DAILY_MUTATIONS = 10_000;
  private static final int DAILY_PHOTOS = 1_000;
  private static final String PUBLIC_LIMITS = "120,600,3000";

  /** With the usual limits and ladder, and no way out but Web Push. */
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
        DAILY_PHOTOS,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        PHONE_COUNTRIES,
        OnCallConfig.DEFAULT,
        usualContact(demo),
        usualName(demo),
        HourlyLimits.Rates.parse(PUBLIC_LIMITS));
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
        reader.count("BUURTRONDE_DAILY_PHOTOS", DAILY_PHOTOS),
        reader.uri("BUURTRONDE_WEBHOOK_URL", NoticeConfig::checkWebhook),
        reader.uri("BUURTRONDE_SMTP_URL", NoticeConfig::checkSmtp),
        reader.hosts("BUURTRONDE_PUSH_HOSTS"),
        reader.countries("BUURTRONDE_PHONE_COUNTRIES"),
        new OnCallConfig(
            reader.ladder("BUURTRONDE_LADDER"),
            reader.duration("BUURTRONDE_GRACE", OnCallConfig.DEFAULT.grace()),
            reader.uri("BUURTRONDE_HEARTBEAT_URL", OnCallConfig::checkHeartbeat)),
        reader.number("BUURTRONDE_CONTACT", usualContact(reader.flag("BUURTRONDE_DEMO"))),
        reader.name("BUURTRONDE_ASSOCIATION", usualName(reader.flag("BUURTRONDE_DEMO"))),
        reader.rates("BUURTRONDE_PUBLIC_LIMITS", PUBLIC_LIMITS));
  }

  /** How messages go out; the demo needs no provider for text messages. */
  public NoticeConfig notice() {
    return new NoticeConfig(
        webhook, smtp, demo && webhook.isEmpty(), pushHosts, phoneCountries, origin);
  }

  @Override
  public String toString() {
    return "Config"; // so that no log ever shows the mail server's password
  }

  private static String usualContact(boolean demo) {
    return demo ? FICTIONAL : "";
  }

  private static String usualName(boolean demo) {
    return demo ? FICTIONAL_NAME : NAMELESS;
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

    // Never the text itself: it may hold a password.
    Optional<URI> uri(String name, Consumer<URI> check) {
      String text = text(name, "");
      if (text.isEmpty()) {
        return Optional.empty();
      }
      try {
        URI uri = new URI(text);
        check.accept(uri);
        return Optional.of(uri);
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException(name + " is not an address");
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(name + " " + e.getMessage());
      }
    }

    Set<String> hosts(String name) {
      Set<String> hosts = new LinkedHashSet<>();
      for (String host : text(name, "").split("[,\\s]+")) {
        if (!host.isEmpty() && !host.matches("[a-z0-9.-]+")) {
          throw new IllegalArgumentException(name + " must be hosts with commas between them");
        }
        hosts.add(host);
      }
      hosts.remove("");
      return Set.copyOf(hosts);
    }

    Set<String> countries(String name) {
      String text = text(name, String.join(",", PHONE_COUNTRIES));
      if (!text.matches("[1-9]\\d{0,2}(,[1-9]\\d{0,2})*")) {
        throw new IllegalArgumentException(name + " must be dialling codes, as 31,32,49");
      }
      return new LinkedHashSet<>(java.util.List.of(text.split(",")));
    }

    String number(String name, String otherwise) {
      String text = text(name, otherwise);
      if (!text.isEmpty() && !text.matches("\\+?[0-9][0-9 ()-]{1,24}")) {
        throw new IllegalArgumentException(name + " must be a phone number, as 088 123 45 67");
      }
      return text;
    }

    String name(String name, String otherwise) {
      String text = text(name, otherwise);
      if (text.isEmpty() || text.length() > LONGEST_NAME || text.matches(".*\\p{Cntrl}.*")) {
        throw new IllegalArgumentException(name + " must be a name of at most 80 characters");
      }
      return text;
    }

    Ladder ladder(String name) {
      String text = text(name, "");
      try {
        return text.isEmpty() ? OnCallConfig.DEFAULT.ladder() : Ladder.parse(text);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(name + " " + e.getMessage(), e);
      }
    }

    HourlyLimits.Rates rates(String name, String otherwise) {
      try {
        return HourlyLimits.Rates.parse(text(name, otherwise));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(name + " " + e.getMessage(), e);
      }
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
