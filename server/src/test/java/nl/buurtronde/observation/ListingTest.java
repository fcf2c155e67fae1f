package nl.buurtronde.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
  private static final List<String> NAMES =
      List.of(
          "district", "complex", "category", "state", "urgency", "awaits", "q", "cursor", "limit");

  private World world;
  private UUID lamp;
  private UUID bags;
  private UUID other;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new World(folder);
    lamp =
        world.recorded(
            world.noor,
            """
            {"category":"lighting","text":"lamp stuk 100%% _","urgency":"now",
             "place":{"complex":"%s"}}
            """
                .formatted(world.lindeflat));
    world.clock.pass(Duration.ofMinutes(1));
    bags = world.recorded(world.noor, "{\"category\":\"litter\",\"text\":\"zakken ~ \\\\ '\"}");
    world.clock.pass(Duration.ofMinutes(1));
    other = world.recorded(world.yusuf, "{\"category\":\"litter\",\"text\":\"fiets\"}");
    world.observations.close(world.esra, other, "solved", "");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void the_newest_stands_first() {
    assertEquals(List.of(other, bags, lamp), world.listed(world.esra));
  }

  @Test
  void each_filter_keeps_what_it_names() {
    assertFinds("district", world.molen.toString(), other);
    assertFinds("complex", world.lindeflat.toString(), lamp);
    assertFinds("category", "litter", other, bags);
    assertFinds("category", "unheard-of");
    assertFinds("state", "open", bags, lamp);
    assertFinds("state", "closed", other);
    assertFinds("urgency", "now", lamp);
    assertFinds("awaits", "office", bags, lamp);
    assertFinds("awaits", "", other, bags, lamp);
  }

  @Test
  void searching_looks_in_texts_categories_and_complexes_and_takes_signs_as_they_are() {
    assertFinds("q", "ZAKKEN", bags);
    assertFinds("q", "lighting", lamp);
    assertFinds("q", "Verlichting", lamp);
    assertFinds("q", "De Linde", lamp);
    assertFinds("q", "L-01", lamp);
    assertFinds("q", "100%", lamp);
    assertFinds("q", "%", lamp);
    assertFinds("q", "_", lamp);
    assertFinds("q", "~", bags);
    assertFinds("q", "\\", bags);
    assertFinds("q", "'", bags);
    assertFinds("q", "%fiets%");
  }

  @Test
  void filters_join() {
    assertEquals(
        List.of(bags),
        world.listed(
            world.esra, Map.of("category", List.of("litter"), "state", List.of("open"))));
  }

  @Test
  void another_district_is_not_found_by_any_filter() {
    assertEquals(
        List.of(),
        world.listed(world.bas, Map.of("district", List.of(world.molen.toString()))));
    assertEquals(List.of(), world.listed(world.bas, Map.of("q", List.of("fiets"))));
  }

  @Test
  void pages_follow_each_other_also_when_all_came_at_once() {
    List<UUID> all = new ArrayList<>(world.listed(world.esra));
    for (int i = 0; i < 7; i++) {
      all.add(world.recorded(world.noor, "{\"category\":\"x\"}"));
    }
    List<UUID> seen = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      Map<String, List<String>> query =
          Map.of("limit", List.of("3"), "cursor", List.of(cursor), "q", List.of(""));
      Observations.Page page = world.observations.list(world.esra, Listing.read(query));
      page.observations().forEach(value -> seen.add(value.id()));
      assertEquals(all.size(), page.total());
      cursor = page.cursor();
      pages++;
    } while (cursor != null);
    assertEquals(4, pages);
    assertEquals(10, seen.size());
    Collections.sort(all);
    Collections.sort(seen);
    assertEquals(all, seen);
  }

  @Test
  void the_total_counts_what_the_filters_leave_and_what_one_may_see() {
    assertEquals(2, total(world.esra, Map.of("category", List.of("litter"))));
    assertEquals(1, total(world.esra, Map.of("q", List.of("lamp"))));
    assertEquals(2, total(world.bas, Map.of("limit", List.of("1"))));
    assertEquals(0, total(world.bas, Map.of("q", List.of("fiets"))));
  }

  private long total(Actor actor, Map<String, List<String>> query) {
    return world.observations.list(actor, Listing.read(query)).total();
  }

  @Test
  void the_last_page_has_no_cursor() {
    Map<String, List<String>> three = Map.of("limit", List.of("3"));
    assertNull(world.observations.list(world.esra, Listing.read(three)).cursor());
    Map<String, List<String>> two = Map.of("limit", List.of("2"));
    assertNotNull(world.observations.list(world.esra, Listing.read(two)).cursor());
  }

  @Test
  void what_is_unknown_doubled_or_misshapen_is_refused() {
    assertRefused("sort", "text");
    assertRefused("author", world.noor.id().toString());
    assertRefused("limit", "0");
    assertRefused("limit", "201");
    assertRefused("limit", "-1");
    assertRefused("limit", "1e2");
    assertRefused("limit", "99999999999999999999");
    assertRefused("state", "CLOSED");
    assertRefused("urgency", "high");
    assertRefused("awaits", "me");
    assertRefused("category", "Litter");
    assertRefused("district", "Linden");
    assertRefused("q", "x".repeat(201));
    assertRefused("cursor", "x");
    assertRefused("cursor", cursor("2026-11-22T09:00:00.000Z"));
    assertRefused("cursor", cursor("2026-11-22T09:00:00.000Z' OR 1=1 --"));
    assertRefused("cursor", cursor("2026-11-22T09:00:00Z----" + Id.next()));
    Refused.with(
        "observation.filter", () -> Listing.read(Map.of("state", List.of("open", "closed"))));
  }

  @Test
  void no_injection_finds_more_or_breaks_anything() {
    for (String vector : Vectors.SQL) {
      assertHarmless(vector);
    }
  }

  @Test
  void no_naughty_string_finds_more_or_breaks_anything() throws IOException {
    String data = System.getenv("BUURTRONDE_REAL_DATA");
    assumeTrue(data != null, "BUURTRONDE_REAL_DATA is not set");
    byte[] file = Files.readAllBytes(Path.of(data, "text", "blns.json"));
    JsonNode strings = Json.mapper().readTree(file);
    assertTrue(strings.size() > 500);
    Phone phone = world.phone(world.noor);
    List<UUID> recorded = new ArrayList<>();
    world.database.write(
        handle -> {
          for (JsonNode each : strings) {
            JsonNode args =
                Json.mapper().createObjectNode().put("category", "x").set("text", each);
            recorded.add(phone.record(args.toString()));
          }
          return null;
        });
    for (int i = 0; i < strings.size(); i++) {
      assertEquals(strings.get(i).textValue(), world.seen(world.bas, recorded.get(i)).text());
      assertHarmless(strings.get(i).textValue());
    }
  }

  // Refused as a bad request, or searched for as what it is: never a fault, never others' rows.
  private void assertHarmless(String vector) {
    for (String name : NAMES) {
      for (String value : List.of(vector, cursor(vector))) {
        try {
          List<UUID> found = world.listed(world.bas, Map.of(name, List.of(value)));
          assertTrue(!found.contains(other), name + "=" + value);
        } catch (Refusal refusal) {
          assertEquals(Reason.INVALID, refusal.reason(), name + "=" + value);
        }
      }
    }
    assertEquals(0, world.count("SELECT COUNT(*) FROM observation WHERE text = 'hacked'"));
  }

  private void assertFinds(String name, String value, UUID... ids) {
    assertEquals(
        List.of(ids), world.listed(world.esra, Map.of(name, List.of(value))), name + "=" + value);
  }

  private void assertRefused(String name, String value) {
    try {
      world.listed(world.esra, Map.of(name, List.of(value)));
    } catch (Refusal refusal) {
      assertEquals(Reason.INVALID, refusal.reason());
      Refused.with(refusal.key(), () -> world.listed(world.esra, Map.of(name, List.of(value))));
      return;
    }
    throw new AssertionError(name + "=" + value + " was not refused");
  }

  private static String cursor(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
