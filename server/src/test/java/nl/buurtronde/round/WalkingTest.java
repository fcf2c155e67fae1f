package nl.buurtronde.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.sync.Mutation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkingTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
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
  void a_pair_starts_joins_checks_in_and_comes_back() {
    Phone noor = world.phone(world.noor);
    Phone kim = world.phone(world.kim);
    noor.start(id, "{\"route\":\"Rondje kade\"}");
    assertEquals(State.STARTED, world.round().state());
    kim.join(id, "k7q-m2x");
    Round round = world.round();
    assertEquals(State.WALKING, round.state());
    assertEquals("Rondje kade", round.route());
    assertEquals(World.START.plus(Duration.ofMinutes(90)), round.dueBackAt());
    world.clock.pass(MINUTE);
    String place = "{\"place\":{\"lat\":52.123456,\"lon\":5.1,\"accuracy\":12.4}}";
    kim.say("round.checkIn", id, place);
    assertEquals(world.kim.id(), world.round().lastSign().by());
    assertEquals(52.1235, world.round().lastSign().place().get("lat").doubleValue());
    world.clock.pass(MINUTE);
    noor.checkIn(id);
    assertEquals(World.START.plus(MINUTE.multipliedBy(2)), world.round().lastSign().at());
    assertEquals(
        "2026-11-24T18:01:00.000Z", world.round().lastSign().place().get("at").textValue());
    noor.finish(id);
    assertEquals(State.FINISHED, world.round().state());
    assertEquals(world.noor.id(), world.round().finishedBy());
    List<String> history =
        world.seen(world.noor, id).history().stream().map(RoundValue.EventValue::kind).toList();
    assertEquals(
        List.of("started", "joined", "unwatched", "checkedIn", "checkedIn", "finished"),
        history);
  }

  @Test
  void a_round_of_one_is_never_watched_whatever_the_judge_says() {
    Watched always = new Watched(List.of(world.bas.id()), World.START.plusSeconds(9), null);
    world.watch(always);
    world.phone(world.noor).start(id, "{}");
    assertEquals(Watched.not("pair"), world.round().watch());
    world.database.write(
        handle -> {
          world.rounds.setWatch(handle, id, always);
          return null;
        });
    assertEquals(Watched.not("pair"), world.round().watch());
    world.phone(world.kim).join(id);
    assertEquals(always, world.round().watch());
    world.phone(world.kim).leave(id);
    assertEquals(Watched.not("pair"), world.round().watch());
    world.phone(world.kim).join(id);
    world.phone(world.noor).finish(id);
    assertEquals(Watched.not("finished"), world.round().watch());
  }

  @Test
  void a_judge_that_fails_keeps_no_pair_from_walking_and_says_that_nobody_watches() {
    world.rounds.watchedBy(
        (handle, round) -> {
          throw new IllegalStateException("the roster is broken");
        });
    world.walking();
    assertEquals(State.WALKING, world.round().state());
    assertEquals(Watched.not("nobody"), world.round().watch());
  }

  @Test
  void joining_twice_changes_nothing_and_joining_ones_own_round_makes_no_pair() {
    world.walking();
    Round before = world.round();
    assertEquals(before.revision(), world.phone(world.kim).join(id).revision());
    assertEquals(before, world.round());
    Refused.with("round.alone", () -> world.phone(world.noor).join(id));
  }

  @Test
  void a_third_may_not_join_unless_a_coordinator_lets_them_in() {
    world.walking();
    Refused.with("round.full", () -> world.phone(world.dewi).join(id));
    String args = "{\"code\":\"K7QM2X\",\"district\":\"%s\"}".formatted(world.linden);
    world.phone(world.dewi).admitted("round.join", id, args);
    assertEquals(3, world.round().present().size());
  }

  @Test
  void a_code_of_another_round_day_or_district_is_refused() {
    world.phone(world.noor).start(id, "{}");
    Phone kim = world.phone(world.kim);
    Refused.with("round.code", () -> kim.join(id, "K7QM2Y"));
    Refused.with("round.code", () -> kim.join(id, "K7"));
    String elsewhere = "{\"code\":\"K7QM2X\",\"district\":\"%s\"}".formatted(world.molen);
    Refused.with("round.code", () -> kim.say("round.join", id, elsewhere));
    Refused.with("scope", () -> world.phone(world.yusuf).join(id));
    UUID tomorrow = Code.id(world.linden, World.START.plus(Duration.ofDays(1)), World.CODE);
    Refused.with("round.unknown", () -> kim.join(tomorrow));
    world.clock.pass(Duration.ofHours(24));
    Refused.with("round.code", () -> kim.join(id));
    assertEquals(1, world.round().members().size());
  }

  @Test
  void after_midnight_the_code_of_last_evening_still_holds() {
    world.clock.pass(Duration.ofMinutes(290));
    world.phone(world.noor).start(id, "{}");
    world.clock.pass(Duration.ofMinutes(20));
    world.phone(world.kim).join(id);
    assertEquals(State.WALKING, world.round().state());
  }

  @Test
  void somebody_elses_round_is_not_theirs_to_end_extend_or_check() {
    world.walking();
    Phone dewi = world.phone(world.dewi);
    Refused.with("round.others", () -> dewi.finish(id));
    Refused.with("round.others", () -> dewi.extend(id, Duration.ofHours(2)));
    Refused.with("round.others", () -> dewi.checkIn(id));
    Refused.with("round.others", () -> dewi.leave(id));
    Refused.with("round.others", () -> dewi.check(id, world.lindeflat, "stairs", "good"));
    Refused.with("round.taken", () -> dewi.start(id, "{}"));
    assertEquals(State.WALKING, world.round().state());
  }

  @Test
  void due_back_in_the_past_or_in_twenty_hours_is_refused_and_nothing_is_stored() {
    Phone noor = world.phone(world.noor);
    String past = "{\"dueBackAt\":\"2026-11-24T18:00:00Z\"}";
    Refused.with("round.due.past", () -> noor.start(id, past));
    String far = "{\"dueBackAt\":\"2026-11-25T14:00:00Z\"}";
    Refused.with("round.due.far", () -> noor.start(id, far));
    String never = "{\"dueBackAt\":\"+999999999-12-31T23:59:59Z\"}";
    Refused.with("round.due.far", () -> noor.start(id, never));
    assertEquals(0, world.count("SELECT COUNT(*) FROM round"));
    noor.start(id, "{\"dueBackAt\":\"2026-11-25T06:00:00Z\"}");
    world.clock.pass(MINUTE);
    Refused.with("round.due.far", () -> noor.extend(id, Duration.ofHours(12)));
    Refused.with("round.due.past", () -> noor.extend(id, Duration.ZERO));
  }

  @Test
  void a_phone_whose_clock_is_a_day_off_gives_the_right_deadline() {
    for (int hours : List.of(-24, 24)) {
      UUID round = Id.next();
      world.phone(world.noor).ahead(Duration.ofHours(hours)).start(round, "{}");
      assertEquals(World.START.plus(Duration.ofMinutes(90)), world.round(round).dueBackAt());
      Phone kim = world.phone(world.kim).ahead(Duration.ofHours(-hours));
      kim.join(round);
      kim.extend(round, Duration.ofHours(2));
      assertEquals(World.START.plus(Duration.ofHours(2)), world.round(round).dueBackAt());
    }
  }

  @Test
  void a_time_added_to_our_deadline_by_a_phone_a_day_off_is_read_on_our_clock() {
    for (int hours : List.of(-24, 24)) {
      UUID round = Id.next();
      Phone noor = world.phone(world.noor).ahead(Duration.ofHours(hours));
      noor.start(round, "{}");
      Instant later = world.round(round).dueBackAt().plus(MINUTE.multipliedBy(30));
      noor.apply(extension(noor, round, later), false);
      assertEquals(later, world.round(round).dueBackAt());
    }
  }

  @Test
  void of_two_who_extend_the_last_word_stands_in_either_order() {
    for (boolean inOrder : List.of(true, false)) {
      UUID round = Id.next();
      Phone noor = world.phone(world.noor);
      Phone kim = world.phone(world.kim);
      noor.start(round, "{}");
      kim.join(round);
      Instant first = world.clock.instant();
      Mutation early = extension(noor, round, first.plus(Duration.ofHours(3)));
      world.clock.pass(MINUTE);
      Mutation late = extension(kim, round, first.plus(Duration.ofHours(2)));
      List<Runnable> both =
          new ArrayList<>(
              List.of(() -> noor.apply(early, false), () -> kim.apply(late, false)));
      if (!inOrder) {
        Collections.reverse(both);
      }
      both.forEach(Runnable::run);
      assertEquals(first.plus(Duration.ofHours(2)), world.round(round).dueBackAt());
      assertEquals(world.kim.id(), world.round(round).lastSign().by());
    }
  }

  @Test
  void another_deadline_forgets_that_they_were_asked() {
    world.walking();
    world.database.write(
        handle -> {
          world.rounds.asked(handle, id);
          return null;
        });
    assertEquals(World.START, world.round().askedAt());
    world.phone(world.kim).extend(id, Duration.ofHours(2));
    assertNull(world.round().askedAt());
  }

  @Test
  void both_may_end_it_and_the_first_has_what_comes_later_changes_nothing() {
    world.walking();
    Phone kim = world.phone(world.kim);
    kim.finish(id);
    Round ended = world.round();
    assertEquals(ended.revision(), world.phone(world.noor).finish(id).revision());
    assertEquals(ended, world.round());
    world.clock.pass(MINUTE);
    kim.checkIn(id);
    kim.extend(id, Duration.ofHours(3));
    kim.leave(id);
    assertEquals(State.FINISHED, world.round().state());
    assertEquals(ended.dueBackAt(), world.round().dueBackAt());
    assertEquals(world.kim.id(), world.round().finishedBy());
  }

  @Test
  void who_leaves_is_no_longer_a_pair_and_the_last_must_say_they_are_safe() {
    world.walking();
    Phone kim = world.phone(world.kim);
    world.clock.pass(MINUTE);
    Mutation before = kim.mutation("round.checkIn", id, "{}");
    world.clock.pass(MINUTE);
    kim.leave(id);
    assertEquals(State.STARTED, world.round().state());
    kim.apply(before, false);
    world.clock.pass(MINUTE);
    Refused.with("round.others", () -> kim.checkIn(id));
    Refused.with("round.leave.last", () -> world.phone(world.noor).leave(id));
    world.phone(world.dewi).join(id);
    assertEquals(State.WALKING, world.round().state());
  }

  @Test
  void a_round_whose_time_has_passed_before_it_came_in_is_still_taken() {
    Phone noor = world.phone(world.noor);
    Phone kim = world.phone(world.kim);
    String start =
        "{\"district\":\"%s\",\"code\":\"%s\",\"dueBackAt\":\"2026-11-24T19:00:00Z\"}"
            .formatted(world.linden, World.CODE);
    Mutation started = noor.mutation("round.start", id, start);
    String join = "{\"code\":\"K7QM2X\",\"district\":\"%s\"}".formatted(world.linden);
    Mutation joined = kim.mutation("round.join", id, join);
    world.clock.pass(Duration.ofMinutes(50));
    Mutation finished = noor.mutation("round.finish", id, "{}");
    world.clock.pass(Duration.ofHours(30));
    noor.apply(started, false);
    assertEquals(Instant.parse("2026-11-24T19:00:00Z"), world.round().dueBackAt());
    noor.apply(finished, false);
    kim.apply(joined, false);
    assertEquals(State.FINISHED, world.round().state());
    assertEquals(2, world.round().members().size());
    Refused.with("round.full", () -> world.phone(world.dewi).apply(joined, false));
  }

  @Test
  void nobody_joins_what_has_ended() {
    world.phone(world.noor).start(id, "{}");
    world.phone(world.noor).finish(id);
    world.clock.pass(MINUTE.multipliedBy(11));
    Refused.with("round.finished", () -> world.phone(world.kim).join(id));
  }

  @Test
  void starting_once_more_changes_nothing() {
    world.walking();
    Round before = world.round();
    world.phone(world.noor).start(id, "{\"dueBackAt\":\"2026-11-24T23:00:00Z\"}");
    assertEquals(before, world.round());
  }

  @Test
  void only_certified_volunteers_walk_or_those_with_a_waiver() {
    Phone piet = world.phone(world.piet);
    Refused.with("round.uncertified", () -> piet.start(id, "{}"));
    world.phone(world.noor).start(id, "{}");
    Refused.with("round.uncertified", () -> piet.join(id));
    Refused.with("walker.waiver", () -> waive(world.piet, " "));
    waive(world.piet, "Loopt mee met Noor tot de workshop.");
    piet.join(id);
    assertEquals(State.WALKING, world.round().state());
    List<Boolean> certified =
        world.seen(world.noor, id).members().stream()
            .map(RoundValue.MemberValue::certified)
            .toList();
    assertTrue(certified.containsAll(List.of(true, false)), certified.toString());
    Refused.with("round.volunteer", () -> world.phone(world.bas).start(Id.next(), "{}"));
  }

  @Test
  void what_was_allowed_then_is_not_undone_by_what_was_taken_back_since() {
    Phone noor = world.phone(world.noor);
    String start =
        "{\"district\":\"%s\",\"code\":\"%s\",\"dueBackAt\":\"2026-11-24T19:00:00Z\"}"
            .formatted(world.linden, World.CODE);
    Mutation started = noor.mutation("round.start", id, start);
    world.clock.pass(MINUTE);
    world.room.walkers().endCertificate(world.esra, world.noor.id());
    noor.apply(started, false);
    Refused.with("round.uncertified", () -> noor.start(Id.next(), "{}"));
  }

  @Test
  void of_the_checklist_the_last_word_on_an_item_stands() {
    world.walking();
    Phone kim = world.phone(world.kim);
    Mutation early =
        kim.mutation(
            "round.check",
            id,
            "{\"complex\":\"%s\",\"item\":\"stairs\",\"result\":\"attention\",\"note\":\"Nat.\"}"
                .formatted(world.lindeflat));
    world.clock.pass(MINUTE);
    world.phone(world.noor).check(id, world.lindeflat, "stairs", "good");
    world.phone(world.noor).check(id, world.lindeflat, "lamps", "unseen");
    world.phone(world.noor).finish(id);
    kim.apply(early, false);
    List<RoundValue.CheckValue> checks = world.seen(world.kim, id).checks();
    assertEquals(
        List.of("lamps unseen noor", "stairs good noor"),
        checks.stream().map(c -> c.item() + " " + c.result() + " " + c.by().name()).toList());
    Refused.with("round.check", () -> kim.check(id, world.lindeflat, "stairs", "fine"));
  }

  @Test
  void what_is_not_well_filled_in_is_refused() {
    world.walking();
    Phone noor = world.phone(world.noor);
    Refused.with("round.args", () -> noor.say("round.extend", id, "{}"));
    Refused.with("round.args", () -> noor.say("round.join", id, "{\"code\":\"K7QM2X\"}"));
    Refused.with("json.time", () -> noor.say("round.extend", id, "{\"dueBackAt\":\"half negen\"}"));
    Refused.with("json.invalid", () -> noor.say("round.finish", id, "{\"safe\":true}"));
    String pole = "{\"place\":{\"lat\":91,\"lon\":5}}";
    Refused.with("round.place", () -> noor.say("round.checkIn", id, pole));
    Refused.with("round.kind", () -> noor.start(Id.next(), "{\"kind\":\"parade\"}"));
    String route = "{\"route\":\"%s\"}".formatted("x".repeat(201));
    Refused.with("round.route", () -> noor.start(Id.next(), route));
    Refused.with("id.invalid", () -> noor.start(Id.next(), "{\"complexes\":[\"A-1\"]}"));
  }

  private static Mutation extension(Phone phone, UUID round, Instant dueBackAt) {
    return phone.mutation("round.extend", round, "{\"dueBackAt\":\"%s\"}".formatted(dueBackAt));
  }

  private void waive(Actor volunteer, String reason) {
    world.room.walkers().waive(world.esra, volunteer.id(), reason);
  }
}
