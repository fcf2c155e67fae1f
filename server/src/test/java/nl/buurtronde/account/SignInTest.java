package nl.buurtronde.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.buurtronde.StillClock;
import nl.buurtronde.kernel.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
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
  void an_unknown_name_and_a_wrong_password_get_the_same_answer() {
    world.volunteer("noor");
    Browser.Answer wrong = world.browser().signIn("noor", "drie-paarse-zwanen2");
    Browser.Answer unknown = world.browser().signIn("nora", "drie-paarse-zwanen2");
    assertEquals(401, wrong.status());
    assertEquals("session.unknown", wrong.code());
    assertEquals(wrong.body(), unknown.body());
    assertEquals(wrong.headers().keySet(), unknown.headers().keySet());
    assertEquals(2, world.audited("session.refused"));
    assertEquals(0, world.audited("session.started"));
  }

  @Test
  void a_revoked_person_gets_that_answer_too() {
    Actor esra = world.coordinator("esra");
    Actor noor = world.volunteer("noor");
    world.accounts().revoke(esra, noor.id());
    assertEquals("session.unknown", world.browser().signIn("noor", World.PASSWORD).code());
  }

  @Test
  void the_whole_password_counts_and_one_of_two_thousand_characters_is_none() {
    world.volunteer("noor");
    Browser browser = world.browser();
    assertEquals(401, browser.signIn("noor", World.PASSWORD + " ").status());
    assertEquals(401, browser.signIn("noor", "x".repeat(2000)).status());
    assertEquals(401, browser.signIn("noor", "").status());
    assertEquals(204, browser.signIn("noor", World.PASSWORD).status());
    assertEquals(1, world.audited("session.started"));
  }

  @Test
  void whoever_guesses_at_one_name_must_wait_longer_and_longer() {
    world.volunteer("noor");
    Browser browser = world.browser();
    for (int i = 0; i < 6; i++) {
      assertEquals(401, browser.signIn("noor", "fout-wachtwoord").status());
    }
    Browser.Answer early = browser.signIn("noor", World.PASSWORD);
    assertEquals(429, early.status());
    assertEquals("1", early.headers().get("retry-after"));
    assertTrue(early.body().contains("Wacht 1 seconden"));
    world.clock.pass(Duration.ofSeconds(1));
    assertEquals(204, browser.signIn("noor", World.PASSWORD).status());
    assertEquals(401, browser.signIn("noor", "fout-wachtwoord").status());
    assertEquals(204, browser.signIn("noor", World.PASSWORD).status());
  }

  @Test
  void a_network_that_guesses_at_many_names_must_wait_whatever_it_says_it_is() {
    world.volunteer("noor");
    for (int i = 0; i < 31; i++) {
      Browser browser = world.browser().with("X-Forwarded-For", "203.0.113." + i);
      assertEquals(401, browser.signIn("name" + i, "fout-wachtwoord").status());
    }
    for (String claim : List.of("198.51.100.7", "2001:db8::1", "127.0.0.1", "' OR 1=1")) {
      Browser browser = world.browser().with("X-Forwarded-For", claim);
      assertEquals(429, browser.signIn("noor", World.PASSWORD).status());
    }
    world.clock.pass(Duration.ofSeconds(1));
    assertEquals(204, world.browser().signIn("noor", World.PASSWORD).status());
    assertEquals(429, world.browser().signIn("name0", "fout-wachtwoord").status());
  }

  @Test
  void behind_the_configured_proxy_each_network_counts_by_itself() {
    world.close();
    world = new World(folder, new StillClock(Instant.parse("2026-11-22T09:00:00.000Z")), "127.0.0.1");
    world.volunteer("noor");
    for (int i = 0; i < 31; i++) {
      String hops = "198.51.100." + i + ", 2001:db8:0:1::" + Integer.toHexString(i + 1);
      Browser browser = world.browser().with("X-Forwarded-For", hops);
      assertEquals(401, browser.signIn("name" + i, "fout-wachtwoord").status());
    }
    assertEquals(429, via("2001:db8:0:1:ffff::1").signIn("noor", World.PASSWORD).status());
    assertEquals(204, via("2001:db8:0:2::1").signIn("noor", World.PASSWORD).status());
    assertEquals(204, via("198.51.100.1").signIn("noor", World.PASSWORD).status());
  }

  @Test
  void another_site_cannot_sign_anybody_in() {
    world.volunteer("noor");
    Browser foreign = world.browser().with("Origin", "https://evil.example");
    assertEquals(403, foreign.signIn("noor", World.PASSWORD).status());
    assertNull(foreign.cookie());
    Browser form = world.browser().with("Content-Type", "text/plain");
    assertEquals(415, form.signIn("noor", World.PASSWORD).status());
  }

  @Test
  void a_request_that_says_more_or_less_than_it_should_is_refused() {
    Browser browser = world.browser();
    for (String body :
        List.of(
            "{}",
            "{\"name\":\"noor\"}",
            "{\"name\":\"noor\",\"password\":null}",
            "{\"name\":\"noor\",\"password\":5}",
            "{\"name\":\"noor\",\"password\":\"x\",\"role\":\"admin\"}",
            "{\"name\":\"noor\",\"password\":\"x\",\"name\":\"esra\"}",
            "[]",
            "")) {
      assertEquals(400, browser.post("/api/session", body).status(), body);
    }
  }

  private Browser via(String address) {
    return world.browser().with("X-Forwarded-For", address);
  }
}
