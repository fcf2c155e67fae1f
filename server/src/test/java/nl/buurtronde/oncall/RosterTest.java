package nl.buurtronde.oncall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterTest {
  @TempDir Path folder;
  private World world;
  private Roster roster;

  @BeforeEach
  void open() {
    world = new World(folder);
    roster = world.room.roster();
    List.of(world.bas, world.dina, world.esra).forEach(world::reachable);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_shift_counts_at_once_and_the_same_again_changes_nothing() {
    Shift shift = shift(world.bas, null, 1, 0, 8);
    assertTrue(roster.put(world.esra, shift));
    assertFalse(roster.put(world.esra, shift));
    assertEquals(List.of("bas"), holders());
  }

  @Test
  void a_shift_over_another_of_the_same_rank_and_scope_is_refused() {
    roster.put(world.esra, shift(world.bas, null, 1, 0, 8));
    Refused.with(
        Reason.CONFLICT,
        "shift.overlap",
        () -> roster.put(world.esra, shift(world.dina, null, 1, 7, 9)));
    roster.put(world.esra, shift(world.dina, null, 1, 8, 9));
    roster.put(world.esra, shift(world.dina, null, 2, 7, 9));
    roster.put(world.esra, shift(world.dina, World.LINDEN, 1, 7, 8));
    assertEquals(4, holders().size());
  }

  @Test
  void a_shift_moved_over_another_is_refused_and_stays_as_it_was() {
    roster.put(world.esra, shift(world.bas, null, 1, 0, 8));
    Shift later = shift(world.dina, null, 1, 8, 12);
    roster.put(world.esra, later);
    Shift moved = new Shift(later.id(), null, world.dina.id(), hour(7), hour(12), 1);
    Refused.with(Reason.CONFLICT, "shift.overlap", () -> roster.put(world.esra, moved));
    assertEquals(hour(8), shiftOf(later.id()).startsAt());
  }

  @Test
  void somebody_who_cannot_be_reached_is_refused() {
    world.unreachable(world.bas);
    Refused.with(
        Reason.UNPROCESSABLE,
        "shift.phone",
        () -> roster.put(world.esra, shift(world.bas, null, 1, 0, 8)));
    assertEquals(List.of(), holders());
  }

  @Test
  void only_somebody_of_the_office_can_be_on_call() {
    world.reachable(world.noor);
    world.reachable(world.admin);
    for (Actor other : List.of(world.noor, world.admin)) {
      Refused.with(
          Reason.UNPROCESSABLE,
          "shift.person",
          () -> roster.put(world.esra, shift(other, null, 1, 0, 8)));
    }
  }

  @Test
  void times_that_go_back_another_rank_and_a_district_that_is_not_there_are_refused() {
    Refused.with(
        Reason.INVALID, "shift.times", () -> roster.put(world.esra, shift(world.bas, null, 1, 8, 8)));
    Refused.with(
        Reason.INVALID, "shift.rank", () -> roster.put(world.esra, shift(world.bas, null, 3, 0, 8)));
    Refused.with(
        Reason.UNPROCESSABLE,
        "shift.district",
        () -> roster.put(world.esra, shift(world.bas, Id.next(), 1, 0, 8)));
  }

  @Test
  void another_person_on_a_shift_counts_only_once_they_accept() {
    Shift shift = shift(world.bas, null, 1, 0, 8);
    roster.put(world.esra, shift);
    roster.put(world.esra, shift.of(world.dina.id()));
    assertEquals(List.of("bas"), holders());
    UUID swap = shiftOf(shift.id()).proposed().id();
    assertEquals("dina", shiftOf(shift.id()).proposed().person().name());
    assertEquals(List.of("dina"), world.told("Dienst overnemen?"));
    Refused.with(Reason.NOT_FOUND, "swap.unknown", () -> roster.accept(world.bas, swap));
    roster.accept(world.dina, swap);
    roster.accept(world.dina, swap);
    assertEquals(List.of("dina"), holders());
    Refused.with(Reason.CONFLICT, "swap.over", () -> roster.decline(world.dina, swap));
  }

  @Test
  void a_declined_swap_changes_nothing() {
    Shift shift = shift(world.bas, null, 1, 0, 8);
    roster.put(world.esra, shift);
    UUID swap = roster.propose(world.bas, shift.id(), world.dina.id());
    roster.decline(world.dina, swap);
    Refused.with(Reason.CONFLICT, "swap.over", () -> roster.accept(world.dina, swap));
    assertEquals(List.of("bas"), holders());
    assertEquals(null, shiftOf(shift.id()).proposed());
  }

  @Test
  void only_its_holder_or_the_coordinator_offers_a_shift() {
    Shift shift = shift(world.bas, null, 1, 0, 8);
    roster.put(world.esra, shift);
    Refused.with(
        Reason.FORBIDDEN,
        "shift.others",
        () -> roster.propose(world.dina, shift.id(), world.dina.id()));
  }

  @Test
  void other_times_and_another_person_in_one_go_are_refused() {
    Shift shift = shift(world.bas, null, 1, 0, 8);
    roster.put(world.esra, shift);
    Shift both = new Shift(shift.id(), null, world.dina.id(), hour(0), hour(9), 1);
    Refused.with(Reason.CONFLICT, "shift.both", () -> roster.put(world.esra, both));
  }

  @Test
  void who_takes_over_a_shift_is_not_both_ranks_at_once() {
    Shift first = shift(world.bas, null, 1, 0, 8);
    roster.put(world.esra, first);
    roster.put(world.esra, shift(world.dina, World.LINDEN, 2, 7, 9));
    Refused.with(
        Reason.CONFLICT,
        "shift.ranks",
        () -> roster.propose(world.bas, first.id(), world.dina.id()));
    Refused.with(
        Reason.CONFLICT,
        "shift.ranks",
        () -> roster.put(world.esra, first.of(world.dina.id())));
    UUID swap = roster.propose(world.bas, first.id(), world.esra.id());
    roster.put(world.esra, shift(world.esra, null, 2, 1, 2));
    Refused.with(Reason.CONFLICT, "shift.ranks", () -> roster.accept(world.esra, swap));
    assertEquals("bas", shiftOf(first.id()).person().name());
    Shift before = shift(world.bas, null, 1, -1, 0);
    roster.put(world.esra, before);
    roster.accept(world.dina, roster.propose(world.bas, before.id(), world.dina.id()));
  }

  @Test
  void who_is_no_longer_of_the_office_is_off_the_roster_from_now_on_and_who_plans_is_told() {
    roster.put(world.esra, shift(world.bas, null, 1, -2, -1));
    Shift running = shift(world.bas, null, 1, -1, 8);
    roster.put(world.esra, running);
    roster.put(world.esra, shift(world.bas, World.LINDEN, 1, 9, 10));
    roster.put(world.esra, shift(world.dina, null, 2, -1, 8));
    roster.put(world.esra, shift(world.dina, null, 2, 9, 10));
    UUID swap = roster.propose(world.bas, running.id(), world.esra.id());
    world.reachable(world.noor);
    world.reachable(world.kim);
    UUID round = world.walk(Duration.ofHours(1));
    UUID alarm = world.call(world.yusuf, null);
    world.tick();
    assertEquals(List.of(world.bas.id(), world.dina.id()), world.watch(round));

    world.execute("UPDATE account SET role = 'volunteer' WHERE id = ?", world.bas.id());
    Actor former = new Actor(world.bas.id(), "bas", Role.VOLUNTEER, world.bas.districts());
    Refused.with(Reason.NOT_FOUND, "alarm.unknown", () -> world.seen(former, alarm));
    String now = Columns.text(world.clock.instant());
    world.execute("UPDATE account SET revoked_at = ? WHERE id = ?", now, world.dina.id());
    assertEquals(hour(0), roster.list(hour(0), hour(20)).gaps().get(0).from());
    world.pass(Duration.ofSeconds(61));

    assertEquals("nobody", world.watch(round));
    assertEquals(List.of(), roster.list(hour(1), hour(20)).shifts());
    assertEquals(List.of("bas", "dina"), sorted(holders()));
    assertEquals(List.of("esra", "esra"), world.told("Diensten van het rooster"));
    String told = world.text("SELECT text FROM delivery WHERE text LIKE 'Mw. bas hoort%'");
    assertTrue(told.contains("Linden: van maandag 23 november 05:00"), told);
    Refused.with(Reason.CONFLICT, "swap.over", () -> roster.accept(world.esra, swap));
    world.pass(Duration.ofMinutes(3));
    assertEquals(2, world.told("Diensten van het rooster").size());
  }

  @Test
  void a_removed_shift_is_gone_and_its_swap_with_it() {
    Shift shift = shift(world.bas, null, 1, 0, 8);
    roster.put(world.esra, shift);
    UUID swap = roster.propose(world.bas, shift.id(), world.dina.id());
    roster.remove(world.esra, shift.id());
    roster.remove(world.esra, shift.id());
    Refused.with(Reason.CONFLICT, "swap.over", () -> roster.accept(world.dina, swap));
    Refused.with(Reason.CONFLICT, "shift.removed", () -> roster.put(world.esra, shift));
    assertEquals(List.of(), holders());
  }

  @Test
  void gaps_are_when_nobody_can_be_reached_for_a_district() {
    roster.put(world.esra, shift(world.bas, null, 1, 0, 8));
    roster.put(world.esra, shift(world.dina, World.LINDEN, 2, 8, 12));
    List<RosterValue.GapValue> gaps = roster.list(hour(0), hour(20)).gaps();
    assertEquals(
        List.of(
            new RosterValue.GapValue(World.LINDEN, hour(12), hour(20)),
            new RosterValue.GapValue(World.MOLEN, hour(8), hour(20))),
        gaps);
    world.unreachable(world.bas);
    assertEquals(hour(0), roster.list(hour(0), hour(20)).gaps().get(0).from());
    assertFalse(roster.list(hour(0), hour(20)).shifts().get(0).reachable());
  }

  @Test
  void gaps_of_a_fortnight_are_mailed_to_coordinators_once_a_day_at_eight() {
    world.tick();
    world.clock.pass(Duration.between(world.clock.instant(), Instant.parse("2026-11-23T06:59:00Z")));
    world.execute("DELETE FROM delivery");
    world.pass(Duration.ofMinutes(2), Duration.ofSeconds(30));
    assertEquals(List.of("esra"), world.told("Gaten in het rooster"));
    world.pass(Duration.ofHours(3), Duration.ofMinutes(20));
    assertEquals(List.of("esra"), world.told("Gaten in het rooster"));
  }

  @Test
  void without_gaps_nobody_is_mailed() {
    roster.put(world.esra, shift(world.bas, null, 1, -24, 24 * 20));
    world.pass(Duration.ofHours(15), Duration.ofMinutes(30));
    assertEquals(List.of(), world.told("Gaten in het rooster"));
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().toList();
  }

  private List<String> holders() {
    return roster.list(hour(-1), hour(20)).shifts().stream().map(s -> s.person().name()).toList();
  }

  private RosterValue.ShiftValue shiftOf(UUID id) {
    return roster.list(hour(-1), hour(20)).shifts().stream()
        .filter(shift -> shift.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Shift shift(Actor actor, UUID district, int rank, int from, int to) {
    return new Shift(Id.next(), district, actor.id(), hour(from), hour(to), rank);
  }

  private static Instant hour(int hour) {
    return World.START.plus(Duration.ofHours(hour));
  }
}
