package nl.buurtronde.concern;

import java.time.Clock;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Routes;

/** Wires the room. */
public record ConcernModule(Concerns concerns, Routes routes) {
  public static ConcernModule create(
      Database database, Clock clock, Audit audit, Accounts accounts) {
    Readers readers = new Readers(database, audit, accounts);
    Concerns concerns = new Concerns(database, clock, audit, accounts, readers);
    return new ConcernModule(concerns, new ConcernRoutes(concerns, readers));
  }
}
