package nl.buurtronde.oncall;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.database.Database;
import nl.buurtronde.notice.Kind;
import nl.buurtronde.notice.Notices;
import org.jdbi.v3.core.Handle;

/**
 * What comes round by itself: the roster's gaps each morning, those who are no longer of the office,
 * an exercise each month, and a try whether a channel that failed works again.
 */
final class Chores {
  private static final int REPORT_HOUR = 8;
  private static final int OFFICE_OPENS = 10;
  private static final int OFFICE_CLOSES = 16;
  private static final Duration TRY_EVERY = Duration.ofMinutes(5);
  private static final Duration SETTLED = Duration.ofDays(1);

  private final Database database;
  private final Clock clock;
  private final Alarms alarms;
  private final Roster roster;
  private final RosterViews views;
  private final Duty duty;
  private final Notices notices;
  private final Letters letters;
  private Instant looked = Instant.MIN;
  private Instant tried = Instant.MIN;
  // Spares a write each minute; what was reported stands in the table.
  private LocalDate reported;

  Chores(
      Database database,
      Clock clock,
      Alarms alarms,
      Roster roster,
      RosterViews views,
      Duty duty,
      Notices notices,
      Letters letters) {
    this.database = database;
    this.clock = clock;
    this.alarms = alarms;
    this.roster = roster;
    this.views = views;
    this.duty = duty;
    this.notices = notices;
    this.letters = letters;
  }

  /** Looks once a minute. */
  void look() {
    Instant now = clock.instant();
    if (!now.isBefore(looked) && now.isBefore(looked.plusSeconds(60))) {
      return;
    }
    looked = now;
    if (database.read(roster::isOutdated)) {
      database.write(
          handle -> {
            roster.dismiss(handle);
            return null;
          });
    }
    ZonedDateTime local = now.atZone(Letters.ZONE);
    if (local.getHour() >= REPORT_HOUR && !local.toLocalDate().equals(reported)) {
      database.write(handle -> report(handle, local));
      reported = local.toLocalDate();
    }
    if (now.isBefore(tried) || !now.isBefore(tried.plus(TRY_EVERY))) {
      tryChannels(now);
    }
    if (isOfficeHour(local) && database.read(handle -> isPracticeDue(handle, now))) {
      database.write(handle -> alarms.practise(handle, null));
    }
  }

  // Only what is sent can show that a channel works again, and for want of it nobody is watched.
  private void tryChannels(Instant now) {
    List<Kind> down = database.read(handle -> notices.health(handle).down());
    if (down.isEmpty()) {
      return;
    }
    tried = now;
    database.write(
        handle -> {
          Set<UUID> people = duty.onCall(handle, null, now);
          people.addAll(duty.coordinators());
          down.forEach(kind -> letters.worksAgain(handle, kind, people));
          return null;
        });
  }

  private Void report(Handle handle, ZonedDateTime local) {
    Instant now = local.toInstant();
    if (handle.attach(ShiftDao.class).report(local.toLocalDate().toString(), now)) {
      List<RosterValue.GapValue> gaps =
          views.gaps(handle, new Span(now, now.plus(Roster.AHEAD)));
      if (!gaps.isEmpty()) {
        letters.gaps(handle, gaps, duty.coordinators());
      }
    }
    return null;
  }

  // Nobody is called for an exercise while there is an alarm, or on the first day of a roster.
  private static boolean isPracticeDue(Handle handle, Instant now) {
    AlarmDao dao = handle.attach(AlarmDao.class);
    ShiftDao shifts = handle.attach(ShiftDao.class);
    boolean settled =
        shifts.first().filter(first -> first.isBefore(now.minus(SETTLED))).isPresent();
    boolean recent =
        dao.lastPractice()
            .filter(last -> last.isAfter(now.minus(RosterViews.TEST_EVERY)))
            .isPresent();
    return settled
        && !recent
        && dao.listUnclosed().isEmpty()
        && !shifts.list(now, now.plusMillis(1)).isEmpty();
  }

  private static boolean isOfficeHour(ZonedDateTime local) {
    DayOfWeek day = local.getDayOfWeek();
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    return !weekend && local.getHour() >= OFFICE_OPENS && local.getHour() < OFFICE_CLOSES;
  }
}
