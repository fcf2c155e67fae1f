package nl.buurtronde.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvitationsTest {
  @TempDir Path folder;
  private World world;
  private Actor esra;

  @BeforeEach
  void open() {
    world = new World(folder);
    esra = world.coordinator("esra");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void an_invitation_makes_a_volunteer_with_what_was_fixed_in_it() {
    JsonNode issued = issue("volunteer", world.linden);
    String code = issued.get("code").textValue();
    String link = issued.get("link").textValue();
    assertTrue(link.startsWith("http://127.0.0.1:"));
    assertTrue(link.endsWith("/invitation#" + code.replace("-", "")));
    assertTrue(issued.get("qr").size() > 29);
    assertEquals("2026-11-25T09:00:00.000Z", issued.get("expiresAt").textValue());

    Browser kim = world.browser();
    JsonNode preview = kim.post("/api/invitations/preview", code(code)).json();
    assertEquals("Kim de Boer", preview.get("fullName").textValue());
    assertEquals("volunteer", preview.get("role").textValue());
    assertEquals("Lindenhof", preview.at("/districts/0").textValue());

    assertEquals(204, accept(kim, code, "Kim").status());
    JsonNode account = kim.get("/api/session").json().get("account");
    assertEquals("kim", account.get("name").textValue());
    assertEquals("Kim de Boer", account.get("fullName").textValue());
    assertEquals("volunteer", account.get("role").textValue());
    assertEquals(world.linden.toString(), account.at("/districts/0").textValue());
    UUID id = UUID.fromString(account.get("id").textValue());
    assertTrue(world.accounts().walkedIn(id, world.linden, world.clock.instant()));
    assertEquals(204, world.browser().signIn("kim", World.PASSWORD).status());
    assertEquals(1, world.audited("invitation.issued"));
    assertEquals(1, world.audited("invitation.accepted"));
  }

  @Test
  void what_the_invitation_fixed_cannot_be_sent_along() {
    String code = issue("volunteer", world.linden).get("code").textValue();
    String body =
        "{\"code\":\"" + code + "\",\"name\":\"kim\",\"password\":\"" + World.PASSWORD + "\","
            + "\"role\":\"admin\"}";
    assertEquals(400, world.browser().post("/api/invitations/acceptance", body).status());
  }

  @Test
  void looking_at_it_uses_nothing_up_and_using_it_does() {
    String code = issue("volunteer", world.linden).get("code").textValue();
    for (int i = 0; i < 50; i++) {
      assertEquals(
          200, world.browser().post("/api/invitations/preview", code(code)).status());
    }
    assertEquals(404, world.browser().get("/api/invitations/preview").status());
    assertEquals(204, accept(world.browser(), code, "kim").status());
    Browser.Answer second = accept(world.browser(), code, "dief");
    assertEquals(410, second.status());
    assertEquals("invitation.used", second.code());
  }

  @Test
  void of_two_who_use_it_at_once_one_gets_in() throws Exception {
    for (int round = 0; round < 8; round++) {
      String code =
          world.invitations().issue(esra, "Kim", Role.VOLUNTEER, Set.of(world.linden)).code();
      CyclicBarrier start = new CyclicBarrier(2);
      ExecutorService both = Executors.newFixedThreadPool(2);
      try {
        int number = round;
        Callable<Integer> first = () -> race(start, code, "first" + number);
        Callable<Integer> second = () -> race(start, code, "second" + number);
        List<Integer> statuses =
            both.invokeAll(List.of(first, second)).stream().map(InvitationsTest::get).toList();
        assertEquals(Set.of(204, 410), Set.copyOf(statuses));
      } finally {
        both.shutdown();
      }
    }
    assertEquals(8, world.count("SELECT COUNT(*) FROM account WHERE role = 'volunteer'"));
  }

  @Test
  void it_lasts_72_hours() {
    String code = issue("volunteer", world.linden).get("code").textValue();
    world.clock.pass(Duration.ofHours(72).minusMillis(1));
    assertEquals(200, world.browser().post("/api/invitations/preview", code(code)).status());
    world.clock.pass(Duration.ofMillis(1));
    assertEquals("invitation.expired", accept(world.browser(), code, "kim").code());
    assertEquals("expired", states());
  }

  @Test
  void it_can_be_withdrawn() {
    JsonNode issued = issue("volunteer", world.linden);
    Browser desk = world.browserOf(esra);
    assertEquals("open", states());
    assertEquals(
        204, desk.delete("/api/invitations/" + issued.get("id").textValue()).status());
    assertEquals("withdrawn", states());
    assertEquals(
        "invitation.withdrawn",
        accept(world.browser(), issued.get("code").textValue(), "kim").code());
    assertEquals(404, desk.delete("/api/invitations/" + World.someDevice()).status());
    assertEquals(1, world.audited("invitation.withdrawn"));
  }

  @Test
  void somebody_who_forgot_their_password_chooses_another_with_a_code() {
    Actor noor = world.volunteer("noor");
    Browser old = world.browserOf(noor);
    Browser desk = world.browserOf(esra);
    String first = reset(desk, noor).json().get("code").textValue();
    Browser.Answer issued = reset(desk, noor);
    String code = issued.json().get("code").textValue();
    assertEquals("invitation.withdrawn", accept(world.browser(), first, "").code());

    Browser hers = world.browser();
    JsonNode preview = hers.post("/api/invitations/preview", code(code)).json();
    assertEquals("noor", preview.get("name").textValue());
    assertEquals(200, old.get("/api/session").status());
    assertEquals(204, choose(hers, code, "vijf-groene-ganzen").status());
    assertEquals(noor.id().toString(), hers.get("/api/session").json().at("/account/id").asText());
    assertEquals("session.expired", old.get("/api/session").code());
    assertEquals(401, world.browser().signIn("noor", World.PASSWORD).status());
    assertEquals(204, world.browser().signIn("noor", "vijf-groene-ganzen").status());
    assertEquals("invitation.used", choose(hers, code, "zes-grijze-muizen").code());
    assertEquals(2, world.audited("password.reset.issued"));
    assertEquals(1, world.audited("password.reset"));
  }

  @Test
  void a_reset_reaches_no_higher_and_ends_with_the_role_it_was_given_for() {
    Actor admin = world.admin("admin");
    Actor noor = world.volunteer("noor");
    Browser desk = world.browserOf(esra);
    assertEquals("account.admin.only", reset(desk, admin).code());
    assertEquals("account.self.reset", reset(desk, esra).code());
    assertEquals(403, reset(world.browserOf(noor), esra).status());
    String code = reset(desk, noor).json().get("code").textValue();
    world.accounts().change(admin, noor.id(), Role.ADMIN, Set.of());
    assertEquals("invitation.withdrawn", choose(world.browser(), code, "zes-muizen-los").code());
    String later = reset(world.browserOf(admin), esra).json().get("code").textValue();
    world.clock.pass(Duration.ofHours(72));
    assertEquals("invitation.expired", choose(world.browser(), later, "zes-muizen-los").code());
  }

  @Test
  void those_of_somebody_who_was_revoked_open_no_door() {
    Actor els = world.coordinator("els");
    String code = world.invitations().issue(els, "Kim", Role.COORDINATOR, Set.of()).code();
    world.accounts().revoke(esra, els.id());
    assertEquals("invitation.withdrawn", accept(world.browser(), code, "kim").code());
  }

  @Test
  void a_refused_name_or_password_leaves_it_open() {
    String code = issue("volunteer", world.linden).get("code").textValue();
    Browser browser = world.browser();
    assertEquals("account.name.taken", accept(browser, code, "Esra").code());
    assertEquals("account.name.shape", accept(browser, code, "k").code());
    assertEquals(
        "password.common",
        browser
            .post(
                "/api/invitations/acceptance",
                "{\"code\":\"" + code + "\",\"name\":\"kim\",\"password\":\"welkom2026\"}")
            .code());
    assertEquals(204, accept(browser, code, "kim").status());
  }

  @Test
  void who_guesses_codes_must_wait() {
    String code = issue("volunteer", world.linden).get("code").textValue();
    Browser browser = world.browser();
    for (int i = 0; i < 21; i++) {
      Browser.Answer guess =
          browser.post("/api/invitations/preview", code(InvitationCode.next()));
      assertEquals(404, guess.status());
      assertEquals("invitation.unknown", guess.code());
    }
    Browser.Answer slowed = browser.post("/api/invitations/preview", code(code));
    assertEquals(429, slowed.status());
    assertEquals("1", slowed.headers().get("retry-after"));
  }

  @Test
  void only_an_administrator_invites_administrators_and_a_volunteer_nobody() {
    Browser desk = world.browserOf(esra);
    assertEquals(
        "account.admin.only", desk.post("/api/invitations", invitation("admin")).code());
    Actor admin = world.admin("admin");
    assertEquals(
        201, world.browserOf(admin).post("/api/invitations", invitation("admin")).status());
    Browser noor = world.browserOf(world.volunteer("noor"));
    assertEquals(403, noor.post("/api/invitations", invitation("coordinator")).status());
    assertEquals(403, noor.get("/api/invitations").status());
    String id = world.invitations().list().get(0).id().toString();
    assertEquals("account.admin.only", desk.delete("/api/invitations/" + id).code());
  }

  @Test
  void an_invitation_without_a_person_or_a_place_is_refused() {
    for (String name : List.of("", "   ", "x".repeat(101), "a\nb")) {
      assertEquals(
          "invitation.fullName",
          refusal(() -> world.invitations().issue(esra, name, Role.COORDINATOR, Set.of())));
    }
    assertEquals(
        "account.districts.missing",
        refusal(() -> world.invitations().issue(esra, "Kim", Role.VOLUNTEER, Set.of())));
    assertEquals(
        "account.district.unknown",
        refusal(
            () ->
                world
                    .invitations()
                    .issue(esra, "Kim", Role.VOLUNTEER, Set.of(World.someDevice()))));
  }

  @Test
  void a_new_installation_has_one_code_for_its_first_administrator(@TempDir Path empty) {
    try (World fresh = new World(empty)) {
      String first = fresh.invitations().firstAdministrator().orElseThrow();
      String second = fresh.invitations().firstAdministrator().orElseThrow();
      assertNotEquals(first, second);
      assertEquals("invitation.withdrawn", accept(fresh.browser(), first, "boss").code());
      Browser browser = fresh.browser();
      assertEquals(204, accept(browser, second, "boss").status());
      assertEquals(
          "admin", browser.get("/api/session").json().at("/account/role").textValue());
      assertTrue(fresh.invitations().firstAdministrator().isEmpty());
    }
    assertFalse(world.invitations().firstAdministrator().isPresent());
  }

  private JsonNode issue(String role, UUID... districts) {
    Browser.Answer answer =
        world.browserOf(esra).post("/api/invitations", invitation(role, districts));
    assertEquals(201, answer.status(), answer.body());
    return answer.json();
  }

  private static Browser.Answer reset(Browser desk, Actor whose) {
    return desk.post("/api/accounts/" + whose.id() + "/reset", "{}");
  }

  private static Browser.Answer choose(Browser browser, String code, String password) {
    return browser.post(
        "/api/invitations/acceptance",
        "{\"code\":\"" + code + "\",\"name\":\"\",\"password\":\"" + password + "\"}");
  }

  private String states() {
    return world.browserOf(esra).get("/api/invitations").json().at("/0/state").textValue();
  }

  private int race(CyclicBarrier start, String code, String name) throws Exception {
    start.await();
    return accept(world.browser(), code, name).status();
  }

  private static Browser.Answer accept(Browser browser, String code, String name) {
    return browser.post(
        "/api/invitations/acceptance",
        "{\"code\":\"" + code + "\",\"name\":\"" + name + "\",\"password\":\""
            + World.PASSWORD + "\"}");
  }

  private static String invitation(String role, UUID... districts) {
    List<String> ids = java.util.Arrays.stream(districts).map(id -> "\"" + id + "\"").toList();
    return "{\"fullName\":\" Kim de Boer \",\"role\":\"" + role + "\",\"districts\":["
        + String.join(",", ids) + "]}";
  }

  private static String code(String code) {
    return "{\"code\":\"" + code + "\"}";
  }

  private static String refusal(Runnable work) {
    return assertThrows(Refusal.class, work::run).key();
  }

  private static int get(java.util.concurrent.Future<Integer> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
