package nl.buurtronde.oncall;

import java.time.Clock;
import java.util.function.LongSupplier;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Routes;
import nl.buurtronde.notice.Contacts;
import nl.buurtronde.notice.Notices;
import nl.buurtronde.place.Places;
import nl.buurtronde.round.Rounds;
import nl.buurtronde.sync.Changes;
import nl.buurtronde.sync.Mutations;

/** Wires the room; nobody is watched before the watchman starts. */
public record OnCallModule(
    Roster roster,
    Alarms alarms,
    Watchman watchman,
    Routes routes,
    Mutations mutations,
    Changes changes)
    implements AutoCloseable {
  /**
   * @param nanos the time that passes whatever is done to the clock, as {@link System#nanoTime}
   */
  public static OnCallModule create(
      Database database,
      Clock clock,
      LongSupplier nanos,
      Audit audit,
      Accounts accounts,
      Places places,
      Contacts contacts,
      Notices notices,
      Rounds rounds,
      OnCallConfig config) {
    Deadlines deadlines = new Deadlines(clock, nanos);
    Duty duty = new Duty(clock, accounts, contacts, notices);
    Letters letters = new Letters(notices, accounts, places);
    RosterViews rosterViews = new RosterViews(accounts, places, contacts, notices, duty);
    Escalation escalation =
        new Escalation(database, clock, config.ladder(), deadlines, duty, notices, letters);
    Roster roster =
        new Roster(
            database, clock, audit, accounts, places, contacts, duty, rosterViews, letters);
    Alarms alarms =
        new Alarms(
            database,
            clock,
            audit,
            accounts,
            rounds,
            escalation,
            new AlarmViews(accounts, contacts, notices, rounds),
            new Sight(clock));
    Guarding guarding =
        new Guarding(
            database, clock, config.grace(), deadlines, rounds, duty, escalation, letters);
    rounds.watchedBy(duty);
    rounds.onChange(guarding::changed);
    Chores chores = new Chores(database, clock, alarms, roster, rosterViews, duty, notices, letters);
    Watchman watchman =
        new Watchman(
            database,
            deadlines,
            rounds,
            guarding,
            escalation,
            chores,
            notices,
            new Keeping(database, deadlines, nanos),
            new Heartbeat(config.heartbeat(), nanos),
            nanos);
    return new OnCallModule(
        roster,
        alarms,
        watchman,
        routes(roster, alarms),
        new AlarmMutations(alarms),
        new AlarmChanges(accounts));
  }

  private static Routes routes(Roster roster, Alarms alarms) {
    return routes -> {
      new RosterRoutes(roster).add(routes);
      new AlarmRoutes(alarms).add(routes);
    };
  }

  @Override
  public void close() {
    watchman.close();
  }
}
