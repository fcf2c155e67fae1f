package nl.buurtronde;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.buurtronde.database.Database;
import nl.buurtronde.demo.Demo;
import nl.buurtronde.demo.DemoClock;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.DailyQuota;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.HttpServer;
import nl.buurtronde.http.Routes;
import nl.buurtronde.sync.Backups;
import nl.buurtronde.sync.Epoch;
import nl.buurtronde.sync.MissingPhotos;
import nl.buurtronde.sync.SyncModule;
import nl.buurtronde.oncall.Watchman;
import nl.buurtronde.report.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole program, wired by hand on one screen. */
public final class Buurtronde implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Buurtronde.class);

  private final Rooms rooms;
  private final SyncModule sync;
  private final Optional<Backups> backups;
  private final HttpServer server;

  private Buurtronde(Config config, Clock clock) {
    rooms = Rooms.open(config, clock);
    Epoch epoch = new Epoch(rooms.database(), config.data());
    MissingPhotos missingPhotos = rooms.observation().observations()::missingPhotos;
    sync =
        new SyncModule(
            rooms.database(),
            clock,
            epoch,
            rooms.account().sessions(),
            rooms.account().accounts(),
            rooms.audit(),
            List.of(
                rooms.round().mutations(),
                rooms.oncall().mutations(),
                rooms.observation().mutations()),
            List.of(
                rooms.place().changes(),
                rooms.category().changes(),
                rooms.round().changes(),
                rooms.oncall().changes(),
                rooms.observation().changes()),
            missingPhotos,
            config.backup().isPresent(),
            new DailyQuota(clock, config.dailyMutations(), 10_000, "quota.mutations"));
    backups =
        config
            .backup()
            .map(
                folder ->
                    new Backups(
                        rooms.database(),
                        clock,
                        Rooms.photos(config),
                        folder,
                        missingPhotos,
                        config.backupKeep()));
    DailyQuota dailyPhotos =
        new DailyQuota(clock, config.dailyPhotos(), 1_000_000, "quota.photos");
    server =
        new HttpServer(
            config.host(),
            config.port(),
            new Guard(rooms.account().sessions(), config.origin()),
            rooms.guide().helpline(),
            List.of(
                health(epoch, rooms.oncall().watchman()),
                helpline(config.contact()),
                sync.routes(),
                rooms.place().routes(),
                rooms.category().routes(),
                rooms.account().routes(),
                rooms.notice().routes(),
                rooms.round().routes(),
                rooms.oncall().routes(),
                rooms.photo().routes(rooms, dailyPhotos),
                rooms.guide().routes(),
                rooms.poster().routes(),
                rooms.observation().routes(),
                rooms.concern().routes(),
                rooms.report().routes()));
  }

  public static void main(String[] args) {
    Buurtronde program = start(Config.read(System.getenv()), Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(program::close, "shutdown"));
  }

  /** Opens the data folder, wires the rooms and listens. */
  public static Buurtronde start(Config config, Clock clock) {
    if (config.demo()) {
      fill(config);
    }
    Buurtronde program = new Buurtronde(config, clock);
    program.server.start();
    program.rooms.notice().courier().start();
    program.rooms.notice().signs().start(program.rooms.concern().followers());
    program.rooms.oncall().watchman().start();
    program.rooms.report().retention().start();
    program.backups.ifPresent(copies -> copies.start(config.backupEvery()));
    LOG.info("Buurtronde {} listens on http://{}:{}", version(), config.host(), program.port());
    program.welcomeFirstAdministrator();
    return program;
  }

  public int port() {
    return server.port();
  }

  public List<String> routes() {
    return server.routes();
  }

  Database database() {
    return rooms.database();
  }

  Retention retention() {
    return rooms.report().retention();
  }

  Optional<Backups> backups() {
    return backups;
  }

  @Override
  public void close() {
    rooms.oncall().close();
    rooms.notice().close(); // first: what is under way gets a moment to be noted
    sync.close(); // open pages hold their line; Jetty would wait for them
    server.close();
    backups.ifPresent(Backups::close);
    rooms.close();
  }

  private static void fill(Config config) {
    DemoClock clock = new DemoClock();
    try (Rooms rooms = Rooms.open(config, clock)) {
      new Demo(
              rooms.database(),
              clock,
              rooms.account().accounts(),
              rooms.place().places(),
              rooms.photo().photos(),
              rooms.observation().observations(),
              rooms.round().rounds(),
              rooms.notice().contacts(),
              rooms.oncall(),
              rooms.guide(),
              rooms.report(),
              List.of(rooms.round().mutations(), rooms.observation().mutations()))
          .fill();
    }
  }

  // On standard output, not in a log that is kept: whoever reads it may set everything up.
  private void welcomeFirstAdministrator() {
    rooms
        .account()
        .invitations()
        .firstAdministrator()
        .ifPresent(
            code ->
                System.out.printf(
                    "%nOpen http://127.0.0.1:%d/invitation and type this code, good for 72 hours:%n"
                        + "%n    %s%n%n",
                    port(), code));
  }

  private static Routes health(Epoch epoch, Watchman watchman) {
    return routes ->
        routes.get(
            "/api/health",
            ctx -> {
              String status = watchman.isWell() ? "ok" : "red";
              ctx.json(Map.of("status", status, "version", version(), "epoch", epoch.value()));
            },
            Access.ANYONE);
  }

  // Public: whoever cannot sign in needs it most.
  private static Routes helpline(String phone) {
    return routes ->
        routes.get("/api/helpline", ctx -> ctx.json(Map.of("phone", phone)), Access.ANYONE);
  }

  private static String version() {
    return Optional.ofNullable(Buurtronde.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
