package nl.buurtronde.guide;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import nl.buurtronde.Client;
import nl.buurtronde.Fresh;
import nl.buurtronde.StillClock;
import nl.buurtronde.account.AccountModule;
import nl.buurtronde.account.NewAccount;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.category.CategoryModule;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.DailyQuota;
import nl.buurtronde.http.FixedSessions;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.HttpServer;
import nl.buurtronde.http.Network;
import nl.buurtronde.http.Session;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.photo.PhotoModule;
import nl.buurtronde.place.District;
import nl.buurtronde.place.PlaceModule;
import nl.buurtronde.sync.Devices;

/** Two districts, West and Oost, the people of both, and the guide behind a real server. */
final class World implements AutoCloseable {
  private static final String PLACES =
      """
      {"type":"FeatureCollection","features":[
       {"type":"Feature","properties":{"naam":"West"},"geometry":{"type":"Polygon",
        "coordinates":[[[5.0,52.0],[5.02,52.0],[5.02,52.02],[5.0,52.02],[5.0,52.0]]]}},
       {"type":"Feature","properties":{"naam":"Oost"},"geometry":{"type":"Polygon",
        "coordinates":[[[5.02,52.0],[5.04,52.0],[5.04,52.02],[5.02,52.02],[5.02,52.0]]]}}]}""";
  private static final String COMPLEXES =
      """
      code;name;street;numbers;postcode;lat;lon;district;caretaker
      L1;De Linde;Lindelaan;1-40;1234 AB;52,012345;5,01;West;Bas
      W1;De Wilg;Wilgenpad;2-60;1235 CD;52,01;5,03;Oost;Ilse""";

  final StillClock clock = new StillClock(Instant.parse("2026-11-22T20:00:00.000Z"));
  final Database database;
  final PlaceModule place;
  final CategoryModule category;
  final AccountModule people;
  final PhotoModule photo;
  final GuideModule room;
  final Map<String, UUID> ids = new ConcurrentHashMap<>();
  private final HttpServer server;

  World(Path folder) {
    database = Fresh.database(folder);
    Audit audit = new Audit(clock);
    place = PlaceModule.create(database, audit);
    category = CategoryModule.create(database, audit);
    people =
        AccountModule.create(
            database,
            audit,
            clock,
            new Devices(database, clock),
            id -> place.places().findDistrict(id).map(District::name),
            new Network(""),
            "");
    photo = PhotoModule.create(database, folder.resolve("photos"), clock);
    room =
        GuideModule.create(
            database,
            clock,
            audit,
            people.accounts(),
            place.places(),
            category.categories(),
            photo.photos(),
            new Association("Woonvereniging <West>", "088 000 00 00"));
    Actor maker = new Actor(UUID.randomUUID(), "maker", Role.ADMIN, Set.of());
    place.places().importDistricts(maker, PLACES.getBytes(StandardCharsets.UTF_8));
    place.places().importComplexes(maker, COMPLEXES.getBytes(StandardCharsets.UTF_8));
    server =
        new HttpServer(
            "127.0.0.1",
            0,
            new Guard(new FixedSessions(this::session), ""),
            List.of(
                room.routes(),
                photo.routes(
                    (actor, sha256) -> false,
                    new DailyQuota(clock, 100, 1_000_000, "quota.photos"))));
    server.start();
  }

  /** A browser of this person, or of a tenant. */
  Client client(String name) {
    Client client = new Client(server.port());
    if (name.isEmpty()) {
      return client;
    }
    id(name);
    return client
        .header("Cookie", Guard.COOKIE + "=" + name)
        .header("X-CSRF-Token", "csrf");
  }

  Actor actor(String name) {
    return people.accounts().actor(id(name));
  }

  UUID district(String name) {
    return place.places().districts().stream()
        .filter(district -> district.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  UUID complex(String code) {
    return place.places().complexes().stream()
        .filter(complex -> complex.code().equals(code))
        .findFirst()
        .orElseThrow()
        .id();
  }

  Client.Answer guide(String district, String language) {
    String address = "/api/public/guide?district=" + district(district) + "&language=" + language;
    return client("").get(address);
  }

  static Map<String, Object> partner(Object... others) {
    return with(Map.of("kind", "youth", "name", "Jongerenwerk", "text", "Bij verveling."), others);
  }

  static Map<String, Object> rule(Object... others) {
    return with(Map.of("pictogram", "quiet", "title", "Stil", "text", "Na tien uur."), others);
  }

  private static Map<String, Object> with(Map<String, Object> usual, Object... others) {
    Map<String, Object> all = new LinkedHashMap<>(usual);
    for (int i = 0; i < others.length; i += 2) {
      all.put((String) others[i], others[i + 1]);
    }
    return all;
  }

  UUID added(String list, Map<String, Object> body) {
    UUID id = UUID.randomUUID();
    Client.Answer answer = client("esra").put("/api/guide/" + list + "/" + id, body);
    if (answer.status() != 200) {
      throw new AssertionError(answer.json());
    }
    return id;
  }

  /** A picture that this person sent, by its name. */
  String sent(String name) {
    byte[] bytes = picture(name.hashCode());
    String sha256 = sha256(bytes);
    client(name).putBytes("/api/photos/" + sha256, "image/jpeg", bytes);
    return sha256;
  }

  /** Made when a test first speaks of them: hashing a password takes most of its time. */
  UUID id(String name) {
    return ids.computeIfAbsent(
        name,
        key ->
            switch (key) {
              case "noor" -> settle(key, "Noor Bakker", Role.VOLUNTEER, "West");
              case "yusuf" -> settle(key, "Yusuf Aydın", Role.VOLUNTEER, "Oost");
              case "bas" -> settle(key, "Bas Verhoeven", Role.CARETAKER, "West");
              case "esra" -> settle(key, "Esra Yılmaz", Role.COORDINATOR);
              default -> settle(key, "Beheer", Role.ADMIN);
            });
  }

  private UUID settle(String name, String fullName, Role role, String... districts) {
    Set<UUID> where = new java.util.HashSet<>();
    for (String each : districts) {
      where.add(district(each));
    }
    var account =
        new NewAccount(name, fullName, role, where, "loop-samen-" + name, clock.instant());
    return people.accounts().add(account);
  }

  private Optional<Session> session(String token) {
    return Optional.ofNullable(ids.get(token))
        .map(
            id ->
                new Session(
                    token,
                    people.accounts().actor(id),
                    Session.State.LIVE,
                    "csrf",
                    null,
                    Instant.MAX));
  }

  private static byte[] picture(int seed) {
    try {
      BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
      image.setRGB(3, 3, seed & 0xffffff);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    photo.close();
    database.close();
  }
}
