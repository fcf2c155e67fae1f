package nl.buurtronde.oncall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.buurtronde.account.Account;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.notice.Contacts;
import nl.buurtronde.notice.Health;
import nl.buurtronde.notice.Notices;
import nl.buurtronde.round.Member;
import nl.buurtronde.round.Round;
import nl.buurtronde.round.Watch;
import nl.buurtronde.round.Watched;
import org.jdbi.v3.core.Handle;

/** Who backs a pair up at a moment, and whether anybody does until an hour after its return. */
final class Duty implements Watch {
  static final Duration AFTER_RETURN = Duration.ofHours(1);

  private final Clock clock;
  private final Accounts accounts;
  private final Contacts contacts;
  private final Notices notices;

  Duty(Clock clock, Accounts accounts, Contacts contacts, Notices notices) {
    this.clock = clock;
    this.accounts = accounts;
    this.contacts = contacts;
    this.notices = notices;
  }

  /**
   * Who of this rank can be reached: the district's own before the general one. Without a district
   * everybody of that rank.
   */
  Set<UUID> onCall(Handle handle, UUID district, int rank, Instant at) {
    List<Shift> now =
        at(handle, at).stream().filter(shift -> shift.rank() == rank).toList();
    if (district == null) {
      return reachable(handle, now, shift -> true);
    }
    Set<UUID> own = reachable(handle, now, shift -> district.equals(shift.district()));
    return own.isEmpty() ? reachable(handle, now, shift -> shift.district() == null) : own;
  }

  /** The same for both ranks, the first in front. */
  Set<UUID> onCall(Handle handle, UUID district, Instant at) {
    Set<UUID> people = new LinkedHashSet<>(onCall(handle, district, 1, at));
    people.addAll(onCall(handle, district, 2, at));
    return people;
  }

  /** When nobody can be reached for this district. */
  List<Span> gaps(Handle handle, UUID district, Span window) {
    return window.without(
        handle.attach(ShiftDao.class).list(window.from(), window.to()).stream()
            .filter(shift -> shift.isFor(district))
            .filter(shift -> isReachable(handle, shift.person()))
            .map(Shift::span)
            .toList());
  }

  Set<UUID> coordinators() {
    Set<UUID> people = new LinkedHashSet<>();
    accounts.list().stream()
        .filter(account -> account.role() == Role.COORDINATOR && account.revokedAt() == null)
        .map(Account::id)
        .forEach(people::add);
    return people;
  }

  @Override
  public Watched of(Handle handle, Round round) {
    if (!round.isOpen()) {
      return Watched.not("finished");
    }
    if (present(round).size() < 2) {
      return Watched.not("pair");
    }
    if (isLetGo(handle, round)) {
      return Watched.not("closed");
    }
    Health health = notices.health(handle);
    if (health.allDown()) {
      return Watched.not("channels");
    }
    Instant now = clock.instant();
    if (at(handle, now).stream().noneMatch(shift -> shift.isFor(round.district()))) {
      return Watched.not("nobody");
    }
    Set<UUID> people = onCall(handle, round.district(), now);
    if (people.isEmpty()) {
      return Watched.not("unreachable");
    }
    people.removeIf(person -> isCutOff(handle, health, person));
    if (people.isEmpty()) {
      return Watched.not("channels");
    }
    Instant until = afterReturn(round.dueBackAt(), now);
    return gaps(handle, round.district(), new Span(now, until)).isEmpty()
        ? new Watched(List.copyOf(people), until, null)
        : Watched.not("gap");
  }

  // Its alarm was closed while they are still out: this deadline raises no other.
  private static boolean isLetGo(Handle handle, Round round) {
    AlarmDao dao = handle.attach(AlarmDao.class);
    return dao.countOverdue(round.id(), round.dueBackAt()) > 0
        && dao.listUnclosedOf(round.id()).isEmpty();
  }

  // Of another way that works for others this person has no use.
  private boolean isCutOff(Handle handle, Health health, UUID person) {
    return contacts.usable(handle, person).stream()
        .noneMatch(contact -> health.works(contact.kind()));
  }

  // For a pair that is still out then, hour after hour: it is watched all the same.
  private static Instant afterReturn(Instant dueBackAt, Instant now) {
    Instant until = dueBackAt.plus(AFTER_RETURN);
    while (!until.isAfter(now)) {
      until = until.plus(AFTER_RETURN);
    }
    return until;
  }

  static List<UUID> present(Round round) {
    return round.present().stream().map(Member::account).toList();
  }

  private static List<Shift> at(Handle handle, Instant at) {
    return handle.attach(ShiftDao.class).list(at, at.plusMillis(1)).stream()
        .filter(shift -> shift.holds(at))
        .toList();
  }

  private Set<UUID> reachable(Handle handle, List<Shift> shifts, Predicate<Shift> scope) {
    Set<UUID> people = new LinkedHashSet<>();
    shifts.stream()
        .filter(scope)
        .map(Shift::person)
        .filter(person -> isReachable(handle, person))
        .forEach(people::add);
    return people;
  }

  /** Whether a message gets to this person, and they still are of the office. */
  boolean isReachable(Handle handle, UUID person) {
    return isOfOffice(person) && contacts.isReachable(handle, person);
  }

  /** Not whose account was ended or whose role is another since. */
  boolean isOfOffice(UUID person) {
    return accounts.isActive(person)
        && accounts.find(person).filter(found -> found.role().isStaff()).isPresent();
  }
}
