package nl.buurtronde.place;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.Fresh;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.ImportReport;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.sync.Change;

/** Two square districts side by side, Oost and West, and the people who look at them. */
final class PlaceWorld implements AutoCloseable {
  static final String HEADER = "code;name;street;numbers;postcode;lat;lon;district;caretaker";
  static final String LINDE = "L1;De Linde;Lindelaan;1-40;1234 AB;52,01;5,01;West;Bas";
  static final String WILG = "W1;De Wilg;Wilgenpad;2-60;1235 CD;52,01;5,03;Oost;";

  final Database database;
  final PlaceModule module;
  final Places places;
  final Actor esra = new Actor(Id.next(), "esra", Role.COORDINATOR, Set.of());
  final Actor admin = new Actor(Id.next(), "admin", Role.ADMIN, Set.of());

  PlaceWorld(Path folder) {
    database = Fresh.database(folder);
    module = PlaceModule.create(database, new Audit(Clock.systemUTC()));
    places = module.places();
  }

  PlaceWorld withDistricts() {
    importDistricts(collection(square("West", 5.00), square("Oost", 5.02)));
    return this;
  }

  ImportReport importDistricts(String json) {
    return places.importDistricts(esra, bytes(json));
  }

  ImportReport importComplexes(String... lines) {
    return places.importComplexes(esra, bytes(String.join("\r\n", lines)));
  }

  UUID district(String name) {
    return places.districts(esra).stream()
        .filter(district -> district.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  Complex complex(String code) {
    return places.complexes(esra).stream()
        .filter(complex -> complex.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  Actor volunteer(String... districts) {
    Set<UUID> ids = new java.util.HashSet<>();
    List.of(districts).forEach(name -> ids.add(district(name)));
    return new Actor(Id.next(), "noor", Role.VOLUNTEER, ids);
  }

  List<Change> pull(Actor actor, long after) {
    return database.read(h -> module.changes().since(h, actor, after, 100));
  }

  long audited(String action) {
    return database.read(
        h ->
            h.createQuery("SELECT COUNT(*) FROM audit WHERE action = ?")
                .bind(0, action)
                .mapTo(Long.class)
                .one());
  }

  static String collection(String... features) {
    return """
        {"type":"FeatureCollection","features":[%s]}"""
        .formatted(String.join(",", features));
  }

  /** From latitude 52.00 to 52.02, and 0.02 degrees wide. */
  static String square(String name, double west) {
    return feature(
        "naam",
        name,
        """
        {"type":"Polygon","coordinates":[[[%1$s,52.0],[%2$s,52.0],[%2$s,52.02],[%1$s,52.02],[%1$s,52.0]]]}"""
            .formatted(west, west + 0.02));
  }

  static String feature(String property, String name, String geometry) {
    return """
        {"type":"Feature","properties":{"%s":"%s"},"geometry":%s}"""
        .formatted(property, name, geometry);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    database.close();
  }
}
