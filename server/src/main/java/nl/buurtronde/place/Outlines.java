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
    return shapes(handle).stream()
        .filter(shape -> shape.outline.contains(lat, lon))
        .map(Shape::district)
        .findFirst();
  }

  private List<Shape> shapes(Handle handle) {
    Read read = last;
    long revision = PlaceDao.districtsRevision(handle);
    if (read.revision != revision) {
      read = new Read(revision, read(handle.attach(PlaceDao.class).districts()));
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
