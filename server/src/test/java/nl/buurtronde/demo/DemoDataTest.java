package nl.buurtronde.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.buurtronde.Fresh;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.category.Category;
import nl.buurtronde.category.CategoryModule;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.ImportReport;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.place.Complex;
import nl.buurtronde.place.District;
import nl.buurtronde.place.PlaceModule;
import nl.buurtronde.place.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDataTest {
  private static final Actor ESRA = new Actor(Id.next(), "esra", Role.COORDINATOR, Set.of());

  @TempDir Path folder;

  @Test
  void the_files_import_and_every_complex_lies_in_its_own_district() throws IOException {
    try (Database database = Fresh.database(folder)) {
      Places places = PlaceModule.create(database, new Audit(Clock.systemUTC())).places();
      ImportReport districts = places.importDistricts(ESRA, file("districts.geojson"));
      ImportReport complexes = places.importComplexes(ESRA, file("complexes.csv"));
      assertEquals(List.of(3, 24), List.of(districts.added(), complexes.added()));
      for (Complex complex : places.complexes(ESRA)) {
        Optional<UUID> at = places.findDistrictAt(complex.lat(), complex.lon());
        assertEquals(Optional.of(complex.district()), at, complex.code());
      }
    }
  }

  @Test
  void the_history_speaks_only_of_places_people_and_categories_that_exist() throws IOException {
    try (Database database = Fresh.database(folder)) {
      Audit audit = new Audit(Clock.systemUTC());
      Places places = PlaceModule.create(database, audit).places();
      places.importDistricts(ESRA, file("districts.geojson"));
      places.importComplexes(ESRA, file("complexes.csv"));
      JsonNode history = history();

      assertKnown(
          CategoryModule.create(database, audit).categories().list().stream().map(Category::key),
          texts(history, "/observations", "category"));
      assertKnown(
          places.complexes(ESRA).stream().map(Complex::code),
          texts(history, "/observations", "complex"));
      assertKnown(
          places.districts(ESRA).stream().map(District::name),
          texts(history, "/observations", "district"));
      assertKnown(
          texts(history, "/people", "name").stream(), texts(history, "/observations", "author"));
      for (String list : List.of("/rounds", "/planned")) {
        assertKnown(
            places.districts(ESRA).stream().map(District::name), texts(history, list, "district"));
        assertKnown(texts(history, "/people", "name").stream(), texts(history, list, "with"));
      }
    }
  }

  @Test
  void every_scene_of_the_history_can_be_drawn_in_the_size_of_a_photo() throws IOException {
    Set<String> scenes = new HashSet<>();
    for (JsonNode photos : history().path("observations").findValues("photos")) {
      photos.forEach(photo -> scenes.add(photo.asText()));
    }
    assertEquals(7, scenes.size());
    for (String scene : scenes) {
      BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(DemoPhotos.draw(scene, 1)));
      assertEquals(List.of(800, 600), List.of(drawn.getWidth(), drawn.getHeight()));
    }
  }

  @Test
  void a_seed_gives_the_same_photo_again_and_another_seed_another() {
    byte[] first = DemoPhotos.draw("lamp", 1);
    assertArrayEquals(first, DemoPhotos.draw("lamp", 1));
    assertNotEquals(Arrays.hashCode(first), Arrays.hashCode(DemoPhotos.draw("lamp", 2)));
  }

  private static void assertKnown(Stream<String> known, Set<String> used) {
    Set<String> all = known.collect(Collectors.toSet());
    assertTrue(!used.isEmpty() && all.containsAll(used), () -> used + " beside " + all);
  }

  private static Set<String> texts(JsonNode history, String list, String field) {
    Set<String> found = new HashSet<>();
    history
        .at(list)
        .forEach(
            item -> {
              if (item.has(field)) {
                found.add(item.get(field).asText());
              }
            });
    return found;
  }

  private static JsonNode history() throws IOException {
    return new ObjectMapper().readTree(file("history.json"));
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream stream = DemoDataTest.class.getResourceAsStream("/db/demo/" + name)) {
      return stream.readAllBytes();
    }
  }
}
