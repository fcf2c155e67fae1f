package nl.buurtronde.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How staff write the guide. */
class GuideRoutesTest {
  @TempDir Path folder;
  private World world;
  private Client esra;

  @BeforeEach
  void open() {
    world = new World(folder);
    esra = world.client("esra");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_change_keeps_what_was_before_it_and_who_wrote_it() {
    UUID id = world.added("partners", World.partner("phone", "088 000 00 01"));
    world.clock.pass(Duration.ofDays(3));
    world.client("admin").put(address("partners", id), World.partner("phone", "088 000 00 02"));
    JsonNode partner = esra.get("/api/guide").json().at("/partners/0");
    assertEquals("088 000 00 02", partner.get("phone").asText());
    assertEquals("Beheer", partner.get("savedBy").asText());
    assertEquals("published", partner.get("state").asText());
    assertEquals(1, partner.get("history").size());
    JsonNode before = partner.at("/history/0");
    assertEquals("088 000 00 01", before.get("phone").asText());
    assertEquals("Esra Yılmaz", before.get("savedBy").asText());
    assertEquals("2026-11-22T20:00:00.000Z", before.get("savedAt").asText());
  }

  @Test
  void saying_the_same_again_changes_nothing() {
    UUID id = UUID.randomUUID();
    JsonNode first = esra.put(address("rules", id), World.rule()).json();
    world.clock.pass(Duration.ofDays(3));
    assertEquals(first, esra.put(address("rules", id), World.rule()).json());
    assertEquals(0, esra.get("/api/guide").json().at("/rules/0/history").size());
    JsonNode other = esra.put(address("rules", id), World.rule("title", "Anders")).json();
    assertNotEquals(first, other);
  }

  @Test
  void who_did_not_see_a_colleagues_change_does_not_undo_it() {
    UUID id = UUID.randomUUID();
    long base = esra.put(address("rules", id), World.rule()).json().get("revision").asLong();
    esra.put(address("rules", id), World.rule("text", "Van Esra."));
    Client.Answer late =
        world
            .client("admin")
            .put(address("rules", id), World.rule("text", "Van beheer.", "base", base));
    assertEquals(409, late.status());
    assertEquals("guide.changed", late.code());
    assertEquals("Van Esra.", esra.get("/api/guide").json().at("/rules/0/text").asText());
  }

  @Test
  void what_is_planned_or_withdrawn_is_there_for_staff() {
    String tomorrow = world.clock.instant().plus(Duration.ofDays(1)).toString();
    UUID id = world.added("rules", World.rule("publishAt", tomorrow));
    JsonNode rule = esra.get("/api/guide").json().at("/rules/0");
    assertEquals("planned", rule.get("state").asText());
    assertTrue(rule.get("shown").isNull());
    esra.put(address("rules", id), World.rule("withdrawn", true));
    assertEquals("withdrawn", esra.get("/api/guide").json().at("/rules/0/state").asText());
    String never = world.clock.instant().plus(Duration.ofDays(367)).toString();
    Client.Answer far = esra.put(address("rules", id), World.rule("publishAt", never));
    assertEquals("guide.publishAt", far.code());
  }

  @Test
  void a_translation_stands_beside_its_dutch_and_says_when_it_is_of_older_dutch() {
    UUID id = world.added("partners", World.partner());
    String english = address("partners", id) + "/translations/en";
    Map<String, Object> said = Map.of("name", "Youth work", "text", "Bored?", "checked", true);
    assertEquals(204, esra.put(english, said).status());
    JsonNode told = esra.get("/api/guide").json().at("/partners/0/translations/en");
    assertEquals("Youth work", told.get("title").asText());
    assertEquals("[true,false]", ticks(told));
    esra.put(address("partners", id), World.partner("phone", "088 000 00 02"));
    told = esra.get("/api/guide").json().at("/partners/0/translations/en");
    assertEquals("[true,false]", ticks(told));
    esra.put(address("partners", id), World.partner("text", "Bij ruzie."));
    told = esra.get("/api/guide").json().at("/partners/0/translations/en");
    assertEquals("[false,true]", ticks(told));
    esra.put(english, said);
    told = esra.get("/api/guide").json().at("/partners/0/translations/en");
    assertEquals("[true,false]", ticks(told));
    assertEquals(204, esra.delete(english).status());
    assertEquals(0, esra.get("/api/guide").json().at("/partners/0/translations").size());
    assertEquals("nl", world.guide("West", "en").json().at("/partners/0/language").asText());
  }

  @Test
  void dutch_is_no_translation_and_an_empty_one_is_refused() {
    UUID id = world.added("rules", World.rule());
    String address = address("rules", id) + "/translations/";
    Map<String, Object> said = Map.of("title", "Still", "text", "After ten.");
    assertEquals("guide.translation.dutch", esra.put(address + "nl", said).code());
    assertEquals("guide.language", esra.put(address + "de", said).code());
    assertEquals("guide.translation.title", esra.put(address + "en", Map.of()).code());
    assertEquals("guide.text", esra.put(address + "en", Map.of("title", "Still")).code());
    assertEquals(
        404, esra.put(address("rules", UUID.randomUUID()) + "/translations/en", said).status());
  }

  @Test
  void a_partner_that_nobody_asked_for_six_months_is_in_the_list() {
    UUID never = world.added("partners", World.partner("name", "Nooit"));
    UUID once = world.added("partners", World.partner("name", "Eens"));
    world.added("partners", World.partner("name", "Weg", "withdrawn", true));
    assertEquals(204, verify(once).status());
    assertEquals(List.of("Nooit"), unverified());
    world.clock.pass(Duration.ofDays(180)); // 21 May: less than six months
    assertEquals(List.of("Nooit"), unverified());
    world.clock.pass(Duration.ofDays(2)); // 23 May
    assertEquals(List.of("Nooit", "Eens"), unverified());
    verify(never);
    assertEquals(List.of("Eens"), unverified());
  }

  @Test
  void another_number_has_to_be_verified_anew_and_another_text_has_not() {
    UUID id = world.added("partners", World.partner("phone", "088 000 00 01"));
    verify(id);
    esra.put(address("partners", id), World.partner("phone", "088 000 00 01", "text", "Anders."));
    JsonNode shown = world.guide("West", "nl").json().at("/partners/0");
    assertEquals("2026-11-22T20:00:00.000Z", shown.get("verifiedAt").asText());
    esra.put(address("partners", id), World.partner("phone", "088 000 00 02", "text", "Anders."));
    assertTrue(world.guide("West", "nl").json().at("/partners/0/verifiedAt").isNull());
    assertEquals(List.of("Jongerenwerk"), unverified());
  }

  @Test
  void a_caretaker_reads_what_is_of_the_own_district_and_writes_nothing() {
    world.added("partners", World.partner("name", "Oost", "district", world.district("Oost")));
    world.added("partners", World.partner("name", "West", "district", world.district("West")));
    world.added("partners", World.partner("name", "Alle"));
    world.added("rules", World.rule("complex", world.complex("W1")));
    JsonNode seen = world.client("bas").get("/api/guide").json();
    assertEquals(List.of("Alle", "West"), names(seen.get("partners")));
    assertEquals(0, seen.get("rules").size());
    String oost = "/api/guide?district=" + world.district("Oost");
    assertEquals(404, world.client("bas").get(oost).status());
    assertEquals(List.of("Alle", "Oost"), names(esra.get(oost).json().get("partners")));
    assertEquals(1, esra.get(oost).json().get("rules").size());
    assertEquals(403, world.client("noor").get("/api/guide").status());
  }

  @Test
  void what_is_not_right_is_refused_and_nothing_is_stored() {
    Map<String, Object> wrong =
        Map.ofEntries(
            Map.entry("phone", "bel maar"),
            Map.entry("email", "geen adres"),
            Map.entry("website", "http://onveilig.example"),
            Map.entry("kind", "garage"),
            Map.entry("name", " "),
            Map.entry("text", "x".repeat(2001)),
            Map.entry("position", -1),
            Map.entry("district", UUID.randomUUID()),
            Map.entry("hours", List.of()));
    wrong.forEach((field, value) -> assertRefused(World.partner(field, value)));
    for (String website :
        List.of("javascript:alert(1)", "https:", "https://a b", "https://x:y@z.example", "www.x.nl")) {
      assertRefused(World.partner("website", website));
    }
    for (Object hours :
        Arrays.asList(
            Map.of("days", List.of(), "from", "09:00", "to", "17:00"),
            Map.of("days", List.of(8), "from", "09:00", "to", "17:00"),
            Map.of("days", List.of(1, 1), "from", "09:00", "to", "17:00"),
            Map.of("days", List.of(1), "from", "9:00", "to", "17:00"),
            Map.of("days", List.of(1), "from", "09:00", "to", "24:00"),
            Map.of("days", List.of(1), "from", "09:00", "to", "09:00"),
            Map.of("days", List.of(1), "from", "09:00"),
            null)) {
      assertRefused(World.partner("hours", Arrays.asList(hours)));
    }
    assertRefused(World.partner("verifiedAt", "2026-11-22T20:00:00.000Z"));
    assertRefused(World.partner("savedBy", "iemand"));
    assertEquals(0, esra.get("/api/guide").json().get("partners").size());
  }

  @Test
  void hours_may_pass_midnight() {
    List<?> hours = List.of(Map.of("days", List.of(5, 6), "from", "16:00", "to", "00:30"));
    world.added("partners", World.partner("hours", hours));
    JsonNode shown = world.guide("West", "nl").json().at("/partners/0/hours/0");
    assertEquals("{\"days\":[5,6],\"from\":\"16:00\",\"to\":\"00:30\"}", shown.toString());
    assertNull(world.guide("West", "nl").json().at("/partners/0").get("to"));
  }

  @Test
  void an_identifier_of_a_rule_is_no_partner() {
    UUID id = world.added("rules", World.rule());
    assertEquals("guide.taken", esra.put(address("partners", id), World.partner()).code());
    assertEquals("guide.taken", verify(id).code());
  }

  @Test
  void a_language_is_ticked_once_somebody_has_read_it_and_dutch_always_is() {
    assertEquals(204, esra.put("/api/guide/languages/uk", Map.of("checked", true)).status());
    JsonNode languages = world.guide("West", "nl").json().get("languages");
    assertEquals("{\"code\":\"uk\",\"checked\":true}", languages.get(5).toString());
    assertEquals("{\"code\":\"pl\",\"checked\":false}", languages.get(4).toString());
    assertEquals(400, esra.put("/api/guide/languages/nl", Map.of("checked", false)).status());
  }

  private static String ticks(JsonNode told) {
    return "[" + told.get("checked") + "," + told.get("stale") + "]";
  }

  private void assertRefused(Map<String, Object> body) {
    Client.Answer answer = esra.put(address("partners", UUID.randomUUID()), body);
    assertTrue(List.of(400, 422).contains(answer.status()), body + " gave " + answer.status());
  }

  private Client.Answer verify(UUID partner) {
    return esra.post(address("partners", partner) + "/verification", Map.of());
  }

  private List<String> unverified() {
    return names(esra.get("/api/guide/unverified").json().get("partners"));
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(it -> names.add(it.get("name").asText()));
    return names;
  }

  private static String address(String list, UUID id) {
    return "/api/guide/" + list + "/" + id;
  }
}
