package nl.buurtronde.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.http.ImportPlan;
import nl.buurtronde.http.ImportReport;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** Lays a file of outlines beside the districts there are; names tell which is which. */
final class DistrictImport {
  private DistrictImport() {}

  static ImportPlan<District> plan(Handle handle, List<DistrictFile.Feature> features) {
    Map<String, District> known = byName(handle);
    ImportPlan<District> plan = new ImportPlan<>();
    for (DistrictFile.Feature feature : features) {
      District before = known.get(Names.key(feature.name()));
      UUID id = before == null ? Id.next() : before.id();
      if (!feature.errors().isEmpty()) {
        plan.refuse(feature.row(), feature.name(), feature.errors());
      } else if (before == null) {
        plan.add(feature.row(), feature.name(), district(id, feature));
      } else if (isSame(before, feature)) {
        plan.keep(feature.row(), feature.name());
      } else {
        plan.change(feature.row(), feature.name(), district(id, feature));
      }
    }
    return plan;
  }

  static void store(Handle handle, ImportPlan<District> plan) {
    PlaceDao dao = handle.attach(PlaceDao.class);
    for (District district : plan.store()) {
      dao.save(
          new District(
              district.id(), district.name(), district.outline(), Revisions.next(handle)));
    }
  }

  static Map<String, District> byName(Handle handle) {
    Map<String, District> known = new HashMap<>();
    handle.attach(PlaceDao.class).districts().forEach(d -> known.put(Names.key(d.name()), d));
    return known;
  }

  static ImportReport report(ImportPlan<District> plan) {
    return plan.report("districts", List.of());
  }

  private static boolean isSame(District before, DistrictFile.Feature feature) {
    return before.name().equals(feature.name()) && feature.outline().equals(before.outline());
  }

  private static District district(UUID id, DistrictFile.Feature feature) {
    return new District(id, feature.name(), feature.outline(), 0);
  }
}
