package nl.buurtronde.oncall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Role;
import org.jdbi.v3.core.Handle;

/** Who may see an alarm: its pair, coordinators, and who is on call while it matters. */
final class Sight {
  private static final Duration AFTER_CLOSING = Duration.ofHours(24);

  private final Clock clock;

  Sight(Clock clock) {
    this.clock = clock;
  }

  boolean sees(Handle handle, Actor actor, Alarm alarm) {
    return actor.role() == Role.COORDINATOR
        || isOwn(handle, actor, alarm)
        || actor.role().isStaff() && isRecent(alarm) && isBacker(handle, actor.id(), alarm);
  }

  /** Of the pair, or the one who called; an exercise is nobody's. */
  boolean isOwn(Handle handle, Actor actor, Alarm alarm) {
    return handle.attach(AlarmDao.class).members(alarm.id()).contains(actor.id());
  }

  boolean isRecent(Alarm alarm) {
    return !alarm.isClosed()
        || clock.instant().isBefore(alarm.closedAt().plus(AFTER_CLOSING));
  }

  private boolean isBacker(Handle handle, UUID account, Alarm alarm) {
    if (handle.attach(AlarmDao.class).called(alarm.id()).contains(account)) {
      return true;
    }
    Instant until = alarm.isClosed() ? alarm.closedAt() : clock.instant();
    Instant to = until.isAfter(alarm.openedAt()) ? until : alarm.openedAt();
    return handle
        .attach(ShiftDao.class)
        .list(alarm.openedAt(), to.plusMillis(1))
        .stream()
        .anyMatch(shift -> shift.person().equals(account) && shift.isFor(alarm.district()));
  }
}
