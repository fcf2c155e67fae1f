package nl.buurtronde.oncall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.database.Database;
import nl.buurtronde.database.TransactionLost;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.notice.Notices;
import nl.buurtronde.notice.Outcome;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the steps of the ladder; each in one transaction with the messages it plans. */
final class Escalation {
  private static final Logger LOG = LoggerFactory.getLogger(Escalation.class);
  // Later than this is not a tick that came late but a server that was away: no steps in a burst.
  private static final Duration LATE = Duration.ofSeconds(2);

  private final Database database;
  private final Clock clock;
  private final Ladder ladder;
  private final Deadlines deadlines;
  private final Duty duty;
  private final Notices notices;
  private final Letters letters;

  Escalation(
      Database database,
      Clock clock,
      Ladder ladder,
      Deadlines deadlines,
      Duty duty,
      Notices notices,
      Letters letters) {
    this.database = database;
    this.clock = clock;
    this.ladder = ladder;
    this.deadlines = deadlines;
    this.duty = duty;
    this.notices = notices;
    this.letters = letters;
  }

  /** What an alarm is opened with. */
  record Cause(
      UUID id, Alarm.Kind kind, UUID round, UUID district, UUID caller, Instant deadline) {}

  /** Opens an alarm and takes its first step. */
  Alarm open(Handle handle, Cause cause, Collection<UUID> members, String detail) {
    AlarmDao dao = handle.attach(AlarmDao.class);
    Alarm alarm = put(handle, cause, members, detail);
    step(handle, dao, alarm, alarm.openedAt());
    return dao.find(cause.id()).orElseThrow();
  }

  /** Its first step is then due at once; of a call and an exercise that is on call 1. */
  Alarm put(Handle handle, Cause cause, Collection<UUID> members, String detail) {
    AlarmDao dao = handle.attach(AlarmDao.class);
    Instant now = clock.instant();
    int before = cause.kind() == Alarm.Kind.OVERDUE ? 0 : 1;
    dao.insert(
        cause.id(),
        cause.kind().wire(),
        cause.round(),
        cause.district(),
        cause.caller(),
        now,
        cause.deadline(),
        before,
        Revisions.next(handle));
    members.forEach(member -> dao.addMember(cause.id(), member));
    dao.tell(Id.next(), cause.id(), "opened", null, cause.caller(), now, detail);
    return dao.find(cause.id()).orElseThrow();
  }

  /** Whether the next step is to be taken, or the last one reached nobody. */
  boolean isDue(Handle handle, Alarm alarm) {
    if (alarm.isClosed() || alarm.nextStepAt() == null) {
      return false;
    }
    if (deadlines.isDue(alarm.id(), alarm.nextStepAt())) {
      return true;
    }
    if (alarm.state() == Alarm.State.ACKNOWLEDGED || !isLost(handle, alarm, alarm.step())) {
      return false;
    }
    return !Ladder.isLast(alarm.step())
        || isSilent(handle, alarm)
            && deadlines.isDue(alarm.id(), alarm.steppedAt().plus(ladder.afterSilence()));
  }

  /** Takes the next step if it is still due; who acknowledged and did not close has had the time. */
  void advance(Handle handle, UUID id) {
    AlarmDao dao = handle.attach(AlarmDao.class);
    Alarm alarm = dao.find(id).orElseThrow();
    if (!isDue(handle, alarm)) {
      return;
    }
    Instant now = clock.instant();
    if (alarm.isPractice() && Ladder.isLast(alarm.step())) {
      String reason = "";
      dao.close(id, null, now, reason, false, Revisions.next(handle));
      dao.tell(Id.next(), id, "unanswered", null, null, now, reason);
      return;
    }
    if (alarm.state() == Alarm.State.ACKNOWLEDGED) {
      dao.tell(Id.next(), id, "reopened", null, alarm.acknowledgedBy(), now, "");
    }
    Instant due = alarm.nextStepAt();
    boolean onTime = !now.isBefore(due) && Duration.between(due, now).compareTo(LATE) <= 0;
    step(handle, dao, alarm, onTime ? due : now);
  }

  Duration pause() {
    return ladder.pause();
  }

  private void step(Handle handle, AlarmDao dao, Alarm alarm, Instant at) {
    int step = alarm.step();
    boolean planned;
    do {
      step++;
      planned = call(handle, dao, alarm, step);
      String kind = planned ? "step" : "skipped";
      dao.tell(Id.next(), alarm.id(), kind, step, null, clock.instant(), "");
    } while (!planned && !Ladder.isLast(step));
    dao.step(alarm.id(), step, at, at.plus(ladder.after(step)), Revisions.next(handle));
  }

  private boolean call(Handle handle, AlarmDao dao, Alarm alarm, int step) {
    Set<UUID> pair = dao.members(alarm.id());
    boolean planned = false;
    for (UUID person : readable(handle, dao, alarm, step, pair)) {
      planned |= call(dao, alarm, step, person, pair);
    }
    return planned;
  }

  // Where one cannot be called, another may be: an alarm does not wait for what is broken.
  private boolean call(AlarmDao dao, Alarm alarm, int step, UUID person, Set<UUID> pair) {
    try {
      return database.write(
          handle -> {
            boolean planned = letters.step(handle, alarm, step, person, pair) > 0;
            if (planned) {
              dao.addCalled(alarm.id(), step, person);
            }
            return planned;
          });
    } catch (TransactionLost e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Alarm {} step {}: {} could not be called", alarm.id(), step, person, e);
      return false;
    }
  }

  private Set<UUID> readable(
      Handle handle, AlarmDao dao, Alarm alarm, int step, Set<UUID> pair) {
    try {
      return people(handle, dao, alarm, step, pair);
    } catch (TransactionLost e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Alarm {} step {}: who is to be called cannot be read", alarm.id(), step, e);
      return Set.of();
    }
  }

  private Set<UUID> people(
      Handle handle, AlarmDao dao, Alarm alarm, int step, Set<UUID> pair) {
    return switch (Ladder.rung(step)) {
      case PAIR -> pair;
      case FIRST -> onCall(handle, dao, alarm, step, 1);
      case SECOND -> onCall(handle, dao, alarm, step, 2);
      case COORDINATORS -> duty.coordinators();
    };
  }

  // Whoever was called keeps this alarm, also when the roster has changed since.
  private Set<UUID> onCall(Handle handle, AlarmDao dao, Alarm alarm, int step, int rank) {
    Set<UUID> people =
        new LinkedHashSet<>(dao.calledOnRung(alarm.id(), step, Ladder.Rung.values().length));
    people.removeIf(person -> !duty.isOfOffice(person));
    people.addAll(duty.onCall(handle, alarm.district(), rank, clock.instant()));
    return people;
  }

  private boolean isLost(Handle handle, Alarm alarm, int step) {
    Outcome outcome = notices.outcome(handle, alarm.id(), step);
    return outcome == Outcome.FAILED || outcome == Outcome.NONE;
  }

  private boolean isSilent(Handle handle, Alarm alarm) {
    for (int step = Ladder.firstOfCycle(alarm.step()); step <= alarm.step(); step++) {
      if (!isLost(handle, alarm, step)) {
        return false;
      }
    }
    return true;
  }
}
