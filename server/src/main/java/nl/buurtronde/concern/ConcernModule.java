package nl.buurtronde.concern;

import java.time.Clock;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Routes;
import nl.buurtronde.notice.Signs;

/** Wires the room. */
public record ConcernModule(Concerns concerns, Followers followers, Routes routes) {
  public static ConcernModule create(
      Database database, Clock clock, Audit audit, Accounts accounts, Signs signs) {
    Readers readers = new Readers(database, audit, accounts);
    Followers followers = new Followers(clock, signs);
    Concerns concerns = new Concerns(database, clock, audit, accounts, readers, followers);
    return new ConcernModule(concerns, followers, new ConcernRoutes(concerns, readers));
  }
}
