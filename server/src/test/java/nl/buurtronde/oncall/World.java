package nl.buurtronde.oncall;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.Fresh;
import nl.buurtronde.account.AccountModule;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Network;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.notice.Kind;
import nl.buurtronde.notice.NoticeConfig;
import nl.buurtronde.notice.NoticeModule;
import nl.buurtronde.place.PlaceModule;
import nl.buurtronde.round.Round;
import nl.buurtronde.round.RoundModule;
import nl.buurtronde.sync.Devices;
import nl.buurtronde.sync.Mutation;
import nl.buurtronde.sync.Verdict;

/** A pair in one district, somebody in another, and four who may be on call; time is the test's. */
final class World implements AutoCloseable {
  /** A Sunday evening: nobody practises by itself then. */
  static final Instant START = Instant.parse("2026-11-22T19:00:00Z");

  static final UUID LINDEN = UUID.fromString("019aa000-0000-7000-8000-000000000001");
  static final UUID MOLEN = UUID.fromString("019aa000-0000-7000-8000-000000000002");

  final SteppedClock clock;
  final Database database;
  final NoticeModule notice;
  final RoundModule round;
  final OnCallModule room;
  final Actor noor;
  final Actor kim;
  final Actor yusuf;
  final Actor bas;
  final Actor dina;
  final Actor esra;
  final Actor admin;
  private final UUID device = Id.next();
  private final Path folder;
  private long n;

  /** What the channels make of a message before the next look: handed, failed, or null for nothing yet. */
  String fate = "handed";

  World(Path folder) {
    this(folder, START);
  }

  World(Path folder, Instant start) {
    this(folder, new SteppedClock(start), OnCallConfig.DEFAULT);
  }

  World(Path folder, SteppedClock clock, OnCallConfig config) {
    this.folder = folder;
    this.clock = clock;
    database = Fresh.database(folder);
    Audit audit = new Audit(clock);
    AccountModule people =
        AccountModule.create(
            database,
            audit,
            clock,
            new Devices(database, clock),
            id -> Optional.of("wijk"),
            new Network(""),
            "");
    PlaceModule place = PlaceModule.create(database, audit);
    NoticeConfig channels =
        new NoticeConfig(
            Optional.of(URI.create("http://127.0.0.1:9/hook")),
            Optional.of(URI.create("smtp://127.0.0.1:9?from=alarm@buurt.example")),
            false,
            Set.of(),
            "");
    notice = NoticeModule.create(database, clock, audit, people.accounts(), channels);
    round = RoundModule.create(database, clock, audit, people.accounts(), place.places());
    room =
        OnCallModule.create(
            database,
            clock,
            clock::nanos,
            audit,
            people.accounts(),
            place.places(),
            notice.contacts(),
            notice.notices(),
            round.rounds(),
            config);
    district(LINDEN, "Linden");
    district(MOLEN, "Molen");
    noor = person("noor", Role.VOLUNTEER, LINDEN);
    kim = person("kim", Role.VOLUNTEER, LINDEN);
    yusuf = person("yusuf", Role.VOLUNTEER, MOLEN);
    bas = person("bas", Role.CARETAKER, LINDEN);
    dina = person("dina", Role.CARETAKER, LINDEN);
    esra = person("esra", Role.COORDINATOR);
    admin = person("admin", Role.ADMIN);
    for (Actor walker : List.of(noor, kim, yusuf)) {
      database.write(
          handle -> {
            round.rounds().certify(handle, walker.id(), esra.id());
            return null;
          });
    }
  }

  /** The same folder after the program was killed. */
  World restarted() {
    database.close();
    return new World(folder, clock, OnCallConfig.DEFAULT);
  }

  /** Bas, then Dina, for a day and a half around now; they, Esra and the pair can be reached. */
  World withRoster() {
    for (Actor each : List.of(noor, kim, bas, dina, esra)) {
      reachable(each);
    }
    shift(bas, null, 1);
    shift(dina, null, 2);
    return this;
  }

  void reachable(Actor actor) {
    String number = "+3160000" + String.format("%04d", actor.name().hashCode() & 0xfff);
    notice.contacts().addProven(actor.id(), Kind.PHONE, number);
  }

  void unreachable(Actor actor) {
    execute(
        "UPDATE contact SET removed_at = ? WHERE account_id = ?",
        Columns.text(clock.instant()),
        actor.id());
  }

  UUID shift(Actor actor, UUID district, int rank) {
    Instant now = clock.instant();
    return shift(
        actor, district, rank, now.minus(Duration.ofHours(12)), now.plus(Duration.ofHours(24)));
  }

  UUID shift(Actor actor, UUID district, int rank, Instant from, Instant to) {
    UUID id = Id.next();
    room.roster().put(esra, new Shift(id, district, actor.id(), from, to, rank));
    return id;
  }

  /** Noor starts, Kim joins; back in so long. */
  UUID walk(Duration length) {
    UUID id = Id.next();
    start(id, noor, clock.instant(), length);
    say(kim, "round.join", id, "{\"code\":\"K7MPRT\",\"district\":\"%s\"}".formatted(LINDEN));
    return id;
  }

  /** One person starts, by a phone whose own clock says so. */
  Verdict start(UUID id, Actor actor, Instant phone, Duration length) {
    String args =
        """
        {"code":"K7MPRT","district":"%s","dueBackAt":"%s","route":"Langs de sloot"}"""
            .formatted(LINDEN, Columns.text(phone.plus(length)));
    return apply(actor, "round.start", id, args, phone);
  }

  Verdict say(Actor actor, String name, UUID id, String args) {
    return apply(actor, name, id, args, clock.instant());
  }

  Verdict extend(UUID id, Actor actor, Duration length) {
    String args =
        "{\"dueBackAt\":\"%s\"}".formatted(Columns.text(clock.instant().plus(length)));
    return say(actor, "round.extend", id, args);
  }

  UUID call(Actor actor, UUID round) {
    UUID id = Id.next();
    say(actor, "alarm.call", id, round == null ? "{}" : "{\"round\":\"%s\"}".formatted(round));
    return id;
  }

  private Verdict apply(Actor actor, String name, UUID id, String args, Instant phone) {
    JsonNode node = Json.parse(args.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    Mutation mutation =
        new Mutation(++n, Id.next(), name, id, null, clock.instant(), phone, device, node);
    return database.write(
        handle ->
            (name.startsWith("alarm") ? room.mutations() : round.mutations())
                .prepare(mutation)
                .apply(actor, false, handle));
  }

  /** A look of the watchman, after the channels did what they do. */
  void tick() {
    if (fate != null) {
      execute(
          "UPDATE delivery SET state = ?, finished_at = ? WHERE state = 'pending'",
          fate,
          Columns.text(clock.instant()));
    }
    room.watchman().tick();
  }

  /** Lets time pass, looking each second. */
  void pass(Duration time) {
    pass(time, Duration.ofSeconds(1));
  }

  void pass(Duration time, Duration each) {
    for (Duration left = time; !left.isZero(); left = left.minus(each)) {
      clock.pass(each);
      tick();
    }
  }

  /** Seconds until somebody was called for this round, or -1 when nobody was within this time. */
  long secondsUntilAlarm(UUID round, Duration most) {
    for (long seconds = 0; seconds <= most.toSeconds(); seconds += 5) {
      if (alarms(round) > 0) {
        return seconds;
      }
      clock.pass(Duration.ofSeconds(5));
      tick();
    }
    return -1;
  }

  long alarms(UUID round) {
    return count("SELECT COUNT(*) FROM alarm WHERE round_id = ?", round);
  }

  UUID alarmOf(UUID round) {
    return UUID.fromString(text("SELECT id FROM alarm WHERE round_id = ?", round));
  }

  AlarmValue seen(Actor actor, UUID alarm) {
    return room.alarms().get(actor, alarm);
  }

  /** Who was called about this, as "2 bas", in the order of the steps. */
  List<String> called(UUID subject) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT d.step || ' ' || a.name
                    FROM delivery d JOIN account a ON a.id = d.account_id
                    WHERE d.subject_id = ? ORDER BY d.step, a.name
                    """,
                    subject)
                .mapTo(String.class)
                .list());
  }

  /** Who was told so under this title. */
  List<String> told(String title) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT a.name
                    FROM delivery d JOIN account a ON a.id = d.account_id
                    WHERE d.title = ? ORDER BY a.name
                    """,
                    title)
                .mapTo(String.class)
                .list());
  }

  Round round(UUID id) {
    return database.read(handle -> round.rounds().find(handle, id)).orElseThrow();
  }

  /** Who watches, or the reason why nobody does. */
  Object watch(UUID id) {
    var watch = round(id).watch();
    return watch.people().isEmpty() ? watch.reason() : watch.people();
  }

  void execute(String sql, Object... args) {
    database.write(handle -> handle.execute(sql, args));
  }

  long count(String sql, Object... args) {
    return database.read(handle -> handle.select(sql, args).mapTo(Long.class).one());
  }

  String text(String sql, Object... args) {
    return database.read(handle -> handle.select(sql, args).mapTo(String.class).one());
  }

  @Override
  public void close() {
    database.close();
  }

  private void district(UUID id, String name) {
    execute(
        """
        INSERT INTO district (id, name, outline, revision) VALUES (?, ?, '{}', 0)
        ON CONFLICT (id) DO NOTHING
        """,
        id,
        name);
  }

  private Actor person(String name, Role role, UUID... districts) {
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    String since = Columns.text(START.minus(Duration.ofDays(3000)));
    execute(
        """
        INSERT INTO account (id, name, full_name, role, password, created_at)
        VALUES (?, ?, ?, ?, '-', ?) ON CONFLICT (id) DO NOTHING
        """,
        id,
        name,
        "Mw. " + name,
        role.wire(),
        since);
    for (UUID district : districts) {
      execute(
          """
          INSERT INTO account_district (account_id, district_id, since_at) VALUES (?, ?, ?)
          ON CONFLICT (account_id, district_id, since_at) DO NOTHING
          """,
          id,
          district,
          since);
    }
    return new Actor(id, name, role, Set.of(districts));
  }
}
