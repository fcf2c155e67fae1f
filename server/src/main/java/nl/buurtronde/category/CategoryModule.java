package nl.buurtronde.category;

import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Routes;
import nl.buurtronde.sync.Changes;

public record CategoryModule(Categories categories, Routes routes, Changes changes) {
  public static CategoryModule create(Database database, Audit audit) {
    Categories categories = new Categories(database, audit);
    return new CategoryModule(categories, new CategoryRoutes(categories), new CategoryChanges());
  }
}
