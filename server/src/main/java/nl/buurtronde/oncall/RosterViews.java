package nl.buurtronde.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.account.Person;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.notice.Contacts;
import nl.buurtronde.notice.Notices;
import nl.buurtronde.place.District;
import nl.buurtronde.place.Places;
import org.jdbi.v3.core.Handle;

/** What the roster looks like to those who plan it, and to those about to walk. */
final class RosterViews {
  static final Duration TEST_EVERY = Duration.ofDays(30);
  // Gaps are everybody's who plans; this actor stands for all districts.
  private static final Actor ALL = new Actor(new UUID(0, 0), "-", Role.COORDINATOR, Set.of());

  private final Accounts accounts;
  private final Places places;
  private final Contacts contacts;
  private final Notices notices;
  private final Duty duty;

  RosterViews(
      Accounts accounts, Places places, Contacts contacts, Notices notices, Duty duty) {
    this.accounts = accounts;
    this.places = places;
    this.contacts = contacts;
    this.notices = notices;
    this.duty = duty;
  }

  RosterValue roster(Handle handle, Span period) {
    ShiftDao dao = handle.attach(ShiftDao.class);
    List<Shift> shifts = dao.list(period.from(), period.to());
    Map<UUID, Swap> swaps =
        dao.listProposed().stream().collect(Collectors.toMap(Swap::shift, Function.identity()));
    Map<UUID, Person> people =
        accounts.list(
            Stream.concat(
                    shifts.stream().map(Shift::person), swaps.values().stream().map(Swap::to))
                .collect(Collectors.toSet()));
    return new RosterValue(
        shifts.stream().map(shift -> value(handle, shift, swaps, people)).toList(),
        gaps(handle, period),
        someone(handle));
  }

  List<RosterValue.GapValue> gaps(Handle handle, Span period) {
    return districts().stream()
        .flatMap(
            district ->
                duty.gaps(handle, district.id(), period).stream()
                    .map(gap -> new RosterValue.GapValue(district.id(), gap.from(), gap.to())))
        .toList();
  }

  List<District> districts() {
    return places.districts(ALL);
  }

  WatchValue watch(Handle handle, Actor actor, Instant now) {
    Collection<UUID> districts =
        actor.role().setsUp()
            ? districts().stream().map(District::id).toList()
            : actor.districts();
    Instant tested = handle.attach(AlarmDao.class).lastPractice().orElse(null);
    return new WatchValue(
        districts.stream().map(district -> district(handle, district, now)).toList(),
        !notices.health(handle).allDown(),
        tested,
        tested == null || tested.isBefore(now.minus(TEST_EVERY)),
        backers(handle, duty.coordinators()));
  }

  private WatchValue.DistrictValue district(Handle handle, UUID district, Instant now) {
    List<Span> gaps = duty.gaps(handle, district, new Span(now, now.plus(Roster.AHEAD)));
    return new WatchValue.DistrictValue(
        district,
        backers(handle, duty.onCall(handle, district, now)),
        gaps.isEmpty() ? null : gaps.get(0).from());
  }

  private List<WatchValue.BackerValue> backers(Handle handle, Set<UUID> ids) {
    Map<UUID, Person> people = accounts.list(ids);
    return ids.stream()
        .map(people::get)
        .map(
            person ->
                new WatchValue.BackerValue(
                    person.id(),
                    person.name(),
                    person.fullName(),
                    contacts.phoneOf(handle, person.id()).orElse(null)))
        .toList();
  }

  private RosterValue.ShiftValue value(
      Handle handle, Shift shift, Map<UUID, Swap> swaps, Map<UUID, Person> people) {
    Swap swap = swaps.get(shift.id());
    return new RosterValue.ShiftValue(
        shift.id(),
        shift.district(),
        Who.of(people.get(shift.person())),
        shift.startsAt(),
        shift.endsAt(),
        shift.rank(),
        swap == null
            ? null
            : new RosterValue.SwapValue(swap.id(), Who.of(people.get(swap.to()))),
        duty.isReachable(handle, shift.person()));
  }

  private List<RosterValue.SomeoneValue> someone(Handle handle) {
    return accounts.list().stream()
        .filter(account -> account.role().isStaff() && account.revokedAt() == null)
        .map(
            account ->
                new RosterValue.SomeoneValue(
                    account.id(),
                    account.name(),
                    account.fullName(),
                    account.role(),
                    contacts.isReachable(handle, account.id())))
        .toList();
  }
}
