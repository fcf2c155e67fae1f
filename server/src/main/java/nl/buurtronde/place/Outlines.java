package nl.buurtronde.place;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The shapes of all districts, read once after each import. */
final class Outlines {
  private record Shape(UUID district, Outline outline) {}

  private record Read(long revision, List<Shape> shapes) {}

  private volatile Read last = new Read(-1, List.of());

  Optional<UUID> findDistrictAt(Handle handle, double lat, double lon) {
    return shapes(handle.attach(PlaceDao.class)).stream()
        .filter(shape -> shape.outline.contains(lat, lon))
        .map(Shape::district)
        .findFirst();
  }

  private List<Shape> shapes(PlaceDao dao) {
    Read read = last;
    long revision = dao.districtsRevision();
    if (read.revision != revision) {
      read = new Read(revision, read(dao.districts()));
      last = read;
    }
    return read.shapes;
  }

  private static List<Shape> read(List<District> districts) {
    return districts.stream()
        .filter(district -> district.outline() != null)
        .map(district -> new Shape(district.id(), Outline.read(district.outline())))
        .toList();
  }
}
