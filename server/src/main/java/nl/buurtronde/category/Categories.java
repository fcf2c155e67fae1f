package nl.buurtronde.category;

import java.util.List;
import java.util.Optional;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.ImportPlan;
import nl.buurtronde.http.ImportReport;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** The kinds of observations this installation knows; any other key is accepted elsewhere too. */
public final class Categories {
  private final Database database;
  private final Audit audit;

  Categories(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** In the order of the tiles, also those no longer offered. */
  public List<Category> list() {
    return database.read(h -> h.attach(CategoryDao.class).list());
  }

  public Optional<Category> find(String key) {
    return database.read(h -> h.attach(CategoryDao.class).find(key));
  }

  /** Adds or changes one; saying the same again changes nothing. */
  public void put(Actor actor, Category category) {
    requireSetup(actor);
    database.write(
        h -> {
          Optional<Category> before = h.attach(CategoryDao.class).find(category.key());
          if (!before.equals(Optional.of(category.at(before.map(Category::revision).orElse(0L))))) {
            save(h, category);
            audit.record(h, actor.id(), "category.put", category.key(), "");
          }
          return null;
        });
  }

  public ImportReport preview(Actor actor, byte[] file) {
    requireSetup(actor);
    List<CategoryRow> rows = CategoryFile.read(file);
    return database.read(h -> report(plan(h, rows)));
  }

  /** Stores nothing when any row is refused; the report says so. */
  public ImportReport importFile(Actor actor, byte[] file) {
    requireSetup(actor);
    List<CategoryRow> rows = CategoryFile.read(file);
    return database.write(
        Messages.answering(
            h -> {
              ImportPlan<Category> plan = plan(h, rows);
              ImportReport report = report(plan);
              if (report.refused() > 0) {
                return report;
              }
              plan.store().forEach(category -> save(h, category));
              audit.record(h, actor.id(), "category.import", "category", report.counts());
              return report.asImported();
            }));
  }

  private static ImportPlan<Category> plan(Handle handle, List<CategoryRow> rows) {
    return CategoryImport.plan(handle.attach(CategoryDao.class).list(), rows);
  }

  private static ImportReport report(ImportPlan<Category> plan) {
    return plan.report("categories", List.of());
  }

  private static void save(Handle handle, Category category) {
    handle.attach(CategoryDao.class).save(category.at(Revisions.next(handle)));
  }

  private static void requireSetup(Actor actor) {
    if (!actor.role().setsUp()) {
      throw new Refusal(Reason.FORBIDDEN, "category.setup");
    }
  }
}
