package nl.buurtronde.observation;

import java.time.Clock;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Routes;
import nl.buurtronde.place.Places;
import nl.buurtronde.sync.Changes;
import nl.buurtronde.sync.Mutations;

/** Wires the room. */
public record ObservationModule(
    Observations observations, Routes routes, Mutations mutations, Changes changes) {
  public static ObservationModule create(
      Database database, Clock clock, Audit audit, Accounts accounts, Places places) {
    Values values = new Values(accounts);
    Observations observations = new Observations(database, clock, audit, values);
    return new ObservationModule(
        observations,
        new ObservationRoutes(observations),
        new ObservationMutations(clock, new Locator(accounts, places)),
        new ObservationChanges(values));
  }
}
