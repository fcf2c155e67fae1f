package nl.buurtronde.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.buurtronde.database.Columns;
import nl.buurtronde.round.Code;

/** The rounds that were walked in Lindewaard, and the one to come. */
final class DemoRounds {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Say say;
  private final Map<String, UUID> districts;
  private final Map<String, UUID> complexes;
  private final Map<String, UUID> people;

  DemoRounds(
      Say say,
      Map<String, UUID> districts,
      Map<String, UUID> complexes,
      Map<String, UUID> people) {
    this.say = say;
    this.districts = districts;
    this.complexes = complexes;
    this.people = people;
  }

  /** What a phone of that person does, at the moment it happens. */
  interface Say {
    void apply(String name, UUID entity, String author, ObjectNode args);
  }

  /** Hands over each thing that happened, with its moment. */
  void tell(History history, LocalDate today, BiConsumer<Instant, Runnable> taker) {
    history.rounds().forEach(walk -> tell(walk, today, taker));
    for (History.Planned planned : history.planned()) {
      UUID id = Code.id(districts.get(planned.district()), planned.at(today), planned.code());
      taker.accept(
          today.minusDays(2).atTime(20, 30).toInstant(ZoneOffset.UTC),
          () -> say.apply("round.plan", id, planned.by(), plan(planned, today)));
    }
  }

  private void tell(History.Walk walk, LocalDate today, BiConsumer<Instant, Runnable> taker) {
    UUID id = id(walk, today);
    Instant at = walk.at(today);
    Instant back = walk.backAt(today);
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    taker.accept(at, () -> say.apply("round.start", id, walk.by(), start(walk, today)));
    taker.accept(
        at.plus(MINUTE.multipliedBy(2)),
        () -> say.apply("round.join", id, walk.with(), key(walk.district(), walk.code())));
    for (History.Found found : walk.checks()) {
      taker.accept(
          back.minus(MINUTE), () -> say.apply("round.check", id, walk.with(), check(found)));
    }
    taker.accept(back, () -> say.apply("round.finish", id, walk.by(), nothing));
  }

  /** The round that an observation was made on, or null. */
  UUID of(History history, History.Seen seen, LocalDate today) {
    return history.rounds().stream()
        .filter(walk -> walk.holds(seen, today))
        .findFirst()
        .map(walk -> id(walk, today))
        .orElse(null);
  }

  private UUID id(History.Walk walk, LocalDate today) {
    return Code.id(districts.get(walk.district()), walk.at(today), walk.code());
  }

  private ObjectNode key(String district, String code) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("district", districts.get(district).toString())
        .put("code", code);
  }

  private ObjectNode start(History.Walk walk, LocalDate today) {
    ObjectNode args = key(walk.district(), walk.code());
    args.put("dueBackAt", Columns.text(walk.dueBackAt(today))).put("route", walk.route());
    if (walk.kind() != null) {
      args.put("kind", walk.kind());
    }
    ArrayNode passed = args.putArray("complexes");
    walk.complexes().forEach(complex -> passed.add(complexes.get(complex).toString()));
    return args;
  }

  private ObjectNode check(History.Found found) {
    ObjectNode args = JsonNodeFactory.instance.objectNode();
    args.put("complex", complexes.get(found.complex()).toString());
    args.put("item", found.item()).put("result", found.result());
    if (found.note() != null) {
      args.put("note", found.note());
    }
    return args;
  }

  private ObjectNode plan(History.Planned planned, LocalDate today) {
    return key(planned.district(), planned.code())
        .put("startsAt", Columns.text(planned.at(today)))
        .put("dueBackAt", Columns.text(planned.dueBackAt(today)))
        .put("route", planned.route())
        .put("partner", people.get(planned.with()).toString());
  }
}
