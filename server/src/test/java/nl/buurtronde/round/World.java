package nl.buurtronde.round;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.Fresh;
import nl.buurtronde.StillClock;
import nl.buurtronde.account.AccountModule;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Network;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.place.PlaceModule;
import nl.buurtronde.sync.Change;
import nl.buurtronde.sync.Devices;

/** Three who may walk in one district and one who may not, one elsewhere, and the office. */
final class World implements AutoCloseable {
  /** Seven in the evening in Amsterdam. */
  static final Instant START = Instant.parse("2026-11-24T18:00:00Z");

  static final String CODE = "K7QM2X";

  final StillClock clock = new StillClock(START);
  final Database database;
  final AccountModule people;
  final RoundModule room;
  final Rounds rounds;
  final UUID linden = Id.next();
  final UUID molen = Id.next();
  final UUID lindeflat = Id.next();
  final UUID molenhof = Id.next();
  final UUID evening = Code.id(linden, START, CODE);
  final Actor noor;
  final Actor kim;
  final Actor dewi;
  final Actor piet;
  final Actor yusuf;
  final Actor bas;
  final Actor esra;
  final Actor admin;

  World(Path folder) {
    database = Fresh.database(folder);
    Audit audit = new Audit(clock);
    people =
        AccountModule.create(
            database,
            audit,
            clock,
            new Devices(database, clock),
            id -> Optional.of("wijk"),
            new Network(""),
            "");
    room =
        RoundModule.create(
            database,
            clock,
            audit,
            people.accounts(),
            PlaceModule.create(database, audit).places());
    rounds = room.rounds();
    district(linden, "Linden", lindeflat);
    district(molen, "Molen", molenhof);
    noor = person("noor", Role.VOLUNTEER, linden);
    kim = person("kim", Role.VOLUNTEER, linden);
    dewi = person("dewi", Role.VOLUNTEER, linden);
    piet = person("piet", Role.VOLUNTEER, linden);
    yusuf = person("yusuf", Role.VOLUNTEER, molen);
    bas = person("bas", Role.CARETAKER, linden);
    esra = person("esra", Role.COORDINATOR);
    admin = person("admin", Role.ADMIN);
    for (Actor walker : List.of(noor, kim, dewi, yusuf)) {
      room.walkers().certify(esra, walker.id());
    }
  }

  Phone phone(Actor owner) {
    return new Phone(this, owner);
  }

  /** Noor and Kim under way, due back at half past eight. */
  UUID walking() {
    phone(noor).start(evening, "{}");
    phone(kim).join(evening);
    return evening;
  }

  Round round() {
    return round(evening);
  }

  Round round(UUID id) {
    return database.read(handle -> rounds.find(handle, id)).orElseThrow();
  }

  RoundValue seen(Actor actor, UUID id) {
    return rounds.get(actor, id);
  }

  /** What pulling says of one round: its value, "deleted", "scope" or "nothing". */
  Object pulled(Actor actor, long after, UUID id) {
    return database
        .read(handle -> room.changes().since(handle, actor, after, 1000))
        .stream()
        .filter(change -> change.id().equals(id.toString()))
        .map(change -> change.gone() == null ? change.value() : change.gone())
        .reduce((a, b) -> b)
        .orElse("nothing");
  }

  List<Change> pulled(Actor actor, long after, int limit) {
    return database.read(handle -> room.changes().since(handle, actor, after, limit));
  }

  void watch(Watched watched) {
    rounds.watchedBy((handle, round) -> watched);
  }

  void execute(String sql, Object... args) {
    database.write(handle -> handle.execute(sql, args));
  }

  long count(String sql, Object... args) {
    return database.read(handle -> handle.select(sql, args).mapTo(Long.class).one());
  }

  @Override
  public void close() {
    database.close();
  }

  private void district(UUID id, String name, UUID complex) {
    execute("INSERT INTO district (id, name, revision) VALUES (?, ?, 0)", id, name);
    execute(
        """
        INSERT INTO complex (id, code, name, street, numbers, postcode, district_id, caretaker,
                             revision)
        VALUES (?, ?, ?, 'Laan', '1-9', '1234 AB', ?, '', 0)
        """,
        complex,
        name,
        name,
        id);
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
