package nl.buurtronde.account;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.Fresh;
import nl.buurtronde.StillClock;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.HttpServer;
import nl.buurtronde.http.Network;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.sync.Devices;

/** Two districts, and the people that a test asks for, behind a real server and database. */
final class World implements AutoCloseable {
  static final String PASSWORD = "drie-paarse-zwanen";

  final UUID linden = UUID.fromString("019aa000-0000-7000-8000-000000000001");
  final UUID molen = UUID.fromString("019aa000-0000-7000-8000-000000000002");
  final StillClock clock;
  final Database database;
  final Devices devices;
  final AccountModule room;
  final HttpServer server;

  World(Path folder) {
    this(folder, new StillClock(Instant.parse("2026-11-22T09:00:00.000Z")), "");
  }

  World(Path folder, StillClock clock, String proxy) {
    this.clock = clock;
    this.database = Fresh.database(folder);
    this.devices = new Devices(database, clock);
    Map<UUID, String> districts = Map.of(linden, "Lindenhof", molen, "Molenveld");
    this.room =
        AccountModule.create(
            database,
            new Audit(clock),
            clock,
            devices,
            id -> Optional.ofNullable(districts.get(id)),
            new Network(proxy),
            "");
    this.server =
        new HttpServer("127.0.0.1", 0, new Guard(room.sessions(), ""), List.of(room.routes()));
    server.start();
  }

  Accounts accounts() {
    return room.accounts();
  }

  Invitations invitations() {
    return room.invitations();
  }

  SessionStore sessions() {
    return room.sessions();
  }

  Actor volunteer(String name) {
    return person(name, Role.VOLUNTEER, Set.of(linden));
  }

  Actor coordinator(String name) {
    return person(name, Role.COORDINATOR, Set.of());
  }

  Actor admin(String name) {
    return person(name, Role.ADMIN, Set.of());
  }

  Browser browser() {
    return new Browser("http://127.0.0.1:" + server.port());
  }

  /** A browser in which this person has signed in. */
  Browser browserOf(Actor actor) {
    Browser browser = browser();
    browser.carry(sessions().start(actor.id()));
    return browser;
  }

  long count(String sql, Object... args) {
    return database.read(
        handle -> {
          var query = handle.createQuery(sql);
          for (int i = 0; i < args.length; i++) {
            query.bind(i, args[i]);
          }
          return query.mapTo(Long.class).one();
        });
  }

  long audited(String action) {
    return count("SELECT COUNT(*) FROM audit WHERE action = ?", action);
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }

  private Actor person(String name, Role role, Set<UUID> districts) {
    UUID id =
        accounts()
            .add(new NewAccount(name, "Mw. " + name, role, districts, PASSWORD, clock.instant()));
    return new Actor(id, name, role, districts);
  }

  static UUID someDevice() {
    return Id.next();
  }
}
