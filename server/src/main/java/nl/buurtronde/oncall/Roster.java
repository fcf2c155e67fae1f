package nl.buurtronde.oncall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.notice.Contacts;
import nl.buurtronde.place.Places;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** Who is on call: the coordinator plans it; another person counts only once that one accepts. */
public final class Roster {
  static final Duration AHEAD = Duration.ofDays(14);

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final Accounts accounts;
  private final Places places;
  private final Contacts contacts;
  private final Duty duty;
  private final RosterViews views;
  private final Letters letters;

  Roster(
      Database database,
      Clock clock,
      Audit audit,
      Accounts accounts,
      Places places,
      Contacts contacts,
      Duty duty,
      RosterViews views,
      Letters letters) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.accounts = accounts;
    this.places = places;
    this.contacts = contacts;
    this.duty = duty;
    this.views = views;
    this.letters = letters;
  }

  /** @param from null for now; @param to null for fourteen days later */
  public RosterValue list(Instant from, Instant to) {
    Instant begin = from == null ? clock.instant() : from;
    Instant end = to == null ? begin.plus(AHEAD) : to;
    if (!end.isAfter(begin) || Duration.between(begin, end).toDays() > 400) {
      throw new Refusal(Reason.INVALID, "roster.period");
    }
    return database.read(handle -> views.roster(handle, new Span(begin, end)));
  }

  /** Who is on call now for each district of this person. */
  public WatchValue watch(Actor actor) {
    return database.read(handle -> views.watch(handle, actor, clock.instant()));
  }

  /**
   * Plans a new shift, which counts at once, or changes one; another person on it is only
   * proposed. True when it is new.
   */
  public boolean put(Actor actor, Shift shift) {
    return database.write(
        handle -> {
          ShiftDao shifts = handle.attach(ShiftDao.class);
          Shift before = shifts.find(shift.id()).orElse(null);
          if (before == null && shifts.countRemoved(shift.id()) > 0) {
            throw new Refusal(Reason.CONFLICT, "shift.removed");
          }
          check(handle, shift);
          boolean passedOn = before != null && !before.person().equals(shift.person());
          if (passedOn) {
            requireSamePlan(before, shift);
            propose(handle, actor, before, shift.person());
          } else if (before == null) {
            shifts.insert(shift, Revisions.next(handle));
            audit.record(handle, actor.id(), "shift.planned", shift.id().toString(), "");
          } else if (!before.equals(shift)) {
            shifts.update(shift, Revisions.next(handle));
            audit.record(handle, actor.id(), "shift.changed", shift.id().toString(), "");
          }
          return before == null;
        });
  }

  public void remove(Actor actor, UUID id) {
    database.write(
        handle -> {
          ShiftDao shifts = handle.attach(ShiftDao.class);
          if (shifts.countRemoved(id) == 0) {
            get(handle, id);
            shifts.remove(id, clock.instant(), Revisions.next(handle));
            shifts.declineAll(id, clock.instant());
            audit.record(handle, actor.id(), "shift.removed", id.toString(), "");
          }
          return null;
        });
  }

  /** Asks somebody to take over a shift of one's own; the coordinator may ask for everybody's. */
  public UUID propose(Actor actor, UUID id, UUID person) {
    return database.write(
        handle -> {
          Shift shift = get(handle, id);
          if (!shift.person().equals(actor.id()) && actor.role() != Role.COORDINATOR) {
            throw new Refusal(Reason.FORBIDDEN, "shift.others");
          }
          requirePerson(handle, person);
          return propose(handle, actor, shift, person);
        });
  }

  public void accept(Actor actor, UUID id) {
    answer(
        actor,
        id,
        (handle, swap) -> {
          if (swap.acceptedAt() != null) {
            return;
          }
          requireUnanswered(swap.declinedAt());
          ShiftDao shifts = handle.attach(ShiftDao.class);
          Shift shift = shifts.find(swap.shift()).orElseThrow(Roster::over);
          requirePerson(handle, actor.id());
          requireOneRank(shifts, shift.of(actor.id()));
          shifts.accept(id, clock.instant());
          shifts.update(shift.of(actor.id()), Revisions.next(handle));
          audit.record(handle, actor.id(), "shift.accepted", shift.id().toString(), "");
        });
  }

  public void decline(Actor actor, UUID id) {
    answer(
        actor,
        id,
        (handle, swap) -> {
          if (swap.declinedAt() != null) {
            return;
          }
          requireUnanswered(swap.acceptedAt());
          handle.attach(ShiftDao.class).decline(id, clock.instant());
          Revisions.next(handle); // wakes the open pages
          audit.record(handle, actor.id(), "shift.declined", swap.shift().toString(), "");
        });
  }

  /** Whether anybody is still planned who is no longer of the office. */
  boolean isOutdated(Handle handle) {
    return !leavers(handle).isEmpty();
  }

  /** Takes those off who are no longer of the office, from now on, and tells who plans. */
  void dismiss(Handle handle) {
    for (UUID person : leavers(handle)) {
      ShiftDao shifts = handle.attach(ShiftDao.class);
      Instant now = clock.instant();
      List<Shift> lost = shifts.listOf(person, now);
      for (Shift shift : lost) {
        if (shift.startsAt().isBefore(now)) {
          shifts.update(shift.until(now), Revisions.next(handle));
        } else {
          shifts.remove(shift.id(), now, Revisions.next(handle));
        }
        shifts.declineAll(shift.id(), now);
        audit.record(handle, null, "shift.removed", shift.id().toString(), "left the office");
      }
      shifts.declineAllTo(person, now);
      letters.dismissed(handle, person, lost, duty.coordinators());
    }
  }

  private Set<UUID> leavers(Handle handle) {
    Set<UUID> people = new HashSet<>(handle.attach(ShiftDao.class).people(clock.instant()));
    people.removeIf(duty::isOfOffice);
    return people;
  }

  private UUID propose(Handle handle, Actor actor, Shift shift, UUID person) {
    ShiftDao shifts = handle.attach(ShiftDao.class);
    requireOneRank(shifts, shift.of(person));
    for (Swap swap : shifts.listProposed()) {
      if (swap.shift().equals(shift.id()) && swap.to().equals(person)) {
        return swap.id();
      }
    }
    shifts.declineAll(shift.id(), clock.instant());
    UUID id = Id.next();
    shifts.propose(id, shift.id(), person, actor.id(), clock.instant());
    Revisions.next(handle); // wakes the open pages
    letters.swapProposed(handle, id, shift, person);
    audit.record(handle, actor.id(), "shift.proposed", shift.id().toString(), "");
    return id;
  }

  private void answer(Actor actor, UUID id, BiConsumer<Handle, Swap> verb) {
    database.write(
        handle -> {
          Swap swap =
              handle
                  .attach(ShiftDao.class)
                  .findSwap(id)
                  .filter(found -> found.to().equals(actor.id()))
                  .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "swap.unknown"));
          verb.accept(handle, swap);
          return null;
        });
  }

  private void check(Handle handle, Shift shift) {
    if (shift.district() != null && places.findDistrict(shift.district()).isEmpty()) {
      throw new Refusal(Reason.UNPROCESSABLE, "shift.district");
    }
    requirePerson(handle, shift.person());
    int overlaps =
        handle
            .attach(ShiftDao.class)
            .countOverlaps(
                shift.id(), shift.district(), shift.rank(), shift.startsAt(), shift.endsAt());
    if (overlaps > 0) {
      throw new Refusal(Reason.CONFLICT, "shift.overlap");
    }
  }

  private void requirePerson(Handle handle, UUID person) {
    boolean staff =
        person != null
            && accounts.list().stream()
                .anyMatch(
                    each ->
                        each.id().equals(person)
                            && each.revokedAt() == null
                            && each.role().isStaff());
    if (!staff) {
      throw new Refusal(Reason.UNPROCESSABLE, "shift.person");
    }
    if (!contacts.isReachable(handle, person)) {
      throw new Refusal(Reason.UNPROCESSABLE, "shift.phone");
    }
  }

  // Who is both is called twice, and nobody after that.
  private static void requireOneRank(ShiftDao shifts, Shift shift) {
    if (shifts.countOtherRanks(shift) > 0) {
      throw new Refusal(Reason.CONFLICT, "shift.ranks");
    }
  }

  // Times that change and a person who may still say no, in one go, would leave it half done.
  private static void requireSamePlan(Shift before, Shift after) {
    if (!before.isSamePlanAs(after)) {
      throw new Refusal(Reason.CONFLICT, "shift.both");
    }
  }

  private static void requireUnanswered(Instant answeredOtherwise) {
    if (answeredOtherwise != null) {
      throw over();
    }
  }

  private static Refusal over() {
    return new Refusal(Reason.CONFLICT, "swap.over");
  }

  private static Shift get(Handle handle, UUID id) {
    return handle
        .attach(ShiftDao.class)
        .find(id)
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "shift.unknown"));
  }
}
