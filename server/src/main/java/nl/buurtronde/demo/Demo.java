package nl.buurtronde.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.account.NewAccount;
import nl.buurtronde.database.Database;
import nl.buurtronde.guide.GuideModule;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.notice.Contacts;
import nl.buurtronde.observation.Observations;
import nl.buurtronde.oncall.OnCallModule;
import nl.buurtronde.photo.Photos;
import nl.buurtronde.place.Complex;
import nl.buurtronde.place.District;
import nl.buurtronde.place.Places;
import nl.buurtronde.report.ReportModule;
import nl.buurtronde.round.Rounds;
import nl.buurtronde.sync.Mutation;
import nl.buurtronde.sync.Mutations;
import nl.buurtronde.sync.Verdict;

/** Fills an empty installation with Lindewaard. */
public final class Demo {
  private static final Duration BEFORE_ALL = Duration.ofDays(200);
  private static final Actor MAKER = new Actor(Id.next(), "demo", Role.ADMIN, Set.of());

  private final Database database;
  private final DemoClock clock;
  private final Accounts accounts;
  private final Places places;
  private final Photos photos;
  private final Observations observations;
  private final Rounds rounds;
  private final ReportModule report;
  private final DemoRoster roster;
  private final GuideModule guide;
  private final List<Mutations> mutations;
  private final Map<String, UUID> people = new HashMap<>();
  private final Map<String, UUID> districts = new HashMap<>();
  private final Map<String, UUID> complexes = new HashMap<>();
  private final UUID device = Id.next();
  private long n;

  public Demo(
      Database database,
      DemoClock clock,
      Accounts accounts,
      Places places,
      Photos photos,
      Observations observations,
      Rounds rounds,
      Contacts contacts,
      OnCallModule oncall,
      GuideModule guide,
      ReportModule report,
      List<Mutations> mutations) {
    this.database = database;
    this.clock = clock;
    this.accounts = accounts;
    this.places = places;
    this.photos = photos;
    this.observations = observations;
    this.rounds = rounds;
    this.report = report;
    this.roster = new DemoRoster(contacts, oncall);
    this.guide = guide;
    this.mutations = mutations;
  }

  /**
   * Does nothing where there is an account already: a real installation is never touched. One
   * transaction, so that a program ended halfway begins anew next time.
   */
  public void fill() {
    if (accounts.list().isEmpty()) {
      database.write(
          handle -> {
            fillEmpty();
            return null;
          });
    }
  }

  private void fillEmpty() {
    Instant now = clock.instant();
    History history = Json.parse(resource("history.json"), History.class);
    clock.moveTo(now.minus(BEFORE_ALL));
    places.importDistricts(MAKER, resource("districts.geojson"));
    places.importComplexes(MAKER, resource("complexes.csv"));
    for (District district : places.districts(MAKER)) {
      districts.put(district.name(), district.id());
    }
    for (Complex complex : places.complexes(MAKER)) {
      complexes.put(complex.code(), complex.id());
    }
    history.people().forEach(this::settle);
    history.certified().forEach(this::certify);
    Instant since = clock.instant();
    roster.fill(this::actor, since, now);
    relive(history, since, now);
    clock.moveTo(now);
  }

  private record Moment(Instant at, Runnable happens) {}

  // In the order of time, so that revisions and states are as they would have become.
  private void relive(History history, Instant since, Instant now) {
    LocalDate today = History.today(now);
    List<Moment> moments = new ArrayList<>();
    DemoReports told =
        new DemoReports(
            report.inbox(), report.reports(), photos, districts, complexes, this::actor);
    DemoRounds walks = new DemoRounds(this::apply, districts, complexes, people);
    roster.tell(this::actor, today, (at, happens) -> moments.add(new Moment(at, happens)));
    GuideBook book = Json.parse(resource("guide.json"), GuideBook.class);
    new DemoGuide(guide, book, districts, complexes)
        .tell(
            this::actor,
            this::portrait,
            since,
            now,
            (at, happens) -> moments.add(new Moment(at, happens)));
    told.tell(history, today, (at, happens) -> moments.add(new Moment(at, happens)));
    walks.tell(history, today, (at, happens) -> moments.add(new Moment(at, happens)));
    for (History.Seen seen : history.observations()) {
      UUID id = Id.next();
      UUID round = walks.of(history, seen, today);
      moments.add(new Moment(seen.at(today), () -> record(id, seen, round)));
      for (History.Said said : seen.messages()) {
        moments.add(new Moment(said.at(today, seen.daysAgo()), () -> say(id, said)));
      }
    }
    moments.stream()
        .filter(moment -> moment.at().isBefore(now))
        .sorted(Comparator.comparing(Moment::at))
        .forEach(
            moment -> {
              clock.moveTo(moment.at());
              moment.happens().run();
            });
  }

  private void settle(History.Someone someone) {
    Set<UUID> where =
        someone.districts().stream().map(districts::get).collect(Collectors.toSet());
    String password = "loop-samen-" + someone.name();
    UUID id =
        accounts.add(
            new NewAccount(
                someone.name(),
                someone.fullName(),
                someone.role(),
                where,
                password,
                clock.instant()));
    people.put(someone.name(), id);
  }

  private void certify(String name) {
    database.write(
        handle -> {
          rounds.certify(handle, people.get(name), MAKER.id());
          return null;
        });
  }

  private void record(UUID id, History.Seen seen, UUID round) {
    ObjectNode args = JsonNodeFactory.instance.objectNode();
    args.put("category", seen.category()).put("urgency", seen.urgency()).put("text", seen.text());
    if (round != null) {
      args.put("round", round.toString());
    }
    ObjectNode place = args.putObject("place");
    if (seen.complex() != null) {
      place.put("complex", complexes.get(seen.complex()).toString());
    }
    if (seen.description() != null) {
      place.put("description", seen.description());
    }
    if (seen.visit() != null) {
      ObjectNode visit = args.putObject("visit").put("outcome", seen.visit().outcome());
      if (seen.visit().note() != null) {
        visit.put("note", seen.visit().note());
      }
    }
    args.put("wantsHelp", Boolean.TRUE.equals(seen.wantsHelp()));
    ArrayNode shown = args.putArray("photos");
    for (String subject : seen.photos()) {
      shown.add(store(seen.author(), DemoPhotos.draw(subject, n * 31 + shown.size())));
    }
    apply("observation.record", id, seen.author(), args);
  }

  private String portrait(String author, long seed) {
    return store(author, DemoPhotos.draw("portrait", seed));
  }

  private String store(String author, byte[] picture) {
    String name = sha256(picture);
    photos.store(actor(author), name, new ByteArrayInputStream(picture));
    return name;
  }

  private void say(UUID id, History.Said said) {
    if (said.kind().equals("reply")) {
      ObjectNode args = JsonNodeFactory.instance.objectNode().put("text", said.text());
      apply("observation.reply", id, said.by(), args);
    } else {
      DemoReports.say(observations, actor(said.by()), id, said);
    }
  }

  private void apply(String name, UUID entity, String author, ObjectNode args) {
    Mutations room =
        mutations.stream().filter(each -> each.names().contains(name)).findFirst().orElseThrow();
    Instant at = clock.instant();
    n++;
    Mutation mutation = new Mutation(n, Id.next(), name, entity, null, at, at, device, args);
    Verdict verdict =
        database.write(handle -> room.prepare(mutation).apply(actor(author), false, handle));
    if (verdict.status() == Verdict.Status.QUARANTINED) {
      throw new IllegalStateException("The demo's " + name + ": " + verdict.reason());
    }
  }

  private Actor actor(String name) {
    return accounts.actor(people.get(name));
  }

  private static byte[] resource(String name) {
    try (InputStream stream = Demo.class.getResourceAsStream("/db/demo/" + name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
