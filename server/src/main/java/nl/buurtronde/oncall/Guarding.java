package nl.buurtronde.oncall;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.round.Round;
import nl.buurtronde.round.Rounds;
import nl.buurtronde.round.Sign;
import nl.buurtronde.round.State;
import nl.buurtronde.round.Watched;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** Keeps an eye on one open round: asks, raises the alarm, and says when nobody watches any more. */
final class Guarding {
  private final Database database;
  private final Clock clock;
  private final Duration grace;
  private final Deadlines deadlines;
  private final Rounds rounds;
  private final Duty duty;
  private final Escalation escalation;
  private final Letters letters;

  Guarding(
      Database database,
      Clock clock,
      Duration grace,
      Deadlines deadlines,
      Rounds rounds,
      Duty duty,
      Escalation escalation,
      Letters letters) {
    this.database = database;
    this.clock = clock;
    this.grace = grace;
    this.deadlines = deadlines;
    this.rounds = rounds;
    this.duty = duty;
    this.escalation = escalation;
    this.letters = letters;
  }

  /** One look at one open round; writes only when there is something to do. */
  void look(Round round) {
    boolean overdue = deadlines.isDue(round.id(), round.dueBackAt().plus(grace));
    boolean late = deadlines.isDue(round.id(), round.dueBackAt());
    if (overdue && database.read(handle -> isUnraised(handle, round))) {
      database.write(handle -> raise(handle, round));
    } else if (late && !overdue && database.read(handle -> isUnasked(handle, round))) {
      database.write(handle -> ask(handle, round));
    }
    if (database.read(handle -> isWatchOutdated(handle, round))) {
      database.write(handle -> renewWatch(handle, round.id()));
    }
  }

  /** A phone changed its round: told here in the same transaction. */
  void changed(Handle handle, Round round) {
    AlarmDao dao = handle.attach(AlarmDao.class);
    if (round.isOpen()) {
      adopt(handle, dao, round);
    }
    for (Alarm alarm : dao.listUnclosedOf(round.id())) {
      boolean joined = false;
      for (UUID member : Duty.present(round)) {
        joined |= dao.addMember(alarm.id(), member);
      }
      noteSign(dao, alarm, round);
      boolean safe = round.state() == State.FINISHED && alarm.safeAt() == null;
      if (safe) {
        noteSafe(handle, dao, alarm);
      } else if (joined) {
        dao.touch(alarm.id(), Revisions.next(handle));
      }
    }
  }

  // A call goes by a faster road than the joining before it: whose round it was is known only now.
  private static void adopt(Handle handle, AlarmDao dao, Round round) {
    for (UUID member : Duty.present(round)) {
      for (UUID alarm : dao.listRoundless(member)) {
        dao.setRound(alarm, round.id(), round.district(), Revisions.next(handle));
      }
    }
  }

  // It closes nothing: whoever took the alarm on must hear it from them, and say so.
  private void noteSafe(Handle handle, AlarmDao dao, Alarm alarm) {
    Instant now = clock.instant();
    dao.safe(alarm.id(), now, Revisions.next(handle));
    dao.tell(Id.next(), alarm.id(), "safe", null, null, now, "");
    Set<UUID> pair = dao.members(alarm.id());
    Set<UUID> called = new HashSet<>(dao.called(alarm.id()));
    called.removeAll(pair);
    letters.safe(handle, alarm, called, pair);
  }

  private static void noteSign(AlarmDao dao, Alarm alarm, Round round) {
    Sign sign = round.lastSign();
    if (sign != null
        && sign.at().isAfter(alarm.openedAt())
        && dao.countEvents(alarm.id(), "sign", sign.by(), sign.at()) == 0) {
      dao.tell(Id.next(), alarm.id(), "sign", null, sign.by(), sign.at(), "");
    }
  }

  private static boolean isUnraised(Handle handle, Round round) {
    return handle.attach(AlarmDao.class).countOverdue(round.id(), round.dueBackAt()) == 0;
  }

  private static boolean isUnasked(Handle handle, Round round) {
    return handle.attach(AlarmDao.class).countQuestions(round.id(), round.dueBackAt()) == 0;
  }

  // The round may have been ended or prolonged since we looked: judged again in the transaction.
  private Void raise(Handle handle, Round seen) {
    Round round = rounds.find(handle, seen.id()).orElseThrow();
    if (isStill(round, seen) && isUnraised(handle, round)) {
      escalation.open(
          handle,
          new Escalation.Cause(
              Id.next(),
              Alarm.Kind.OVERDUE,
              round.id(),
              round.district(),
              null,
              round.dueBackAt()),
          Duty.present(round),
          "");
    }
    return null;
  }

  private Void ask(Handle handle, Round seen) {
    Round round = rounds.find(handle, seen.id()).orElseThrow();
    if (isStill(round, seen) && isUnasked(handle, round)) {
      AlarmDao dao = handle.attach(AlarmDao.class);
      UUID subject = dao.countQuestions(round.id()) == 0 ? round.id() : again(round);
      dao.addQuestion(round.id(), round.dueBackAt(), clock.instant());
      rounds.asked(handle, round.id());
      letters.ask(handle, subject, round);
    }
    return null;
  }

  // About one subject each contact hears a step once; a prolonged round is asked again.
  private static UUID again(Round round) {
    String name = round.id() + " " + round.dueBackAt();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isStill(Round round, Round seen) {
    return round.isOpen() && round.dueBackAt().equals(seen.dueBackAt());
  }

  private boolean isWatchOutdated(Handle handle, Round round) {
    Watched now = duty.of(handle, round);
    boolean known =
        handle
            .attach(AlarmDao.class)
            .watched(round.id())
            .filter(watched -> watched == !now.people().isEmpty())
            .isPresent();
    return !known || !Objects.equals(now, round.watch());
  }

  private Void renewWatch(Handle handle, UUID id) {
    AlarmDao dao = handle.attach(AlarmDao.class);
    Round round = rounds.find(handle, id).filter(Round::isOpen).orElse(null);
    if (round == null) {
      return null;
    }
    Watched now = duty.of(handle, round);
    boolean watched = !now.people().isEmpty();
    boolean before = dao.watched(id).orElse(false);
    rounds.setWatch(handle, id, now);
    dao.setWatched(id, watched);
    if (before && !watched) {
      letters.watchLost(handle, round, now.reason(), List.copyOf(duty.coordinators()));
    }
    return null;
  }
}
