package nl.buurtronde.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import nl.buurtronde.Client;
import nl.buurtronde.Fresh;
import nl.buurtronde.StillClock;
import nl.buurtronde.account.AccountModule;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.concern.ConcernModule;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.DailyQuota;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.HourlyLimits;
import nl.buurtronde.http.HttpServer;
import nl.buurtronde.http.Network;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.notice.NoticeConfig;
import nl.buurtronde.notice.NoticeModule;
import nl.buurtronde.observation.ObservationModule;
import nl.buurtronde.photo.PhotoModule;
import nl.buurtronde.place.PlaceModule;
import nl.buurtronde.place.Places;
import nl.buurtronde.sync.Devices;

/** Two districts, the office, and tenants without a name; over HTTP as in the real program. */
final class World implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
  static final String PHONE = "088 123 45 67";

  final StillClock clock = new StillClock(START);
  final Database database;
  final Path folder;
  final NoticeModule notice;
  final PhotoModule photo;
  final ConcernModule concern;
  final ReportModule room;
  final AccountModule people;
  final UUID linden = Id.next();
  final UUID molen = Id.next();
  final UUID lindeflat = Id.next();
  final UUID molenhof = Id.next();
  final Actor noor;
  final Actor bas;
  final Actor mirjam;
  final Actor esra;
  final Actor admin;
  private final Supplier<ReportModule> reports;
  private final HttpServer server;

  World(Path folder) {
    this(folder, "1000,10000,100000");
  }

  World(Path folder, String limits) {
    this(folder, limits, Set.of("127.0.0.1"));
  }

  /** @param pushHosts of the push services; without any nothing is pushed */
  World(Path folder, String limits, Set<String> pushHosts) {
    this.folder = folder;
    database = Fresh.database(folder);
    Audit audit = new Audit(clock);
    Network network = new Network("127.0.0.1");
    people =
        AccountModule.create(
            database,
            audit,
            clock,
            new Devices(database, clock),
            id -> Optional.of("wijk"),
            network,
            "");
    Places places = PlaceModule.create(database, audit).places();
    photo = PhotoModule.create(database, folder.resolve("photos"), clock);
    ObservationModule observation =
        ObservationModule.create(database, clock, audit, people.accounts(), places);
    NoticeConfig channels =
        new NoticeConfig(Optional.empty(), Optional.empty(), false, pushHosts, "");
    notice = NoticeModule.create(database, clock, audit, people.accounts(), channels);
    concern =
        ConcernModule.create(database, clock, audit, people.accounts(), notice.signs());
    reports =
        () ->
            ReportModule.create(
                database,
                clock,
                audit,
                people.accounts(),
                places,
                photo.photos(),
                observation.observations(),
                concern,
                network,
                HourlyLimits.Rates.parse(limits),
                PHONE,
                folder.resolve("report.key"));
    room = reports.get();
    photo.photos().onStored(room.reports()::photoStored);
    district(linden, "Linden");
    district(molen, "Molen");
    complex(lindeflat, "L-01", linden, 52.0, 5.0);
    complex(molenhof, "M-01", molen, 52.1, 5.1);
    noor = person("noor", Role.VOLUNTEER, linden);
    bas = person("bas", Role.CARETAKER, linden);
    mirjam = person("mirjam", Role.CARETAKER, molen);
    esra = person("esra", Role.COORDINATOR);
    admin = person("admin", Role.ADMIN);
    server =
        new HttpServer(
            "127.0.0.1",
            0,
            new Guard(people.sessions(), ""),
            List.of(
                observation.routes(),
                concern.routes(),
                room.routes(),
                photo.routes(
                    room.reports(),
                    new DailyQuota(clock, 1_000, 1_000_000, "quota.photos"))));
    server.start();
  }

  int port() {
    return server.port();
  }

  /** The room as the next start makes it, with the key that lies there then. */
  ReportModule startedAgain() {
    return reports.get();
  }

  List<String> routes() {
    return server.routes();
  }

  /** Somebody with a phone and no account. */
  Client tenant() {
    return new Client(server.port());
  }

  /** The same on another network, as the proxy tells. */
  Client tenant(String address) {
    return tenant().header("X-Forwarded-For", address);
  }

  Client as(Actor actor) {
    String token = people.sessions().start(actor.id());
    Client client = new Client(server.port());
    client.header("Cookie", Guard.COOKIE + "=" + token);
    return client.header("X-CSRF-Token", people.sessions().find(token).orElseThrow().csrf());
  }

  /** A report of a broken lamp, to be changed by what follows: name and value in turn. */
  Map<String, Object> report(Object... changes) {
    Map<String, Object> body = new HashMap<>();
    body.put("id", Id.next().toString());
    body.put("district", linden.toString());
    body.put("kind", "report");
    body.put("category", "lighting");
    body.put("text", "De lamp in het portiek is stuk.");
    for (int i = 0; i < changes.length; i += 2) {
      if (changes[i + 1] == null) {
        body.remove(changes[i]);
      } else {
        body.put((String) changes[i], changes[i + 1]);
      }
    }
    return body;
  }

  /** Sends it and gives its code. */
  String sent(Map<String, Object> body) {
    Client.Answer answer = tenant().post("/api/public/reports", body);
    if (answer.status() != 201) {
      throw new IllegalStateException(answer.status() + " " + answer.json());
    }
    return answer.json().get("code").asText();
  }

  static byte[] picture(int width) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(width, 8, BufferedImage.TYPE_INT_RGB), "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long count(String sql, Object... args) {
    return database.read(handle -> handle.select(sql, args).mapTo(Long.class).one());
  }

  @Override
  public void close() {
    notice.close();
    server.close();
    room.retention().close();
    photo.close();
    database.close();
  }

  private void execute(String sql, Object... args) {
    database.write(handle -> handle.execute(sql, args));
  }

  private void district(UUID id, String name) {
    execute("INSERT INTO district (id, name, revision) VALUES (?, ?, 0)", id, name);
  }

  private void complex(UUID id, String code, UUID district, double lat, double lon) {
    execute(
        """
        INSERT INTO complex (id, code, name, street, numbers, postcode, lat, lon, district_id,
                             caretaker, revision)
        VALUES (?, ?, ?, 'Laan', '1-9', '1234 AB', ?, ?, ?, '', 0)
        """,
        id,
        code,
        "Complex " + code,
        lat,
        lon,
        district);
  }

  private Actor person(String name, Role role, UUID... districts) {
    UUID id = Id.next();
    String since = Columns.text(START.minus(Duration.ofDays(30)));
    execute(
        """
        INSERT INTO account (id, name, full_name, role, password, created_at)
        VALUES (?, ?, ?, ?, '-', ?)
        """,
        id,
        name,
        "Mw. " + name,
        role.wire(),
        since);
    for (UUID district : districts) {
      execute(
          "INSERT INTO account_district (account_id, district_id, since_at) VALUES (?, ?, ?)",
          id,
          district,
          since);
    }
    return new Actor(id, name, role, Set.of(districts));
  }
}
