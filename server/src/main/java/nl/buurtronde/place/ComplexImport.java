package nl.buurtronde.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.http.ImportPlan;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** Lays a file of complexes beside those there are, by code; what is not in it stays as it was. */
final class ComplexImport {
  private static final int MOST_NAMED = 8;

  private ComplexImport() {}

  static ImportPlan<Complex> plan(Handle handle, List<ComplexRow> rows) {
    Map<String, District> districts = DistrictImport.byName(handle);
    Map<String, Complex> known = byCode(handle);
    ImportPlan<Complex> plan = new ImportPlan<>();
    for (ComplexRow row : rows) {
      District district = districts.get(Names.key(row.district()));
      Complex before = known.get(row.code());
      List<String> errors = errors(row, district, districts);
      String name = row.name().isEmpty() ? row.code() : row.name();
      if (!errors.isEmpty()) {
        plan.refuse(row.number(), name, errors);
        continue;
      }
      Complex after = complex(before, row, district.id());
      if (before == null) {
        plan.add(row.number(), name, after);
      } else if (after.equals(before)) {
        plan.keep(row.number(), name);
      } else {
        plan.change(row.number(), name, after);
      }
    }
    return plan;
  }

  static void store(Handle handle, ImportPlan<Complex> plan) {
    PlaceDao dao = handle.attach(PlaceDao.class);
    Map<String, Complex> known = byCode(handle);
    long next = Revisions.first(handle, plan.store().size());
    List<Complex> complexes = new ArrayList<>();
    for (Complex complex : plan.store()) {
      complexes.add(at(next++, complex));
    }
    dao.save(complexes);
    for (Complex complex : complexes) {
      Complex before = known.get(complex.code());
      if (before != null && !before.district().equals(complex.district())) {
        dao.depart(complex.id(), before.district(), complex.revision());
      }
    }
  }

  private static Map<String, Complex> byCode(Handle handle) {
    Map<String, Complex> known = new HashMap<>();
    handle.attach(PlaceDao.class).complexes().forEach(c -> known.put(c.code(), c));
    return known;
  }

  private static List<String> errors(
      ComplexRow row, District district, Map<String, District> districts) {
    List<String> errors = new ArrayList<>(row.errors());
    if (district == null && districts.isEmpty()) {
      errors.add(Messages.answer("place.row.districts.none"));
    } else if (district == null && !row.district().isEmpty()) {
      errors.add(Messages.answer("place.row.district", row.district(), names(districts)));
    }
    return errors;
  }

  private static String names(Map<String, District> districts) {
    String names =
        districts.values().stream()
            .map(District::name)
            .sorted()
            .limit(MOST_NAMED)
            .collect(Collectors.joining(", "));
    return districts.size() > MOST_NAMED ? names + ", …" : names;
  }

  private static Complex complex(Complex before, ComplexRow row, UUID district) {
    return new Complex(
        before == null ? Id.next() : before.id(),
        row.code(),
        row.name(),
        row.street(),
        row.numbers(),
        row.postcode(),
        row.lat(),
        row.lon(),
        district,
        row.caretaker(),
        before == null ? 0 : before.revision());
  }

  private static Complex at(long revision, Complex it) {
    return new Complex(
        it.id(),
        it.code(),
        it.name(),
        it.street(),
        it.numbers(),
        it.postcode(),
        it.lat(),
        it.lon(),
        it.district(),
        it.caretaker(),
        revision);
  }
}
