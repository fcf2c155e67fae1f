package nl.buurtronde.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import nl.buurtronde.StillClock;
import nl.buurtronde.http.Session;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
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
  void signing_in_shows_who_one_is_and_gives_the_token_to_change_things_with() {
    world.volunteer("noor");
    Browser browser = world.browser();
    Browser.Answer answer = browser.signIn("Noor", World.PASSWORD);
    assertEquals(204, answer.status());
    String cookie = answer.headers().get("set-cookie");
    assertTrue(cookie.startsWith("__Host-session="));
    for (String part : new String[] {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"}) {
      assertTrue(cookie.contains(part), cookie);
    }
    assertFalse(cookie.contains("Domain"));
    assertTrue(browser.cookie().matches("[A-Za-z0-9_-]{43}"));

    var shown = browser.get("/api/session").json();
    assertEquals("noor", shown.at("/account/name").textValue());
    assertEquals("Mw. noor", shown.at("/account/fullName").textValue());
    assertEquals("volunteer", shown.at("/account/role").textValue());
    assertEquals(world.linden.toString(), shown.at("/account/districts/0").textValue());
    assertEquals(Secrets.csrf(browser.cookie()), shown.get("csrf").textValue());
    assertEquals("2026-12-06T09:00:00.000Z", shown.get("expiresAt").textValue());
  }

  @Test
  void signing_in_again_gives_a_new_value_and_ends_the_old() {
    world.volunteer("noor");
    Browser browser = world.browser();
    browser.signIn("noor", World.PASSWORD);
    String first = browser.cookie();
    browser.signIn("noor", World.PASSWORD);
    assertNotEquals(first, browser.cookie());

    Browser thief = world.browser();
    thief.carry(first);
    assertEquals(401, thief.get("/api/session").status());
    assertEquals(200, browser.get("/api/session").status());
  }

  @Test
  void signing_out_ends_the_session_for_everybody_who_has_the_value() {
    Browser browser = world.browserOf(world.volunteer("noor"));
    String value = browser.cookie();
    assertEquals(204, browser.delete("/api/session").status());
    browser.carry(value);
    assertEquals("session.none", browser.get("/api/session").code());
  }

  @Test
  void a_restart_ends_no_session() {
    Browser browser = world.browserOf(world.volunteer("noor"));
    String value = browser.cookie();
    StillClock clock = world.clock;
    world.close();
    world = new World(folder, clock, "");
    Browser after = world.browser();
    after.carry(value);
    assertEquals(200, after.get("/api/session").status());
  }

  @Test
  void neither_cookie_nor_password_nor_code_lies_on_the_disk() throws Exception {
    Actor esra = world.coordinator("esra");
    String code = world.invitations().issue(esra, "Kim", Role.COORDINATOR, Set.of()).code();
    Browser browser = world.browser();
    browser.signIn("esra", World.PASSWORD);
    world.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(browser.cookie()));
        assertFalse(bytes.contains(World.PASSWORD));
        assertFalse(bytes.contains(code));
        assertFalse(bytes.contains(code.replace("-", "")));
      }
    }
    String database = Files.readString(world.database.file(), StandardCharsets.ISO_8859_1);
    assertTrue(database.contains(Secrets.hash(browser.cookie())));
    world = new World(folder);
  }

  @Test
  void a_volunteer_stays_in_while_coming_back_within_14_days_for_90_at_most() {
    Actor noor = world.volunteer("noor");
    String token = world.sessions().start(noor.id());
    for (int i = 0; i < 6; i++) {
      world.clock.pass(Duration.ofDays(13));
      assertEquals(Session.State.LIVE, state(token));
    }
    world.clock.pass(Duration.ofDays(12).minusSeconds(1));
    assertEquals(Session.State.LIVE, state(token));
    world.clock.pass(Duration.ofSeconds(1));
    assertEquals(Session.State.EXPIRED, state(token));

    String idle = world.sessions().start(noor.id());
    world.clock.pass(Duration.ofDays(14));
    assertEquals(Session.State.EXPIRED, state(idle));
  }

  @Test
  void staff_are_out_after_an_hour_of_nothing_and_after_twelve_of_work() {
    for (Actor actor : new Actor[] {world.coordinator("esra"), world.admin("admin")}) {
      String working = world.sessions().start(actor.id());
      for (int i = 0; i < 14; i++) {
        world.clock.pass(Duration.ofMinutes(50));
        assertEquals(Session.State.LIVE, state(working));
      }
      world.clock.pass(Duration.ofMinutes(20));
      assertEquals(Session.State.EXPIRED, state(working));

      String idle = world.sessions().start(actor.id());
      world.clock.pass(Duration.ofMinutes(60));
      assertEquals(Session.State.EXPIRED, state(idle));
    }
  }

  @Test
  void an_open_page_alone_keeps_nobody_signed_in() {
    String token = world.sessions().start(world.coordinator("esra").id());
    for (int i = 0; i < 6; i++) {
      world.clock.pass(Duration.ofMinutes(10));
      world.sessions().look(token);
    }
    assertEquals(Session.State.EXPIRED, state(token));
  }

  @Test
  void use_is_written_down_once_a_minute_at_most() {
    String token = world.sessions().start(world.volunteer("noor").id());
    world.clock.pass(Duration.ofSeconds(59));
    state(token);
    assertEquals(1, seenAt("2026-11-22T09:00:00.000Z"));
    world.clock.pass(Duration.ofSeconds(1));
    state(token);
    assertEquals(1, seenAt("2026-11-22T09:01:00.000Z"));
  }

  @Test
  void an_expired_session_says_so_for_90_days_and_never_comes_back_to_life() {
    Browser browser = world.browserOf(world.volunteer("noor"));
    world.clock.pass(Duration.ofDays(14));
    for (int i = 0; i < 2; i++) {
      Browser.Answer answer = browser.get("/api/session");
      assertEquals(401, answer.status());
      assertEquals("session.expired", answer.code());
      assertFalse(answer.headers().containsKey("clear-site-data"));
      world.clock.pass(Duration.ofDays(89));
    }
    assertEquals("session.none", browser.get("/api/session").code());
  }

  @Test
  void another_role_asks_for_a_new_sign_in_at_the_next_request() {
    Actor esra = world.coordinator("esra");
    Actor noor = world.volunteer("noor");
    Browser browser = world.browserOf(noor);
    world.accounts().change(esra, noor.id(), Role.CARETAKER, null);
    assertEquals("session.expired", browser.get("/api/session").code());
    browser.signIn("noor", World.PASSWORD);
    assertEquals(
        "caretaker", browser.get("/api/session").json().at("/account/role").textValue());
  }

  @Test
  void other_districts_hold_from_the_next_request() {
    Actor esra = world.coordinator("esra");
    Actor noor = world.volunteer("noor");
    Browser browser = world.browserOf(noor);
    world.accounts().change(esra, noor.id(), null, Set.of(world.molen));
    var account = browser.get("/api/session").json().get("account");
    assertEquals(1, account.get("districts").size());
    assertEquals(world.molen.toString(), account.at("/districts/0").textValue());
  }

  @Test
  void ends_of_long_ago_are_forgotten_and_revocations_later() {
    Actor noor = world.volunteer("noor");
    String ended = world.sessions().start(noor.id());
    String revoked = world.sessions().start(noor.id());
    world.database.write(
        handle -> {
          handle.attach(SessionDao.class).revoke(Secrets.hash(revoked), world.clock.instant());
          return null;
        });
    world.clock.pass(Duration.ofDays(181));
    world.sessions().start(noor.id());
    assertEquals(0, kept(ended));
    assertEquals(Session.State.REVOKED, state(revoked));
    world.clock.pass(Duration.ofDays(220));
    world.sessions().start(noor.id());
    assertEquals(0, kept(revoked));
  }

  private Session.State state(String token) {
    return world.sessions().find(token).orElseThrow().state();
  }

  private long seenAt(String time) {
    return world.count("SELECT COUNT(*) FROM session WHERE last_seen_at = ?", time);
  }

  private long kept(String token) {
    return world.count(
        "SELECT COUNT(*) FROM session WHERE token_hash = ?", Secrets.hash(token));
  }
}
