package nl.buurtronde.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationTest {
  private static final String REPORT =
      """
      {"name":"Nokia","unsent":3,"missingPhotos":1,"persisted":true,"usage":4000000,
       "quota":90000000,"version":"0.1.0"}
      """;

  @TempDir Path folder;
  private World world;
  private Actor esra;
  private Actor noor;
  private Browser desk;

  @BeforeEach
  void open() {
    world = new World(folder);
    esra = world.coordinator("esra");
    noor = world.volunteer("noor");
    desk = world.browserOf(esra);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_phone_tells_how_it_is_and_the_coordinator_sees_it() {
    UUID device = World.someDevice();
    assertEquals(204, world.browserOf(noor).put("/api/devices/" + device, REPORT).status());
    JsonNode people = desk.get("/api/accounts").json();
    assertEquals(2, people.size());
    JsonNode shown = people.get(1);
    assertEquals("noor", shown.get("name").textValue());
    assertEquals(device.toString(), shown.at("/devices/0/id").textValue());
    assertEquals("Nokia", shown.at("/devices/0/name").textValue());
    assertEquals(3, shown.at("/devices/0/unsent").intValue());
    assertTrue(shown.at("/devices/0/persisted").booleanValue());
    assertEquals(4_000_000, shown.at("/devices/0/usage").intValue());
    assertTrue(shown.at("/devices/0/revokedAt").isNull());
    assertFalse(desk.get("/api/accounts").body().contains("argon2"));
  }

  @Test
  void a_phone_speaks_for_one_account_only() {
    UUID device = World.someDevice();
    world.browserOf(noor).put("/api/devices/" + device, REPORT);
    Browser kim = world.browserOf(world.volunteer("kim"));
    assertEquals("device.other", kim.put("/api/devices/" + device, REPORT).code());
    assertEquals(400, kim.put("/api/devices/" + World.someDevice(), "{\"unsent\":-1}").status());
    assertEquals(400, kim.put("/api/devices/7", REPORT).status());
  }

  @Test
  void a_revoked_phone_is_shut_out_at_its_next_request_and_told_to_forget() {
    UUID device = World.someDevice();
    Browser lost = world.browserOf(noor);
    lost.put("/api/devices/" + device, REPORT);
    Browser other = world.browserOf(noor);
    other.put("/api/devices/" + World.someDevice(), REPORT);

    assertEquals(204, desk.post("/api/devices/" + device + "/revocation", "").status());
    Browser.Answer answer = lost.get("/api/session");
    assertEquals(401, answer.status());
    assertEquals("session.revoked", answer.code());
    // Without its cookie it would be told to sign in again, and what waits could not come in.
    assertEquals("\"cache\"", answer.headers().get("clear-site-data"));
    assertEquals("session.revoked", lost.get("/api/session").code());
    assertEquals(200, other.get("/api/session").status());
    assertEquals(1, world.audited("device.revoked"));
    assertEquals(
        404, desk.post("/api/devices/" + World.someDevice() + "/revocation", "").status());
  }

  @Test
  void who_lost_a_phone_shuts_it_out_from_another_and_nobody_elses() {
    UUID device = World.someDevice();
    Browser lost = world.browserOf(noor);
    lost.put("/api/devices/" + device, REPORT);
    Browser other = world.browserOf(noor);
    other.put("/api/devices/" + World.someDevice(), REPORT);
    Browser stranger = world.browserOf(world.volunteer("kim"));
    String shutOut = "/api/devices/" + device + "/revocation";

    assertEquals(404, stranger.post(shutOut, "").status());
    assertEquals(2, other.get("/api/devices").json().size());
    assertEquals(0, stranger.get("/api/devices").json().size());
    assertEquals(204, other.post(shutOut, "").status());
    assertEquals("session.revoked", lost.get("/api/session").code());
    assertEquals(1, other.get("/api/devices").json().size());
  }

  @Test
  void signing_in_again_on_a_revoked_phone_does_not_help() {
    UUID device = World.someDevice();
    Browser lost = world.browserOf(noor);
    lost.put("/api/devices/" + device, REPORT);
    desk.post("/api/devices/" + device + "/revocation", "");

    assertEquals(204, lost.signIn("noor", World.PASSWORD).status());
    Browser.Answer answer = lost.get("/api/session");
    assertEquals("session.revoked", answer.code());

    Browser cleared = world.browser();
    cleared.signIn("noor", World.PASSWORD);
    answer = cleared.put("/api/devices/" + device, REPORT);
    assertEquals(401, answer.status());
    assertTrue(answer.headers().containsKey("clear-site-data"));
    assertEquals("session.revoked", cleared.get("/api/session").code());
  }

  @Test
  void a_session_that_never_told_its_phone_has_to_sign_in_again() {
    UUID device = World.someDevice();
    world.browserOf(noor).put("/api/devices/" + device, REPORT);
    Browser silent = world.browserOf(noor);
    desk.post("/api/devices/" + device + "/revocation", "");
    assertEquals("session.expired", silent.get("/api/session").code());
  }

  @Test
  void a_new_sign_in_in_the_same_browser_stays_tied_to_the_phone() {
    UUID device = World.someDevice();
    Browser phone = world.browserOf(noor);
    phone.put("/api/devices/" + device, REPORT);
    phone.signIn("noor", World.PASSWORD);
    desk.post("/api/devices/" + device + "/revocation", "");
    assertEquals("session.revoked", phone.get("/api/session").code());
  }

  @Test
  void a_revoked_person_is_shut_out_everywhere_at_once_and_later_still() {
    UUID device = World.someDevice();
    Browser phone = world.browserOf(noor);
    phone.put("/api/devices/" + device, REPORT);
    Browser tablet = world.browserOf(noor);

    assertEquals(
        204, desk.post("/api/accounts/" + noor.id() + "/revocation", "").status());
    for (Browser browser : new Browser[] {phone, tablet}) {
      Browser.Answer answer = browser.get("/api/session");
      assertEquals(401, answer.status());
      assertTrue(answer.headers().containsKey("clear-site-data"));
    }
    assertTrue(world.devices.find(device).orElseThrow().revokedAt() != null);
    world.clock.pass(Duration.ofDays(300));
    assertEquals("session.revoked", phone.get("/api/session").code());
  }

  @Test
  void only_those_who_set_up_may_see_or_change_people() {
    Browser volunteer = world.browserOf(noor);
    assertEquals(403, volunteer.get("/api/accounts").status());
    assertEquals(
        403, volunteer.patch("/api/accounts/" + noor.id(), "{\"role\":\"admin\"}").status());
    assertEquals(
        403, volunteer.post("/api/accounts/" + esra.id() + "/revocation", "").status());
    assertEquals(
        404, volunteer.post("/api/devices/" + World.someDevice() + "/revocation", "").status());
    assertEquals(401, world.browser().get("/api/accounts").status());
  }

  @Test
  void a_change_needs_the_token_of_the_session() {
    String path = "/api/accounts/" + noor.id();
    String body = "{\"role\":\"caretaker\"}";
    assertEquals(403, desk.send("PATCH", path, body, "").status());
    assertEquals(403, desk.send("PATCH", path, body, Secrets.csrf("other")).status());
    assertEquals(204, desk.patch(path, body).status());
    assertEquals("caretaker", world.accounts().find(noor.id()).orElseThrow().role().wire());
  }

  @Test
  void a_change_says_only_what_may_be_changed() {
    String path = "/api/accounts/" + noor.id();
    for (String body :
        new String[] {
          "{\"name\":\"x\"}", "{\"role\":\"boss\"}", "{\"role\":7}", "{\"districts\":\"all\"}",
          "{\"districts\":[null]}", "{\"districts\":[\"7\"]}", "{\"revokedAt\":null}"
        }) {
      assertEquals(400, desk.patch(path, body).status(), body);
    }
  }
}
