package nl.buurtronde.place;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.ImportPlan;
import nl.buurtronde.http.ImportReport;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** Finds places, and takes them in from files: all of a file or nothing. */
public final class Places {
  private final Database database;
  private final Audit audit;
  private final Outlines outlines = new Outlines();

  Places(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  public Optional<District> findDistrict(UUID id) {
    return database.read(h -> h.attach(PlaceDao.class).findDistrict(id));
  }

  public Optional<Complex> findComplex(UUID id) {
    return database.read(h -> h.attach(PlaceDao.class).findComplex(id));
  }

  /** The district of a complex; lighter than finding the whole, for the phones' batches. */
  public Optional<UUID> findDistrictOf(UUID complex) {
    return database.read(h -> PlaceDao.findDistrictOf(h, complex));
  }

  /** The district whose outline holds this point. */
  public Optional<UUID> findDistrictAt(double lat, double lon) {
    return database.read(h -> outlines.findDistrictAt(h, lat, lon));
  }

  /** All of them: where they are is no secret. */
  public List<District> districts() {
    return database.read(h -> h.attach(PlaceDao.class).districts());
  }

  /** All of them, with what only staff may see. */
  public List<Complex> complexes() {
    return database.read(h -> h.attach(PlaceDao.class).complexes());
  }

  /** All of them for those who coordinate or set up, for others those of the account. */
  public List<District> districts(Actor actor) {
    return districts().stream()
        .filter(district -> sees(actor, district.id()))
        .toList();
  }

  public List<Complex> complexes(Actor actor) {
    return complexes().stream()
        .filter(complex -> sees(actor, complex.district()))
        .toList();
  }

  public ImportReport previewDistricts(Actor actor, byte[] file) {
    requireSetup(actor);
    List<DistrictFile.Feature> features = DistrictFile.read(file);
    return database.read(h -> DistrictImport.report(DistrictImport.plan(h, features)));
  }

  /** Stores nothing when any feature is refused; the report says so. */
  public ImportReport importDistricts(Actor actor, byte[] file) {
    requireSetup(actor);
    List<DistrictFile.Feature> features = DistrictFile.read(file);
    return database.write(
        Messages.answering(
            h -> {
              ImportPlan<District> plan = DistrictImport.plan(h, features);
              ImportReport report = DistrictImport.report(plan);
              if (report.refused() > 0) {
                return report;
              }
              DistrictImport.store(h, plan);
              audit.record(h, actor.id(), "district.import", "district", report.counts());
              return report.asImported();
            }));
  }

  public ImportReport previewComplexes(Actor actor, byte[] file) {
    requireSetup(actor);
    ComplexFile read = ComplexFile.read(file);
    return database.read(
        h -> ComplexImport.plan(h, read.rows()).report("complexes", read.notes()));
  }

  /** Stores nothing when any row is refused; the report says so. */
  public ImportReport importComplexes(Actor actor, byte[] file) {
    requireSetup(actor);
    ComplexFile read = ComplexFile.read(file);
    return database.write(
        Messages.answering(
            h -> {
              ImportPlan<Complex> plan = ComplexImport.plan(h, read.rows());
              ImportReport report = plan.report("complexes", read.notes());
              if (report.refused() > 0) {
                return report;
              }
              ComplexImport.store(h, plan);
              audit.record(h, actor.id(), "complex.import", "complex", report.counts());
              return report.asImported();
            }));
  }

  static Set<UUID> seen(PlaceDao dao, Actor actor) {
    return actor.role().setsUp() ? dao.districtIds() : actor.districts();
  }

  private static boolean sees(Actor actor, UUID district) {
    return actor.role().setsUp() || actor.seesDistrict(district);
  }

  private static void requireSetup(Actor actor) {
    if (!actor.role().setsUp()) {
      throw new Refusal(Reason.FORBIDDEN, "place.setup");
    }
  }
}
