package nl.buurtronde.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.DailyQuota;
import nl.buurtronde.http.Routes;
import nl.buurtronde.http.Sessions;

/** Wires the protocol to the rooms that have something to say in it. */
public final class SyncModule implements AutoCloseable {
  private final Live live;
  private final Routes routes;

  public SyncModule(
      Database database,
      Clock clock,
      Epoch epoch,
      Sessions sessions,
      Authors authors,
      Audit audit,
      List<Mutations> mutations,
      List<Changes> changes,
      MissingPhotos missingPhotos,
      boolean backedUp,
      DailyQuota daily) {
    Applier applier = new Applier(database, mutations, authors);
    Quarantine quarantine = new Quarantine(database, clock, applier, authors, audit);
    List<Changes> all = new ArrayList<>(changes);
    all.add(quarantine);
    Push push = new Push(database, clock, epoch, applier, sessions, missingPhotos, backedUp);
    this.live = new Live(database, sessions);
    Pull pull = new Pull(database, clock, epoch, all);
    this.routes = new SyncRoutes(push, pull, quarantine, live, daily);
  }

  public Routes routes() {
    return routes;
  }

  @Override
  public void close() {
    live.close();
  }
}
