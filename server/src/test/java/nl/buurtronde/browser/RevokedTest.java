package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import nl.buurtronde.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A phone left on the bus: shut out by the office while its list is open. */
class RevokedTest {
  private static final String SHUT = "Deze telefoon is afgesloten";
  private static final String LEFT =
      """
      return (async () => {
        let left = 0;
        for (const { name } of await indexedDB.databases()) {
          const opened = await new Promise(done => {
            const asked = indexedDB.open(name);
            asked.onsuccess = () => done(asked.result);
          });
          for (const store of opened.objectStoreNames) {
            if (name === "buurtronde" && store === "meta") continue;
            left += await new Promise(done => {
              const asked = opened.transaction(store).objectStore(store).count();
              asked.onsuccess = () => done(asked.result);
            });
          }
          opened.close();
        }
        return left;
      })();
      """;

  @TempDir static Path folder;
  private static Town town;

  @BeforeAll
  static void open() {
    town = new Town(folder);
  }

  @AfterEach
  void goHome() throws Exception {
    town.closeBrowsers();
  }

  @AfterAll
  static void close() throws Exception {
    town.close();
  }

  @Test
  void an_open_phone_that_is_revoked_empties_itself_and_says_why_from_then_on() {
    Browser phone = town.phone("noor").browser().signIn("noor").readyToWalk();
    phone.record("Anders", "De bel doet het niet.");
    phone.see("Alles verstuurd");
    Client esra = town.client().signIn("esra");
    phone.waiting().until(d -> person(esra, "noor").at("/devices/0/id").isTextual());

    for (JsonNode device : person(esra, "noor").get("devices")) {
      revoke(esra, "/api/devices/" + device.get("id").asText());
    }

    isShut(phone, "De bel doet het niet.");
  }

  @Test
  void so_does_the_phone_of_a_person_who_is_revoked_and_another_may_sign_in_on_it() {
    Browser phone = town.phone("kim").browser().signIn("kim").readyToWalk();
    phone.record("Anders", "Het hek piept.");
    phone.see("Alles verstuurd");
    Client esra = town.client().signIn("esra");

    revoke(esra, "/api/accounts/" + person(esra, "kim").get("id").asText());

    isShut(phone, "Het hek piept.");
    phone.tap("Iemand anders aanmelden");
    phone.type("Uw naam om aan te melden", "yusuf");
    phone.type("Wachtzin", "loop-samen-yusuf");
    phone.tap("Aanmelden");
    phone.see("Alles verstuurd");
  }

  private static void isShut(Browser phone, String text) {
    phone.see(SHUT);
    phone.see("Bel uw coördinator");
    assertEquals("tel:0880000000", phone.wait(By.cssSelector("main a[href^=tel]")).getDomAttribute("href"));
    phone.seeNoMore(text);
    phone.until("return !(await caches.keys()).length");
    assertEquals(0L, phone.run(LEFT));

    phone.open("/");
    phone.see(SHUT);
    assertFalse(phone.sees("Meld u opnieuw aan"));
    // Nor does it depend on what the phone itself remembers.
    phone.run("return new Promise(done => indexedDB.deleteDatabase('buurtronde').onsuccess = done)");
    phone.open("/observations/new");
    phone.see(SHUT);
  }

  private static void revoke(Client esra, String what) {
    assertEquals(204, esra.post(what + "/revocation", Map.of()).status());
  }

  private static JsonNode person(Client esra, String name) {
    for (JsonNode person : esra.get("/api/accounts").json()) {
      if (person.get("name").asText().equals(name)) {
        return person;
      }
    }
    throw new AssertionError(name);
  }
}
