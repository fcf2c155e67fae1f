package nl.buurtronde.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.Client;
import nl.buurtronde.category.Category;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody without an account gets. */
class TenantGuideTest {
  private static final List<String> NAUGHTY =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "'; DROP TABLE guide_edition; --",
          "{{7*7}} ${7*7} <%= 7 %>",
          "مرحبا بالعالم ‏🎉 Ω≈ç√∫",
          "\u202Etest\u202E &amp; &lt;b&gt;");

  @TempDir Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void the_districts_have_the_agreed_names_and_no_caretaker() {
    Client.Answer answer = world.client("").get("/api/public/districts");
    assertEquals(200, answer.status());
    JsonNode west = answer.json().at("/districts/1");
    assertEquals("West", west.get("name").asText());
    assertEquals("Polygon", west.at("/outline/type").asText());
    JsonNode complex = west.at("/complexes/0");
    assertEquals(
        List.of("id", "code", "name", "street", "numbers", "postcode", "lat", "lon"),
        names(complex));
    assertEquals(52.0123, complex.get("lat").asDouble());
    assertEquals("nl", answer.json().at("/languages/0/code").asText());
    assertEquals(6, answer.json().get("languages").size());
  }

  @Test
  void the_guide_has_the_agreed_names() {
    world.added("partners", World.partner());
    world.added("rules", World.rule());
    JsonNode guide = world.guide("West", "nl").json();
    assertEquals(
        List.of(
            "district",
            "language",
            "revision",
            "association",
            "partners",
            "rules",
            "team",
            "categories",
            "languages",
            "limits"),
        names(guide));
    assertEquals(
        List.of(
            "id", "kind", "name", "text", "phone", "email", "website", "hours", "verifiedAt",
            "language", "checked"),
        names(guide.at("/partners/0")));
    assertEquals(
        List.of(
            "id", "complex", "pictogram", "title", "text", "language", "checked", "translations"),
        names(guide.at("/rules/0")));
    assertEquals("088 000 00 00", guide.at("/association/phone").asText());
    assertEquals(13, guide.get("categories").size());
    assertEquals("{\"photos\":3,\"text\":2000}", guide.get("limits").toString());
  }

  @Test
  void an_unknown_district_is_404_and_what_is_no_language_or_district_400() {
    Client tenant = world.client("");
    String guide = "/api/public/guide?district=";
    assertEquals(404, tenant.get(guide + UUID.randomUUID()).status());
    assertEquals(400, tenant.get(guide + "west").status());
    assertEquals(400, tenant.get("/api/public/guide").status());
    assertEquals(400, world.guide("West", "de").status());
    assertEquals(400, world.guide("West", "NL").status());
    assertEquals(400, tenant.get(guide + world.district("West") + "&debug=1").status());
    assertEquals(200, tenant.get(guide + world.district("West")).status());
  }

  @Test
  void each_district_has_its_own_partners_and_those_of_all() {
    world.added("partners", World.partner("name", "Hier", "district", world.district("West")));
    world.added("partners", World.partner("name", "Daar", "district", world.district("Oost")));
    world.added("partners", World.partner("name", "Overal", "kind", "police"));
    assertEquals(List.of("Overal", "Hier"), shown("West", "partners", "name"));
    assertEquals(List.of("Overal", "Daar"), shown("Oost", "partners", "name"));
  }

  @Test
  void a_rule_of_a_complex_stands_in_the_guide_of_its_district_only() {
    world.added("rules", World.rule("title", "Flat", "complex", world.complex("L1")));
    world.added("rules", World.rule("title", "Wijk", "district", world.district("Oost")));
    world.added("rules", World.rule("title", "Overal", "position", 3));
    assertEquals(List.of("Flat", "Overal"), shown("West", "rules", "title"));
    assertEquals(List.of("Wijk", "Overal"), shown("Oost", "rules", "title"));
    JsonNode flat = world.guide("West", "nl").json().at("/rules/0");
    assertEquals(world.complex("L1").toString(), flat.get("complex").asText());
  }

  @Test
  void what_has_not_changed_is_304_and_any_change_moves_the_revision() {
    Client tenant = world.client("");
    String address = "/api/public/guide?district=" + world.district("West");
    List<Runnable> changes =
        List.of(
            () -> world.added("partners", World.partner()),
            () -> world.added("rules", World.rule()),
            () -> world.room.introductions().put(world.actor("noor"), "Noor", null),
            () -> world.people.accounts().revoke(world.actor("esra"), world.id("noor")),
            () -> world.room.languages().setChecked(world.actor("esra"), Language.TR, true),
            () ->
                world
                    .category
                    .categories()
                    .put(world.actor("esra"), new Category("mice", "Muizen", "other", 20, true, 0)));
    for (Runnable change : changes) {
      Client.Answer fresh = tenant.header("If-None-Match", null).get(address);
      String tag = fresh.header("ETag");
      assertFalse(tag.startsWith("W/"), tag);
      assertEquals("no-cache", fresh.header("Cache-Control"));
      Client.Answer again = tenant.header("If-None-Match", tag).get(address);
      assertEquals(List.of(304, 0), List.of(again.status(), again.raw().body().length));
      change.run();
      Client.Answer moved = tenant.get(address);
      assertEquals(200, moved.status());
      assertNotEquals(fresh.json().get("revision"), moved.json().get("revision"));
    }
  }

  @Test
  void what_is_planned_is_shown_from_its_moment_on_and_what_is_withdrawn_no_more() {
    Client esra = world.client("esra");
    UUID id = world.added("rules", World.rule("title", "Nu"));
    String tomorrow = world.clock.instant().plus(Duration.ofDays(1)).toString();
    String address = "/api/guide/rules/" + id;
    esra.put(address, World.rule("title", "Morgen", "publishAt", tomorrow));
    assertEquals(List.of("Nu"), shown("West", "rules", "title"));
    world.clock.pass(Duration.ofDays(1).minusMillis(1));
    assertEquals(List.of("Nu"), shown("West", "rules", "title"));
    world.clock.pass(Duration.ofMillis(1));
    assertEquals(List.of("Morgen"), shown("West", "rules", "title"));
    esra.put(address, World.rule("title", "Morgen", "withdrawn", true));
    assertEquals(List.of(), shown("West", "rules", "title"));
  }

  @Test
  void what_is_saved_later_goes_before_a_plan() {
    UUID id = world.added("rules", World.rule("title", "Nu"));
    String tomorrow = world.clock.instant().plus(Duration.ofDays(1)).toString();
    String address = "/api/guide/rules/" + id;
    world.client("esra").put(address, World.rule("title", "Plan", "publishAt", tomorrow));
    world.client("esra").put(address, World.rule("title", "Toch zo"));
    world.clock.pass(Duration.ofDays(2));
    assertEquals(List.of("Toch zo"), shown("West", "rules", "title"));
  }

  @Test
  void without_a_translation_the_dutch_is_shown_and_said_to_be_dutch() {
    UUID id = world.added("rules", World.rule());
    JsonNode rule = world.guide("West", "ar").json().at("/rules/0");
    assertEquals(List.of("nl", "Stil"), List.of(text(rule, "language"), text(rule, "title")));
    translate(id, "ar", "هدوء", true);
    rule = world.guide("West", "ar").json().at("/rules/0");
    assertEquals(List.of("ar", "هدوء"), List.of(text(rule, "language"), text(rule, "title")));
    assertTrue(rule.get("checked").asBoolean());
    JsonNode dutch = world.guide("West", "nl").json().at("/rules/0");
    assertEquals("Stil", text(dutch, "title"));
    assertEquals("هدوء", dutch.at("/translations/ar/title").asText());
  }

  @Test
  void a_translation_of_older_dutch_is_shown_but_nobody_has_read_it() {
    UUID id = world.added("rules", World.rule());
    translate(id, "pl", "Cisza", true);
    world.client("esra").put("/api/guide/rules/" + id, World.rule("text", "Na negen uur."));
    JsonNode rule = world.guide("West", "pl").json().at("/rules/0");
    assertEquals("Cisza", text(rule, "title"));
    assertFalse(rule.get("checked").asBoolean());
  }

  @Test
  void a_translation_of_what_is_planned_waits_with_it() {
    UUID id = world.added("rules", World.rule("title", "Oud"));
    translate(id, "en", "Old", true);
    String tomorrow = world.clock.instant().plus(Duration.ofDays(1)).toString();
    world
        .client("esra")
        .put("/api/guide/rules/" + id, World.rule("title", "Nieuw", "publishAt", tomorrow));
    translate(id, "en", "New", false);
    assertEquals("Old", text(world.guide("West", "en").json().at("/rules/0"), "title"));
    world.clock.pass(Duration.ofDays(1));
    assertEquals("New", text(world.guide("West", "en").json().at("/rules/0"), "title"));
  }

  @Test
  void what_anybody_types_comes_back_as_text() {
    for (String naughty : NAUGHTY) {
      world.added("partners", World.partner("name", naughty, "text", naughty));
      world.added("rules", World.rule("title", naughty, "text", naughty));
    }
    JsonNode guide = world.guide("West", "nl").json();
    List<String> names = new ArrayList<>();
    guide.get("partners").forEach(it -> names.add(text(it, "name") + text(it, "text")));
    guide.get("rules").forEach(it -> names.add(text(it, "title") + text(it, "text")));
    assertEquals(2 * NAUGHTY.size(), names.size());
    NAUGHTY.forEach(each -> assertTrue(names.contains(each + each), each));
  }

  @Test
  void the_plain_page_of_a_posters_complex_has_the_numbers_of_its_district_only() {
    world.added("partners", World.partner("name", "Hier", "district", world.district("West")));
    world.added("partners", World.partner("name", "Daar", "district", world.district("Oost")));
    world.added("partners", World.partner("name", "Overal"));
    String west = plain("?complex=l1");
    assertTrue(west.contains("Hier") && west.contains("Overal") && west.contains("112"), west);
    assertFalse(west.contains("Daar"), west);
    assertTrue(west.contains("Alle wijken"), west);
    String unknown = plain("?complex=%3Cscript%3E");
    assertTrue(unknown.contains("Hier") && unknown.contains("Daar"), unknown);
    assertTrue(unknown.contains("Dit gebouw kennen we niet."), unknown);
    assertFalse(unknown.contains("script>"), unknown);
    assertFalse(plain("").contains("Dit gebouw kennen we niet."));
  }

  private String plain(String query) {
    byte[] page = world.client("").get("/numbers" + query).raw().body();
    return new String(page, StandardCharsets.UTF_8);
  }

  @Test
  void the_plain_page_has_the_numbers_and_no_script() {
    world.added(
        "partners",
        World.partner(
            "name",
            "<script>alert(1)</script>",
            "text",
            "\" onclick='x' & meer",
            "phone",
            "088 000 (00) 01",
            "website",
            "https://jeugd.example/a?b=1&c='",
            "district",
            world.district("West"),
            "hours",
            List.of(Map.of("days", List.of(5, 1, 2, 3), "from", "09:00", "to", "02:00"))));
    Client.Answer answer = world.client("").get("/numbers");
    String page = new String(answer.raw().body(), StandardCharsets.UTF_8);
    assertEquals("text/html;charset=utf-8", answer.header("Content-Type").replace(" ", ""));
    assertFalse(page.contains("<script"), page);
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
    assertTrue(page.contains("&quot; onclick=&#39;x&#39; &amp; meer"), page);
    assertTrue(page.contains("href=\"tel:112\""), page);
    assertTrue(page.contains("href=\"tel:09008844\""), page);
    assertTrue(page.contains("href=\"tel:0880000001\""), page);
    assertTrue(page.contains("href=\"https://jeugd.example/a?b=1&amp;c=&#39;\""), page);
    assertTrue(page.contains("Woonvereniging &lt;West&gt;: <a href=\"tel:0880000000\""), page);
    assertTrue(page.contains("ma t/m wo, vr 9:00–2:00"), page);
    String tag = answer.header("ETag");
    assertEquals(304, world.client("").header("If-None-Match", tag).get("/numbers").status());
  }

  @Test
  void a_saved_change_is_in_the_plain_page_too() {
    Client tenant = world.client("");
    byte[] before = tenant.get("/numbers").raw().body();
    world.added("partners", World.partner("name", "Nieuw"));
    byte[] after = tenant.get("/numbers").raw().body();
    assertNotEquals(before.length, after.length);
  }

  private void translate(UUID rule, String language, String title, boolean checked) {
    String address = "/api/guide/rules/" + rule + "/translations/" + language;
    Map<String, Object> body = Map.of("title", title, "text", "…", "checked", checked);
    assertEquals(204, world.client("esra").put(address, body).status());
  }

  private List<String> shown(String district, String list, String field) {
    List<String> all = new ArrayList<>();
    world.guide(district, "nl").json().get(list).forEach(it -> all.add(text(it, field)));
    return all;
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
