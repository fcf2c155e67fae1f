package nl.buurtronde.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.buurtronde.Client;
import nl.buurtronde.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consent: given by the person themself, shown to tenants, and gone when they say so. */
class IntroductionsTest {
  @TempDir Path folder;
  private World world;
  private Client noor;

  @BeforeEach
  void open() {
    world = new World(folder);
    noor = world.client("noor");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void nobody_is_shown_who_did_not_say_so() {
    assertEquals(0, team("West").size());
    assertFalse(noor.get("/api/introduction").json().get("shown").asBoolean());
  }

  @Test
  void who_consents_is_shown_by_first_name_and_picture_in_the_own_district_only() {
    String picture = world.sent("noor");
    assertEquals(404, world.client("").get("/api/public/pictures/" + picture).status());
    assertEquals(204, introduce("noor", "Noor", picture).status());
    JsonNode member = team("West").get(0);
    assertEquals("Noor", member.get("name").asText());
    assertEquals(picture, member.get("picture").asText());
    assertEquals(3, member.size());
    assertFalse(world.ids.containsValue(java.util.UUID.fromString(member.get("id").asText())));
    assertEquals(0, team("Oost").size());
    Client.Answer shown = world.client("").get("/api/public/pictures/" + picture);
    assertEquals(200, shown.status());
    assertEquals("image/jpeg", shown.header("Content-Type"));
    assertEquals("no-cache", shown.header("Cache-Control"));
    assertEquals(
        304,
        world
            .client("")
            .header("If-None-Match", shown.header("ETag"))
            .get("/api/public/pictures/" + picture)
            .status());
    assertTrue(noor.get("/api/introduction").json().get("shown").asBoolean());
  }

  @Test
  void who_withdraws_is_gone_at_once_also_for_a_phone_that_knows_the_picture() {
    String picture = world.sent("noor");
    introduce("noor", "Noor", picture);
    Client phone = world.client("").header("If-None-Match", '"' + picture + '"');
    assertEquals(304, phone.get("/api/public/pictures/" + picture).status());
    assertEquals(204, noor.delete("/api/introduction").status());
    assertEquals(204, noor.delete("/api/introduction").status());
    assertEquals(0, team("West").size());
    assertEquals(404, phone.get("/api/public/pictures/" + picture).status());
    assertFalse(noor.get("/api/introduction").json().get("shown").asBoolean());
    assertEquals(0, count("SELECT COUNT(*) FROM introduction"));
    assertFalse(Files.exists(world.photo.photos().file(picture)));
  }

  @Test
  void a_withdrawn_picture_that_is_needed_elsewhere_stays_there() {
    String picture = world.sent("noor");
    introduce("noor", "Noor", picture);
    world.room.introductions().keepWhat(picture::equals);
    introduce("noor", "Noor", null);
    assertEquals(404, world.client("").get("/api/public/pictures/" + picture).status());
    assertTrue(Files.exists(world.photo.photos().file(picture)));
  }

  @Test
  void who_is_revoked_or_walks_no_more_is_gone_too() {
    String picture = world.sent("noor");
    introduce("noor", "Noor", picture);
    introduce("yusuf", "Yusuf", null);
    world.people.accounts().revoke(world.actor("esra"), world.id("noor"));
    world.people.accounts().change(
        world.actor("esra"), world.id("yusuf"), Role.CARETAKER, null);
    assertEquals(0, team("West").size());
    assertEquals(0, team("Oost").size());
    assertEquals(404, world.client("").get("/api/public/pictures/" + picture).status());
  }

  @Test
  void the_name_can_change_and_the_picture_be_taken_away() {
    String picture = world.sent("noor");
    introduce("noor", "Noor", picture);
    introduce("noor", "Noortje", null);
    JsonNode member = team("West").get(0);
    assertEquals("Noortje", member.get("name").asText());
    assertTrue(member.get("picture").isNull());
    assertEquals(404, world.client("").get("/api/public/pictures/" + picture).status());
  }

  @Test
  void the_picture_of_somebody_else_is_refused() {
    String picture = world.sent("yusuf");
    Client.Answer answer = introduce("noor", "Noor", picture);
    assertEquals(422, answer.status());
    assertEquals("introduction.picture", answer.code());
    assertEquals("introduction.picture", introduce("noor", "Noor", "0".repeat(64)).code());
    assertEquals("photo.name", introduce("noor", "Noor", "../../etc/passwd").code());
    assertEquals(0, team("West").size());
  }

  @Test
  void consent_is_said_in_full_and_by_volunteers_only() {
    assertEquals(
        "introduction.shown", noor.put("/api/introduction", Map.of("firstName", "Noor")).code());
    assertEquals(
        "introduction.shown",
        noor.put("/api/introduction", Map.of("firstName", "N", "shown", false)).code());
    assertEquals("introduction.name", introduce("noor", "  ", null).code());
    assertEquals("introduction.name", introduce("noor", "N".repeat(41), null).code());
    assertEquals(403, introduce("bas", "Bas", null).status());
    assertEquals(400, noor.put("/api/introduction", "{\"shown\":true,\"account\":\"x\"}").status());
    assertEquals(0, count("SELECT COUNT(*) FROM introduction"));
  }

  @Test
  void consent_and_its_withdrawal_are_in_the_audit() {
    introduce("noor", "Noor", null);
    noor.delete("/api/introduction");
    assertEquals(2, count("SELECT COUNT(*) FROM audit WHERE action LIKE 'introduction.%'"));
    assertEquals(0, count("SELECT COUNT(*) FROM audit WHERE why LIKE '%Noor%'"));
  }

  private Client.Answer introduce(String who, String firstName, String picture) {
    Map<String, Object> body = new HashMap<>();
    body.put("firstName", firstName);
    body.put("picture", picture);
    body.put("shown", true);
    return world.client(who).put("/api/introduction", body);
  }

  private JsonNode team(String district) {
    return world.guide(district, "nl").json().get("team");
  }

  private int count(String sql) {
    return world.database.read(h -> h.createQuery(sql).mapTo(Integer.class).one());
  }
}
