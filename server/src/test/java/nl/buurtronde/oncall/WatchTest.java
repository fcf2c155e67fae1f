package nl.buurtronde.oncall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.notice.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String LOST = "Er kijkt niemand mee";

  @TempDir Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder);
    List.of(world.noor, world.kim, world.bas, world.dina, world.esra).forEach(world::reachable);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_pair_is_watched_by_who_is_on_call_until_an_hour_after_its_return() {
    world.shift(world.bas, null, 1);
    world.shift(world.dina, null, 2);
    UUID round = world.walk(HOUR);
    assertEquals(List.of(world.bas.id(), world.dina.id()), world.watch(round));
    assertEquals(World.START.plus(HOUR).plus(HOUR), world.round(round).watch().until());
    world.clock.pass(HOUR.plus(HOUR));
    world.tick();
    assertEquals(World.START.plus(Duration.ofHours(3)), world.round(round).watch().until());
  }

  @Test
  void with_nobody_on_call_a_pair_is_not_watched_and_told_why() {
    assertEquals("nobody", world.watch(world.walk(HOUR)));
  }

  @Test
  void who_is_on_call_only_for_another_district_does_not_watch() {
    world.shift(world.bas, World.MOLEN, 1);
    assertEquals("nobody", world.watch(world.walk(HOUR)));
  }

  @Test
  void a_roster_that_ends_before_an_hour_after_the_return_is_a_gap() {
    Instant end = World.START.plus(HOUR).plus(HOUR);
    UUID shift = world.shift(world.bas, null, 1, World.START, end.minusMillis(1));
    UUID round = world.walk(HOUR);
    assertEquals("gap", world.watch(round));
    world.room.roster().put(world.esra, new Shift(shift, null, world.bas.id(), World.START, end, 1));
    world.tick();
    assertEquals(List.of(world.bas.id()), world.watch(round));
  }

  @Test
  void one_person_is_not_a_pair() {
    world.shift(world.bas, null, 1);
    UUID round = Id.next();
    world.start(round, world.noor, World.START, HOUR);
    assertEquals("pair", world.watch(round));
  }

  @Test
  void the_own_district_goes_before_the_general_shift_unless_it_cannot_be_reached() {
    world.shift(world.bas, null, 1);
    world.shift(world.dina, World.LINDEN, 1);
    UUID round = world.walk(HOUR);
    assertEquals(List.of(world.dina.id()), world.watch(round));
    world.unreachable(world.dina);
    world.tick();
    assertEquals(List.of(world.bas.id()), world.watch(round));
  }

  @Test
  void who_cannot_be_reached_any_more_does_not_watch() {
    world.shift(world.bas, null, 1);
    UUID round = world.walk(HOUR);
    world.unreachable(world.bas);
    world.tick();
    assertEquals("unreachable", world.watch(round));
  }

  @Test
  void losing_the_watch_is_told_to_the_pair_and_the_coordinators_once() {
    UUID shift = world.shift(world.bas, null, 1);
    UUID round = world.walk(HOUR);
    world.tick();
    world.room.roster().remove(world.esra, shift);
    world.pass(Duration.ofMinutes(2));
    assertEquals("nobody", world.watch(round));
    assertEquals(List.of("esra", "kim", "noor"), world.told(LOST));
    Instant planned =
        Instant.parse(world.text("SELECT MAX(planned_at) FROM delivery WHERE title = ?", LOST));
    assertEquals(World.START.plusSeconds(1), planned);
  }

  @Test
  void who_never_was_watched_loses_nothing() {
    world.walk(HOUR);
    world.pass(Duration.ofMinutes(2));
    assertEquals(List.of(), world.told(LOST));
  }

  @Test
  void when_all_channels_fail_nobody_watches() {
    world.shift(world.bas, null, 1);
    UUID round = world.walk(HOUR);
    world.tick();
    world.execute("INSERT INTO channel (kind, down) VALUES ('phone', 1)");
    world.tick();
    assertEquals("channels", world.watch(round));
    assertEquals(false, world.room.watchman().isWell());
  }

  @Test
  void a_channel_that_failed_is_tried_each_five_minutes_by_those_who_back_up_until_it_works() {
    world.shift(world.bas, null, 1);
    UUID round = world.walk(Duration.ofHours(4));
    world.execute("INSERT INTO channel (kind, down) VALUES ('phone', 1)");
    world.fate = "failed";
    world.pass(Duration.ofMinutes(11), Duration.ofMinutes(1));
    assertEquals("channels", world.watch(round));
    List<String> both = List.of("bas", "bas", "bas", "esra", "esra", "esra");
    assertEquals(both, world.told("Berichten komen weer aan"));
    world.execute("UPDATE channel SET down = 0");
    world.pass(Duration.ofMinutes(11), Duration.ofMinutes(1));
    assertEquals(List.of(world.bas.id()), world.watch(round));
    assertEquals(both, world.told("Berichten komen weer aan"));
  }

  @Test
  void who_can_be_reached_only_by_a_way_that_fails_does_not_watch() {
    world.shift(world.bas, null, 1);
    world.notice.contacts().addProven(world.noor.id(), Kind.EMAIL, "noor@buurt.example");
    UUID round = world.walk(HOUR);
    world.tick();
    assertEquals(List.of(world.bas.id()), world.watch(round));
    world.execute("INSERT INTO channel (kind, down) VALUES ('phone', 1)");
    world.tick();
    assertEquals("channels", world.watch(round));
    world.notice.contacts().addProven(world.bas.id(), Kind.EMAIL, "bas@buurt.example");
    world.tick();
    assertEquals(List.of(world.bas.id()), world.watch(round));
  }

  @Test
  void a_pair_still_out_when_its_alarm_is_closed_is_told_that_nobody_watches_until_it_extends() {
    world.shift(world.bas, null, 1);
    UUID round = world.walk(HOUR);
    world.pass(Duration.ofMinutes(71), Duration.ofMinutes(1));
    assertEquals(List.of(world.bas.id()), world.watch(round));
    world.room.alarms().close(world.bas, world.alarmOf(round), "Gebeld, alles goed", false);
    world.tick();
    assertEquals("closed", world.watch(round));
    assertEquals(List.of("esra", "kim", "noor"), world.told(LOST));
    world.extend(round, world.noor, HOUR);
    assertEquals(List.of(world.bas.id()), world.watch(round));
  }

  @Test
  void a_swap_during_a_round_moves_the_watch_only_after_acceptance() {
    UUID shift = world.shift(world.bas, null, 1);
    UUID round = world.walk(HOUR);
    UUID swap = world.room.roster().propose(world.bas, shift, world.dina.id());
    world.tick();
    assertEquals(List.of(world.bas.id()), world.watch(round));
    world.room.roster().accept(world.dina, swap);
    world.tick();
    assertEquals(List.of(world.dina.id()), world.watch(round));
    assertEquals(List.of(), world.told(LOST));
  }

  @Test
  void the_start_warns_when_nobody_practised_for_thirty_days() {
    assertEquals(true, world.room.roster().watch(world.noor).testLate());
    world.room.alarms().practise(world.esra);
    assertEquals(World.START, world.room.roster().watch(world.noor).testedAt());
    world.clock.pass(Duration.ofDays(30));
    assertEquals(false, world.room.roster().watch(world.noor).testLate());
    world.clock.pass(Duration.ofSeconds(1));
    assertEquals(true, world.room.roster().watch(world.noor).testLate());
  }

  @Test
  void before_the_start_a_volunteer_sees_who_would_watch_and_whom_to_ring() {
    assertEquals(List.of(), world.room.roster().watch(world.noor).districts().get(0).people());
    world.shift(world.bas, null, 1);
    WatchValue watch = world.room.roster().watch(world.noor);
    assertEquals("bas", watch.districts().get(0).people().get(0).name());
    assertEquals(World.START.plus(Duration.ofHours(24)), watch.districts().get(0).until());
    assertEquals("esra", watch.coordinators().get(0).name());
    assertEquals(true, watch.coordinators().get(0).phone().startsWith("+31"));
    assertEquals(List.of(true, true), List.of(watch.channels(), watch.testLate()));
  }
}
