package nl.buurtronde.oncall;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.account.Person;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.database.TransactionLost;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.round.Round;
import nl.buurtronde.round.Rounds;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door to the alarms: calling for help, taking one on, and closing it with a reason. */
public final class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final int MOST_CALLS = 5;
  private static final Duration LOOKED_BACK = Duration.ofDays(90);
  private static final int LONGEST_REASON = 1_000;
  private static final String FALSE_ALARM = "vals alarm";

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final Accounts accounts;
  private final Rounds rounds;
  private final Escalation escalation;
  private final AlarmViews views;
  private final Sight sight;

  Alarms(
      Database database,
      Clock clock,
      Audit audit,
      Accounts accounts,
      Rounds rounds,
      Escalation escalation,
      AlarmViews views,
      Sight sight) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.accounts = accounts;
    this.rounds = rounds;
    this.escalation = escalation;
    this.views = views;
    this.sight = sight;
  }

  /** What this person may see, newest first, without telephone numbers. */
  public List<AlarmValue> list(Actor actor) {
    return database.read(
        handle ->
            handle.attach(AlarmDao.class).listSince(clock.instant().minus(LOOKED_BACK)).stream()
                .filter(alarm -> sight.sees(handle, actor, alarm))
                .map(alarm -> views.brief(handle, alarm))
                .toList());
  }

  /** Everything there is to take over with; each look is on record. */
  public AlarmValue get(Actor actor, UUID id) {
    return database.write(
        handle -> {
          AlarmDao dao = handle.attach(AlarmDao.class);
          Alarm alarm = getSeen(handle, actor, id);
          audit.record(handle, actor.id(), "alarm.read", id.toString(), "");
          if (dao.countEvents(id, "viewed", actor.id()) == 0) {
            dao.tell(Id.next(), id, "viewed", null, actor.id(), clock.instant(), "");
          }
          return views.whole(handle, alarm, sight.isRecent(alarm));
        });
  }

  /** A person takes it on: nobody else is called for a while. One owner at a time. */
  public void acknowledge(Actor actor, UUID id) {
    database.write(
        handle -> {
          Alarm alarm = getHandled(handle, actor, id);
          if (alarm.isClosed()) {
            throw new Refusal(Reason.CONFLICT, "alarm.closed");
          }
          if (alarm.state() == Alarm.State.ACKNOWLEDGED) {
            requireSame(actor, alarm.acknowledgedBy());
            return null;
          }
          AlarmDao dao = handle.attach(AlarmDao.class);
          Instant now = clock.instant();
          Instant next = alarm.isPractice() ? null : now.plus(escalation.pause());
          dao.acknowledge(id, actor.id(), now, next, Revisions.next(handle));
          dao.tell(Id.next(), id, "acknowledged", null, actor.id(), now, "");
          audit.record(handle, actor.id(), "alarm.acknowledged", id.toString(), "");
          return null;
        });
  }

  /** Ends it, with a reason. */
  public void close(Actor actor, UUID id, String reason, boolean falseAlarm) {
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty()) {
      throw new Refusal(Reason.UNPROCESSABLE, "alarm.reason");
    }
    if (why.length() > LONGEST_REASON) {
      throw new Refusal(Reason.INVALID, "alarm.reason.long");
    }
    boolean none = falseAlarm || why.toLowerCase(Locale.ROOT).startsWith(FALSE_ALARM);
    database.write(
        handle -> {
          Alarm alarm = getHandled(handle, actor, id);
          if (alarm.isClosed()) {
            if (actor.id().equals(alarm.closedBy()) && why.equals(alarm.reason())) {
              return null;
            }
            throw new Refusal(Reason.CONFLICT, "alarm.closed");
          }
          AlarmDao dao = handle.attach(AlarmDao.class);
          Instant now = clock.instant();
          dao.close(id, actor.id(), now, why, none, Revisions.next(handle));
          dao.tell(Id.next(), id, "closed", null, actor.id(), now, why);
          audit.record(handle, actor.id(), "alarm.closed", id.toString(), "");
          return null;
        });
  }

  /** Calls for help. Never refused for its round: who calls is heard first. */
  public long call(Actor actor, UUID id, UUID round, Instant claimedAt) {
    return database.write(handle -> call(handle, actor, id, round, claimedAt).revision());
  }

  Alarm call(Handle handle, Actor actor, UUID id, UUID given, Instant claimedAt) {
    Optional<Alarm> known = handle.attach(AlarmDao.class).find(id);
    if (known.isPresent()) {
      if (!actor.id().equals(known.get().caller())) {
        throw new Refusal(Reason.CONFLICT, "alarm.taken");
      }
      return known.get();
    }
    // By then somebody is being called for this person already; a flood would only drown others.
    List<Alarm> open = handle.attach(AlarmDao.class).listUnclosedBy(actor.id());
    if (open.size() >= MOST_CALLS) {
      return open.get(open.size() - 1);
    }
    Optional<Round> found =
        given == null ? Optional.empty() : readable(id, () -> rounds.find(handle, given));
    // Who calls from another's round, or from none, may well be under way on one of their own.
    Optional<Round> own =
        found
            .filter(round -> round.member(actor.id()).isPresent())
            .or(
                () ->
                    found.isEmpty() && given != null
                        ? found
                        : readable(id, () -> rounds.findOpenOf(handle, actor.id())));
    // One that has not come in yet may still: then the alarm is its pair's.
    UUID round = own.map(Round::id).orElse(found.isPresent() ? null : given);
    UUID district =
        own.map(Round::district)
            .or(() -> accounts.districtsAt(actor.id(), clock.instant()).stream().findFirst())
            .orElse(null);
    Escalation.Cause cause =
        new Escalation.Cause(id, Alarm.Kind.CALL, round, district, actor.id(), null);
    audit.record(handle, actor.id(), "alarm.called", id.toString(), "");
    String detail = claimedAt == null ? "" : claimedAt.toString();
    return raise(cause, own.map(Duty::present).orElse(List.of(actor.id())), detail);
  }

  // Whoever calls is not told that it failed when only the first step did.
  private Alarm raise(Escalation.Cause cause, List<UUID> members, String detail) {
    try {
      return database.write(inner -> escalation.open(inner, cause, members, detail));
    } catch (TransactionLost e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("The first step of alarm {} failed, and is tried again", cause.id(), e);
      return database.write(inner -> escalation.put(inner, cause, members, detail));
    }
  }

  // A call is not set aside because of what else is wrong.
  private static Optional<Round> readable(UUID alarm, Supplier<Optional<Round>> round) {
    try {
      return round.get();
    } catch (TransactionLost e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("The round of alarm {} cannot be read", alarm, e);
      return Optional.empty();
    }
  }

  /** An exercise of the whole ladder, marked as such everywhere. */
  public UUID practise(Actor actor) {
    return database.write(handle -> practise(handle, actor.id()));
  }

  UUID practise(Handle handle, UUID by) {
    boolean running =
        handle.attach(AlarmDao.class).listUnclosed().stream()
            .anyMatch(alarm -> alarm.isPractice() && alarm.state() == Alarm.State.OPEN);
    if (running) {
      throw new Refusal(Reason.CONFLICT, "alarm.practice.open");
    }
    UUID id = Id.next();
    audit.record(handle, by, "alarm.practised", id.toString(), "");
    escalation.open(
        handle,
        new Escalation.Cause(id, Alarm.Kind.PRACTICE, null, null, by, null),
        Set.of(),
        "");
    return id;
  }

  /** An exercise of the past that called nobody: for the demo. */
  public void addPractice(UUID by, UUID acknowledgedBy, Duration afterwards, String reason) {
    database.write(
        handle -> {
          AlarmDao dao = handle.attach(AlarmDao.class);
          UUID id = Id.next();
          Instant opened = clock.instant();
          Instant heard = opened.plus(afterwards);
          String kind = Alarm.Kind.PRACTICE.wire();
          long revision = Revisions.next(handle);
          dao.insert(id, kind, null, null, by, opened, null, 2, revision);
          dao.tell(Id.next(), id, "opened", null, by, opened, "");
          dao.tell(Id.next(), id, "step", 2, null, opened, "");
          dao.acknowledge(id, acknowledgedBy, heard, null, revision);
          dao.tell(Id.next(), id, "acknowledged", null, acknowledgedBy, heard, "");
          dao.close(id, acknowledgedBy, heard.plus(afterwards), reason, false, revision);
          dao.tell(
              Id.next(), id, "closed", null, acknowledgedBy, heard.plus(afterwards), reason);
          return null;
        });
  }

  /** Counts of one month, as 2026-11; null for this one. */
  public Statistics statistics(String month) {
    YearMonth which;
    try {
      which =
          month == null
              ? YearMonth.from(clock.instant().atZone(Letters.ZONE))
              : YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw new Refusal(Reason.INVALID, "alarm.month");
    }
    Instant from = which.atDay(1).atStartOfDay(Letters.ZONE).toInstant();
    Instant to = which.plusMonths(1).atDay(1).atStartOfDay(Letters.ZONE).toInstant();
    return database.read(
        handle ->
            Statistics.of(
                which.toString(), handle.attach(AlarmDao.class).listBetween(from, to)));
  }

  private Alarm getSeen(Handle handle, Actor actor, UUID id) {
    return handle
        .attach(AlarmDao.class)
        .find(id)
        .filter(alarm -> sight.sees(handle, actor, alarm))
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "alarm.unknown"));
  }

  private Alarm getHandled(Handle handle, Actor actor, UUID id) {
    Alarm alarm = getSeen(handle, actor, id);
    if (sight.isOwn(handle, actor, alarm)) {
      throw new Refusal(Reason.FORBIDDEN, "alarm.own");
    }
    return alarm;
  }

  private void requireSame(Actor actor, UUID owner) {
    if (!actor.id().equals(owner)) {
      String name = accounts.find(owner).map(Person::fullName).orElse("–");
      throw new Refusal(Reason.CONFLICT, "alarm.acknowledged", name);
    }
  }
}
