package nl.buurtronde.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.sync.Revisions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sees which round, on the phone and at the desk. */
class SightTest {
  private World world;
  private UUID id;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new World(folder);
    id = world.evening;
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_plan_is_seen_by_the_volunteers_of_its_district_and_its_code_by_whom_it_is_for() {
    world.phone(world.noor).plan(id, partner(world.kim));
    assertEquals(World.CODE, value(world.noor).code());
    assertEquals(World.CODE, value(world.kim).code());
    assertNull(value(world.dewi).code());
    assertEquals("kim", value(world.dewi).partner().name());
    assertEquals("pair", value(world.dewi).unwatchedReason());
    for (Actor other : List.of(world.yusuf, world.bas, world.esra, world.admin)) {
      assertEquals("nothing", world.pulled(other, -1, id), other.name());
    }
  }

  @Test
  void a_plan_that_others_walk_leaves_the_sight_of_the_rest() {
    world.phone(world.noor).plan(id, partner(world.kim));
    long before = revision();
    world.walking();
    assertEquals(World.CODE, value(world.kim).code());
    assertEquals("scope", world.pulled(world.dewi, before, id));
    assertEquals("nothing", world.pulled(world.yusuf, before, id));
    assertEquals("nothing", world.pulled(world.dewi, -1, id), "a phone that starts anew");
    long after = revision();
    world.phone(world.kim).checkIn(id);
    assertEquals("nothing", world.pulled(world.dewi, after, id), "told once");
  }

  @Test
  void a_cancelled_plan_is_gone_for_everybody() {
    world.phone(world.noor).plan(id, partner(world.kim));
    long before = revision();
    Refused.with("round.cancel.others", () -> world.phone(world.kim).say("round.cancel", id, "{}"));
    world.phone(world.noor).say("round.cancel", id, "{}");
    for (Actor one : List.of(world.noor, world.kim, world.dewi)) {
      assertEquals("deleted", world.pulled(one, before, id), one.name());
    }
    assertEquals("nothing", world.pulled(world.yusuf, before, id));
  }

  @Test
  void a_cancelled_plan_that_was_walked_after_all_is_taken_and_cannot_be_cancelled_any_more() {
    world.phone(world.noor).plan(id, "{}");
    world.phone(world.esra).say("round.cancel", id, "{}");
    world.walking();
    assertEquals("walking", value(world.kim).state());
    Refused.with("round.cancel.late", () -> world.phone(world.noor).say("round.cancel", id, "{}"));
  }

  @Test
  void a_round_under_way_is_on_the_phones_of_its_members_only() {
    world.walking();
    assertEquals("walking", value(world.noor).state());
    assertEquals(2, value(world.kim).members().size());
    for (Actor other : List.of(world.dewi, world.yusuf, world.bas, world.esra, world.admin)) {
      assertEquals("nothing", world.pulled(other, -1, id), other.name());
    }
    world.phone(world.kim).leave(id);
    assertEquals("started", value(world.kim).state(), "who left keeps what they walked");
  }

  @Test
  void the_desk_opens_the_rounds_of_its_districts_without_their_code_or_where_they_are() {
    world.walking();
    String place = "{\"place\":{\"lat\":52.1,\"lon\":5.1}}";
    world.phone(world.kim).say("round.checkIn", id, place);
    for (Actor reader : List.of(world.bas, world.esra, world.dewi)) {
      RoundValue seen = world.seen(reader, id);
      assertNull(seen.code(), reader.name());
      String wire = Json.mapper().valueToTree(seen).toString();
      assertFalse(wire.contains("52.1"), wire);
    }
    for (Actor foreign : List.of(world.yusuf, world.admin)) {
      Refused.with("round.unknown", () -> world.seen(foreign, id));
      assertEquals(List.of(), world.rounds.list(foreign, null, world.linden));
    }
    Refused.with("round.unknown", () -> world.seen(world.esra, world.molen));
  }

  @Test
  void the_list_is_asked_by_state_and_district() {
    world.walking();
    UUID other = Code.id(world.molen, World.START, "ABCDEF");
    world.phone(world.yusuf)
        .plan(other, "{\"district\":\"%s\",\"code\":\"ABCDEF\"}".formatted(world.molen));
    assertEquals(List.of(id), ids(world.esra, "open", null));
    assertEquals(List.of(other), ids(world.esra, "planned", null));
    assertEquals(List.of(other), ids(world.esra, null, world.molen));
    assertEquals(List.of(id), ids(world.bas, null, null));
    assertEquals(List.of(), ids(world.bas, null, world.molen));
    Refused.with("round.filter", () -> world.rounds.list(world.esra, "lost", null));
  }

  @Test
  void a_plan_is_changed_by_its_planner_and_walked_by_anybody_of_the_team() {
    Phone noor = world.phone(world.noor);
    noor.plan(id, "{\"route\":\"Kade\",\"complexes\":[\"%s\"]}".formatted(world.lindeflat));
    noor.plan(id, "{\"route\":\"Hof\",\"complexes\":[\"%s\"]}".formatted(world.lindeflat));
    Refused.with("round.taken", () -> world.phone(world.kim).plan(id, "{}"));
    Refused.with("round.start.unknown", () -> world.phone(world.kim).join(id));
    world.phone(world.dewi).start(id, "{}");
    world.phone(world.kim).join(id);
    assertEquals("Hof", world.round().route());
    assertEquals(List.of(world.lindeflat), world.round().course().complexes());
    assertEquals(State.WALKING, world.round().state());
    Refused.with("round.taken", () -> noor.plan(id, "{}"));
  }

  @Test
  void a_plan_of_a_phone_a_day_ahead_is_at_the_time_that_was_written_down() {
    world
        .phone(world.noor)
        .ahead(Duration.ofHours(24))
        .plan(
            id,
            """
            {"startsAt":"2026-11-24T20:00:00Z","dueBackAt":"2026-11-24T21:00:00Z"}
            """);
    assertEquals(Instant.parse("2026-11-24T20:00:00Z"), world.round().plan().startsAt());
  }

  @Test
  void a_plan_that_cannot_be_is_refused() {
    Phone noor = world.phone(world.noor);
    Refused.with("round.partner", () -> noor.plan(id, partner(world.noor)));
    Refused.with("round.partner", () -> noor.plan(id, partner(world.yusuf)));
    Refused.with("round.partner", () -> noor.plan(id, partner(world.bas)));
    String foreign = "{\"complexes\":[\"%s\"]}".formatted(world.molenhof);
    Refused.with("round.complex", () -> noor.plan(id, foreign));
    Refused.with("round.plan.day", () -> noor.plan(id, "{\"startsAt\":\"2026-11-24T17:00:00Z\"}"));
    Refused.with("round.due.far", () -> noor.plan(id, "{\"dueBackAt\":\"2026-11-26T17:00:00Z\"}"));
    Refused.with("scope", () -> world.phone(world.yusuf).plan(id, "{}"));
    Refused.with("scope", () -> world.phone(world.bas).plan(id, "{}"));
    assertEquals(0, world.count("SELECT COUNT(*) FROM round"));
  }

  @Test
  void who_watches_is_pulled_with_its_end_and_again_when_it_changes() {
    Watched byBas = new Watched(List.of(world.bas.id()), World.START.plusSeconds(7200), null);
    world.watch(byBas);
    world.walking();
    assertEquals("bas", value(world.noor).watchedBy().get(0).name());
    assertEquals(byBas.until(), value(world.noor).watchedUntil());
    long before = revision();
    set(byBas);
    assertEquals("nothing", world.pulled(world.noor, before, id));
    set(Watched.not("gap"));
    RoundValue gap = (RoundValue) world.pulled(world.noor, before, id);
    assertEquals("gap", gap.unwatchedReason());
    assertEquals(List.of(), gap.watchedBy());
  }

  private void set(Watched watched) {
    world.database.write(
        handle -> {
          world.rounds.setWatch(handle, id, watched);
          return null;
        });
  }

  private static String partner(Actor actor) {
    return "{\"partner\":\"%s\"}".formatted(actor.id());
  }

  private RoundValue value(Actor actor) {
    return (RoundValue) world.pulled(actor, -1, id);
  }

  private List<UUID> ids(Actor actor, String state, UUID district) {
    return world.rounds.list(actor, state, district).stream().map(RoundValue::id).toList();
  }

  private long revision() {
    return world.database.read(Revisions::current);
  }
}
