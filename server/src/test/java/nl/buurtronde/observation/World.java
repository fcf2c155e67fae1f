package nl.buurtronde.observation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.Fresh;
import nl.buurtronde.StillClock;
import nl.buurtronde.account.AccountModule;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Network;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.place.PlaceModule;
import nl.buurtronde.place.Places;
import nl.buurtronde.sync.Change;
import nl.buurtronde.sync.Devices;

/** Two districts, a pair of volunteers in one, another in the other, and the office. */
final class World implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

  final StillClock clock = new StillClock(START);
  final Database database;
  final ObservationModule room;
  final Observations observations;
  final AccountModule people;
  final Places places;
  final UUID linden = Id.next();
  final UUID molen = Id.next();
  final UUID lindeflat = Id.next();
  final UUID molenhof = Id.next();
  final Actor noor;
  final Actor kim;
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
            id -> java.util.Optional.of("wijk"),
            new Network(""),
            "");
    places = PlaceModule.create(database, audit).places();
    room = ObservationModule.create(database, clock, audit, people.accounts(), places);
    observations = room.observations();
    district(linden, "Linden", 5.00);
    district(molen, "Molen", 5.02);
    complex(lindeflat, "L-01", "De Lindeflat", linden);
    complex(molenhof, "M-01", "Het Molenhof", molen);
    noor = person("noor", Role.VOLUNTEER, linden);
    kim = person("kim", Role.VOLUNTEER, linden);
    yusuf = person("yusuf", Role.VOLUNTEER, molen);
    bas = person("bas", Role.CARETAKER, linden);
    esra = person("esra", Role.COORDINATOR);
    admin = person("admin", Role.ADMIN);
  }

  Accounts accounts() {
    return people.accounts();
  }

  Phone phone(Actor owner) {
    return new Phone(this, owner);
  }

  /** Records with a fresh phone of this person. */
  UUID recorded(Actor author, String args) {
    return phone(author).record(args);
  }

  ObservationValue seen(Actor actor, UUID id) {
    return observations.get(actor, id);
  }

  List<UUID> listed(Actor actor) {
    return listed(actor, Map.of());
  }

  List<UUID> listed(Actor actor, Map<String, List<String>> query) {
    return observations.list(actor, Listing.read(query)).observations().stream()
        .map(ObservationValue::id)
        .toList();
  }

  List<Change> pulled(Actor actor, long after) {
    return database.read(handle -> room.changes().since(handle, actor, after, 1000));
  }

  /** What pulling says of one observation: "value", "deleted", "scope" or "nothing". */
  String pulled(Actor actor, long after, UUID id) {
    return pulled(actor, after).stream()
        .filter(change -> change.id().equals(id.toString()))
        .map(change -> change.gone() == null ? "value" : change.gone())
        .reduce((a, b) -> b)
        .orElse("nothing");
  }

  void leave(Actor actor, UUID district, Instant at) {
    execute(
        "UPDATE account_district SET until_at = ? WHERE account_id = ? AND district_id = ?",
        Columns.text(at),
        actor.id(),
        district);
  }

  void store(String sha256) {
    store(noor, sha256);
  }

  /** Keeps a photo as if this person had sent it. */
  void store(Actor sender, String sha256) {
    execute(
        """
        INSERT INTO photo (sha256, stored_bytes, width, height, account_id, created_at)
        VALUES (?, 1, 1, 1, ?, ?)
        """,
        sha256,
        sender.id(),
        Columns.text(clock.instant()));
    execute("INSERT INTO photo_sender (sha256, account_id) VALUES (?, ?)", sha256, sender.id());
  }

  void execute(String sql, Object... args) {
    database.write(handle -> handle.execute(sql, args));
  }

  long count(String sql, Object... args) {
    return database.read(handle -> handle.select(sql, args).mapTo(Long.class).one());
  }

  static String photo(int i) {
    return String.format("%064x", i);
  }

  @Override
  public void close() {
    database.close();
  }

  private void district(UUID id, String name, double west) {
    String outline =
        """
        {"type":"Polygon","coordinates":
         [[[%1$s,52.00],[%2$s,52.00],[%2$s,52.02],[%1$s,52.02],[%1$s,52.00]]]}
        """
            .formatted(String.valueOf(west), String.valueOf(west + 0.02));
    execute(
        "INSERT INTO district (id, name, outline, revision) VALUES (?, ?, ?, 0)",
        id,
        name,
        outline.strip());
  }

  private void complex(UUID id, String code, String name, UUID district) {
    execute(
        """
        INSERT INTO complex (id, code, name, street, numbers, postcode, district_id, caretaker,
                             revision)
        VALUES (?, ?, ?, 'Laan', '1-9', '1234 AB', ?, '', 0)
        """,
        id,
        code,
        name,
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
