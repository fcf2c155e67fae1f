package nl.buurtronde.place;

import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Routes;
import nl.buurtronde.sync.Changes;

public record PlaceModule(Places places, Routes routes, Changes changes) {
  public static PlaceModule create(Database database, Audit audit) {
    Places places = new Places(database, audit);
    return new PlaceModule(places, new PlaceRoutes(places), new PlaceChanges());
  }
}
