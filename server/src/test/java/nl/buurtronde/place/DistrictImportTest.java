package nl.buurtronde.place;

import static nl.buurtronde.place.PlaceWorld.bytes;
import static nl.buurtronde.place.PlaceWorld.collection;
import static nl.buurtronde.place.PlaceWorld.feature;
import static nl.buurtronde.place.PlaceWorld.square;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.buurtronde.http.ImportReport;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictImportTest {
  @TempDir Path folder;
  private PlaceWorld world;

  @BeforeEach
  void open() {
    world = new PlaceWorld(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_preview_stores_nothing() {
    ImportReport report =
        world.places.previewDistricts(world.admin, bytes(collection(square("West", 5.0))));
    assertEquals(
        List.of(1, 0, false), List.of(report.added(), report.refused(), report.imported()));
    assertEquals(List.of(), world.places.districts(world.esra));
    assertEquals(0, world.audited("district.import"));
  }

  @Test
  void an_import_stores_all_and_is_audited() {
    ImportReport report =
        world.importDistricts(collection(square("West", 5.0), square("Oost", 5.02)));
    assertTrue(report.imported());
    assertEquals(2, report.added());
    assertEquals(2, world.places.districts(world.admin).size());
    assertEquals(1, world.audited("district.import"));
  }

  @Test
  void one_wrong_outline_keeps_everything_out_and_is_told_in_dutch() {
    String open =
        feature(
            "naam",
            "Open",
            "{\"type\":\"Polygon\",\"coordinates\":[[[5,52],[5,53],[6,53],[6,52]]]}");
    ImportReport report = world.importDistricts(collection(square("West", 5.0), open));
    assertFalse(report.imported());
    assertEquals("refused", report.rows().get(1).action());
    assertEquals(
        List.of(Messages.sentence("place.outline.open")), report.rows().get(1).errors());
    assertEquals(List.of(), world.places.districts(world.esra));
  }

  @Test
  void the_same_file_again_changes_nothing_and_takes_no_revision() {
    world.withDistricts();
    long revision = world.places.districts(world.esra).get(0).revision();
    ImportReport report =
        world.importDistricts(collection(square("West", 5.0), square("Oost", 5.02)));
    assertEquals(2, report.same());
    assertEquals(revision, world.places.districts(world.esra).get(0).revision());
  }

  @Test
  void a_new_outline_goes_to_the_district_of_that_name_whatever_the_capitals() {
    world.withDistricts();
    var id = world.district("West");
    ImportReport report = world.importDistricts(collection(square("WEST", 6.0)));
    assertEquals(1, report.changed());
    assertEquals(id, world.district("WEST"));
    assertEquals(Optional.of(id), world.places.findDistrictAt(52.01, 6.01));
  }

  @Test
  void the_name_may_stand_in_any_of_five_properties() {
    for (String property : List.of("naam", "NAME", "wijknaam", "Buurtnaam", "statnaam")) {
      String square = square("Wijk " + property, 5.0);
      String file = collection(square.replace("naam\":\"W", property + "\":\"W"));
      assertEquals("Wijk " + property, world.importDistricts(file).rows().get(0).name());
    }
  }

  @Test
  void a_name_that_occurs_twice_is_refused_at_both_places() {
    ImportReport report =
        world.importDistricts(collection(square("West", 5.0), square(" west", 5.02)));
    assertEquals(2, report.refused());
    assertTrue(report.rows().get(0).errors().get(0).contains("1, 2"));
  }

  @Test
  void shapes_that_are_no_outline_are_each_refused_with_their_own_sentence() {
    assertError("place.outline.type", "null");
    assertError("place.outline.type", "{\"type\":\"Point\",\"coordinates\":[5,52]}");
    assertError("place.outline.broken", "{\"type\":\"Polygon\",\"coordinates\":[]}");
    assertError("place.outline.broken", polygon("[5,52],[5,\"52\"],[6,53],[5,52]"));
    assertError("place.outline.open", polygon("[5,52],[5,53],[5,52]"));
    assertError(
        "place.outline.range",
        polygon("[155000,463000],[156000,463000],[156000,464000],[155000,463000]"));
    assertError("place.outline.swapped", polygon("[52,5],[53,5],[53,6],[52,5]"));
  }

  @Test
  void an_outline_of_too_many_points_is_refused() {
    String points =
        IntStream.range(0, Outline.MOST_POINTS)
            .mapToObj(i -> "[5," + (50 + i * 1e-5) + "]")
            .collect(Collectors.joining(","));
    ImportReport report =
        world.importDistricts(collection(feature("naam", "Groot", polygon(points + ",[5,50]"))));
    assertEquals(
        List.of(Messages.sentence("place.outline.points", "20000")), report.rows().get(0).errors());
  }

  @Test
  void a_file_that_is_no_collection_is_refused_as_a_whole() {
    assertRefused("place.file.empty", bytes(" \n"));
    assertRefused("place.file.spreadsheet", new byte[] {'P', 'K', 3, 4, 0, 0});
    assertRefused("place.districts.kind", new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1});
    assertRefused("place.json.broken", bytes("{\"features\":[}"));
    assertRefused("place.json.broken", bytes("[".repeat(100_000)));
    assertRefused("place.districts.collection", bytes("{\"type\":\"Polygon\"}"));
    assertRefused("place.districts.none", bytes(collection()));
    assertRefused(
        "place.districts.many", bytes(collection("{},".repeat(DistrictFile.MOST_FEATURES) + "{}")));
  }

  @Test
  void a_volunteer_may_not_import() {
    world.withDistricts();
    Actor noor = world.volunteer("West");
    Refusal refusal =
        assertThrows(
            Refusal.class,
            () -> world.places.importDistricts(noor, bytes(collection(square("Zuid", 5.0)))));
    assertEquals(Reason.FORBIDDEN, refusal.reason());
  }

  @Test
  void the_seven_real_outlines_import_and_hold_a_point_that_is_theirs() throws IOException {
    String real = System.getenv("BUURTRONDE_REAL_DATA");
    Assumptions.assumeTrue(real != null, "BUURTRONDE_REAL_DATA is not set");
    byte[] file = Files.readAllBytes(Path.of(real, "geo/maastricht_buurten_7.geojson"));
    ImportReport report = world.places.importDistricts(world.esra, file);
    assertEquals(List.of(7, 0), List.of(report.added(), report.refused()));
    assertEquals(
        Optional.of(world.district("Mariaberg")),
        world.places.findDistrictAt(50.844516, 5.672603));
    assertEquals(7, world.places.importDistricts(world.esra, file).same());
  }

  private static String polygon(String points) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[" + points + "]]}";
  }

  private void assertError(String key, String geometry) {
    ImportReport report = world.importDistricts(collection(feature("naam", "Fout", geometry)));
    assertEquals(List.of(Messages.sentence(key)), report.rows().get(0).errors(), geometry);
  }

  private void assertRefused(String key, byte[] file) {
    Refusal refusal =
        assertThrows(Refusal.class, () -> world.places.previewDistricts(world.esra, file));
    assertEquals(key, refusal.key());
    assertTrue(Messages.has(key));
  }
}
