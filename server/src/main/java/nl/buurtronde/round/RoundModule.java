package nl.buurtronde.round;

import java.time.Clock;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Routes;
import nl.buurtronde.place.Places;
import nl.buurtronde.sync.Changes;
import nl.buurtronde.sync.Mutations;

/** Wires the room. */
public record RoundModule(
    Rounds rounds, Walkers walkers, Routes routes, Mutations mutations, Changes changes) {
  public static RoundModule create(
      Database database, Clock clock, Audit audit, Accounts accounts, Places places) {
    Walkers walkers = new Walkers(database, clock, audit, accounts);
    Ledger ledger = new Ledger(clock);
    Values values = new Values(accounts, walkers);
    Rounds rounds = new Rounds(database, clock, walkers, ledger, values);
    Walking walking = new Walking(clock, accounts, walkers, ledger);
    return new RoundModule(
        rounds,
        walkers,
        new RoundRoutes(rounds, walkers),
        new RoundMutations(
            new Planning(accounts, places, ledger), walking, new Checklist(walking, ledger)),
        new RoundChanges(values));
  }
}
