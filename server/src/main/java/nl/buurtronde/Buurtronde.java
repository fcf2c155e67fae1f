package nl.buurtronde;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.buurtronde.account.AccountModule;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.category.CategoryModule;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.HttpServer;
import nl.buurtronde.http.Network;
import nl.buurtronde.http.Routes;
import nl.buurtronde.place.District;
import nl.buurtronde.place.PlaceModule;
import nl.buurtronde.sync.Devices;
import nl.buurtronde.sync.Epoch;
import nl.buurtronde.sync.SyncModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole program, wired by hand on one screen. */
public final class Buurtronde implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Buurtronde.class);

  private final Database database;
  private final SyncModule sync;
  private final HttpServer server;

  private Buurtronde(Config config, Clock clock) {
    database = Database.open(config.data());
    Epoch epoch = new Epoch(database, config.data());
    Audit audit = new Audit(clock);
    Devices devices = new Devices(database, clock);
    Network network = new Network(config.proxy());

    PlaceModule place = PlaceModule.create(database, audit);
    CategoryModule category = CategoryModule.create(database, audit);
    AccountModule account =
        AccountModule.create(
            database,
            audit,
            clock,
            devices,
            id -> place.places().findDistrict(id).map(District::name),
            network,
            config.origin());
    sync =
        new SyncModule(
            database,
            clock,
            epoch,
            account.sessions(),
            account.accounts(),
            audit,
            List.of(),
            List.of(place.changes(), category.changes()),
            (handle, owner) -> List.of(),
            config.backup().isPresent());

    Routes health = routes -> routes.get("/api/health", ctx -> ctx.json(health(epoch)), Access.ANYONE);
    server =
        new HttpServer(
            config.host(),
            config.port(),
            new Guard(account.sessions(), config.origin()),
            List.of(health, sync.routes(), place.routes(), category.routes(), account.routes()));
  }

  public static void main(String[] args) {
    Buurtronde program = start(Config.read(System.getenv()), Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(program::close, "shutdown"));
  }

  /** Opens the data folder, wires the rooms and listens. */
  public static Buurtronde start(Config config, Clock clock) {
    Buurtronde program = new Buurtronde(config, clock);
    program.server.start();
    LOG.info("Buurtronde {} listens on http://{}:{}", version(), config.host(), program.port());
    return program;
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    sync.close();
    database.close();
  }

  private static Map<String, String> health(Epoch epoch) {
    return Map.of("status", "ok", "version", version(), "epoch", epoch.value());
  }

  private static String version() {
    return Optional.ofNullable(Buurtronde.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
