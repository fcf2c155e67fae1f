package nl.buurtronde.place;

import static nl.buurtronde.place.PlaceWorld.HEADER;
import static nl.buurtronde.place.PlaceWorld.LINDE;
import static nl.buurtronde.place.PlaceWorld.WILG;
import static nl.buurtronde.place.PlaceWorld.collection;
import static nl.buurtronde.place.PlaceWorld.feature;
import static nl.buurtronde.place.PlaceWorld.square;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.sync.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
  @TempDir Path folder;
  private PlaceWorld world;

  @BeforeEach
  void open() {
    world = new PlaceWorld(folder).withDistricts();
    world.importComplexes(HEADER, LINDE, WILG);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_volunteer_sees_the_places_of_the_own_districts_only() {
    Actor noor = world.volunteer("West");
    assertEquals(
        List.of("West"), world.places.districts(noor).stream().map(District::name).toList());
    assertEquals(List.of("L1"), world.places.complexes(noor).stream().map(Complex::code).toList());
    assertEquals(2, world.places.complexes(world.esra).size());
    assertEquals(2, world.places.complexes(world.admin).size());
    assertEquals(0, world.places.complexes(world.volunteer()).size());
  }

  @Test
  void a_point_is_in_the_district_whose_outline_holds_it() {
    assertEquals(Optional.of(world.district("West")), world.places.findDistrictAt(52.01, 5.01));
    assertEquals(Optional.of(world.district("Oost")), world.places.findDistrictAt(52.01, 5.03));
    assertEquals(Optional.empty(), world.places.findDistrictAt(52.03, 5.01));
  }

  @Test
  void a_point_in_a_hole_or_between_two_parts_is_outside() {
    world.importDistricts(
        collection(
            feature(
                "naam",
                "Ring",
                """
                {"type":"MultiPolygon","coordinates":[
                  [[[6,52],[6.3,52],[6.3,52.3],[6,52.3],[6,52]],
                   [[6.1,52.1],[6.2,52.1],[6.2,52.2],[6.1,52.2],[6.1,52.1]]],
                  [[[6.5,52],[6.6,52],[6.6,52.1],[6.5,52]]]]}""")));
    Optional<java.util.UUID> ring = Optional.of(world.district("Ring"));
    assertEquals(ring, world.places.findDistrictAt(52.05, 6.05));
    assertEquals(Optional.empty(), world.places.findDistrictAt(52.15, 6.15));
    assertEquals(Optional.empty(), world.places.findDistrictAt(52.05, 6.4));
    assertEquals(ring, world.places.findDistrictAt(52.04, 6.58));
  }

  @Test
  void a_phone_pulls_the_places_of_its_districts_in_the_order_of_revisions() {
    Actor noor = world.volunteer("West");
    List<Change> all = world.pull(noor, 0);
    assertEquals(List.of("district", "complex"), all.stream().map(Change::noun).toList());
    world.importDistricts(collection(square("West", 5.001)));
    all = world.pull(noor, 0);
    assertEquals(List.of("complex", "district"), all.stream().map(Change::noun).toList());
    long last = all.get(1).revision();
    assertEquals(List.of(), world.pull(noor, last));
    assertEquals(1, world.pull(noor, last - 1).size());
    assertEquals(4, world.pull(world.esra, 0).size());
    assertEquals(0, world.pull(world.volunteer(), 0).size());
  }

  @Test
  void a_pull_in_steps_of_one_misses_nothing() {
    long after = 0;
    for (int i = 0; i < 4; i++) {
      long from = after;
      List<Change> one =
          world.database.read(h -> world.module.changes().since(h, world.esra, from, 1));
      assertEquals(1, one.size());
      after = one.get(0).revision();
    }
    assertEquals(List.of(), world.pull(world.esra, after));
  }

  @Test
  void a_complex_that_moves_is_gone_for_those_who_see_only_the_district_it_left() {
    Actor west = world.volunteer("West");
    Actor oost = world.volunteer("Oost");
    Actor both = world.volunteer("West", "Oost");
    long before = world.complex("W1").revision();
    world.importComplexes(HEADER, LINDE.replace("West", "Oost"));
    String linde = world.complex("L1").id().toString();

    assertEquals(List.of(linde + " scope"), told(west, before));
    assertEquals(List.of(linde + " null"), told(oost, before));
    assertEquals(List.of(linde + " null"), told(both, before));

    world.importComplexes(HEADER, LINDE);
    assertEquals(List.of(linde + " null"), told(west, before));
    assertEquals(List.of(linde + " scope"), told(oost, before));
  }

  private List<String> told(Actor actor, long after) {
    return world.pull(actor, after).stream().map(c -> c.id() + " " + c.gone()).toList();
  }
}
