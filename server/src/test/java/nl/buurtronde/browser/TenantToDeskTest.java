package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtronde.Client;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What a tenant sends reaches who should read it, and nobody else. */
class TenantToDeskTest {
  private static final String ADDRESS = "/api/public/reports";
  private static final String LONG = "Gemeenschappelijkefietsenbergingsverlichtingsschakelaar";
  private static final String ARABIC = "المصباح أمام الرقم 12 مكسور منذ ثلاث ليال.";

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
  void a_report_stands_on_the_open_desk_and_is_asked_back_answered_and_closed() {
    Browser bas = town.desk("bas").signIn("bas");
    bas.see("Alles");
    String text = "De schakelaar in de berging doet niets, meldt een bewoner.";
    String code = send("report", text, "nl");
    bas.see(text);
    bas.tap(text);
    bas.see("Melding van bewoner");
    bas.see("Geschiedenis");
    String number = "a[href='tel:+31612345678']";
    assertEquals("+31612345678", bas.wait(By.cssSelector(number)).getText());
    bas.wait(By.cssSelector("a[href='mailto:bewoner@voorbeeld.nl']"));
    bas.tap("Vraag terug");
    bas.type("Uw vraag aan de bewoner", "Welke berging bedoelt u?");
    bas.tap("Stuur vraag");
    bas.see("Vraag verstuurd.");
    assertEquals("tenant", follow(code).get("awaits").asText());
    assertEquals("Welke berging bedoelt u?", follow(code).at("/messages/0/text").asText());

    Map<String, String> reply = Map.of("id", Id.next().toString(), "text", "De linker berging.");
    Client tenant = town.client();
    assertEquals(201, tenant.post(ADDRESS + "/" + code + "/replies", reply).status());
    bas.see("De linker berging.");
    bas.tap("Afsluiten");
    bas.wait(By.cssSelector("select option[value=solved]")).click();
    bas.type("Wat is ermee gedaan? (mag leeg)", "Er zit een nieuwe schakelaar.");
    bas.tap("Sluit af");
    bas.see("Heropenen");
    assertEquals("closed", follow(code).get("state").asText());
    assertEquals("solved", follow(code).get("outcome").asText());

    assertEquals(204, tenant.delete(ADDRESS + "/" + code + "/contact").status());
    bas.see("Liet geen telefoon of e-mail achter");
  }

  @Test
  void a_concern_opens_for_the_coordinator_only_who_is_told_that_reading_is_noted() {
    String text = "Ik hoor mijn bovenbuurvrouw al dagen niet meer lopen.";
    Browser esra = town.desk("esra").signIn("esra");
    esra.tap("Zorgen");
    esra.see("Elke keer dat u er een opent");
    esra.wait(By.cssSelector("a[href^='/concerns/']")); // those of the demo
    int before = lines(esra);
    String code = send("concern", text, "nl");
    esra.until("return document.querySelectorAll('a[href^=\"/concerns/\"]').length > arguments[0]", before);
    assertFalse(esra.sees("bovenbuurvrouw"));
    esra.wait(By.cssSelector("a[href^='/concerns/']")).click();
    esra.see(text);
    esra.see("Wij schreven op dat u dit las.");
    esra.tap("Antwoord");
    esra.type("Uw antwoord aan de bewoner", "Wij bellen vandaag aan.");
    esra.tap("Stuur antwoord");
    esra.see("Antwoord verstuurd.");
    assertEquals("Wij bellen vandaag aan.", follow(code).at("/messages/0/text").asText());
    Map<String, String> reply = Map.of("id", Id.next().toString(), "text", "Dank u wel.");
    town.client().post(ADDRESS + "/" + code + "/replies", reply);
    esra.see("Er is iets nieuws bij deze zorg.");
    assertFalse(esra.sees("Dank u wel."), "it was read without a tap");
    esra.tap("Lees opnieuw");
    esra.see("Dank u wel.");
    esra.open("/desk?view=all").see("Balie");
    esra.wait(By.cssSelector(".desk-row"));
    assertFalse(esra.sees("bovenbuurvrouw"));

    Browser bas = town.desk("bas").signIn("bas");
    bas.wait(By.cssSelector(".desk-row"));
    assertFalse(bas.sees("Zorgen"));
    bas.open("/concerns").see("Zorgen lezen kan alleen wie daarvoor is aangewezen.");
    bas.open("/concerns/" + Id.next()).see("Deze zorg is er niet");
    assertFalse(bas.sees("bovenbuurvrouw"));
  }

  @Test
  void each_screen_can_be_used_by_everybody() {
    Inspection inspection = new Inspection(Browser.DESK, Browser.SMALL_PHONE);
    send("report", LONG + " " + ARABIC, "ar");
    Browser esra = town.desk("esra").signIn("esra");
    esra.see(LONG);
    inspection.check(esra, "desk with reports");
    esra.tap(LONG);
    esra.see("Taal van de bewoner");
    assertTrue((boolean) esra.run("return document.querySelector('.detail-text').lang === 'ar'"));
    esra.tap("Antwoord");
    inspection.check(esra, "a report with an answer begun");
    send("concern", LONG + " " + ARABIC, "ar");
    esra.open("/concerns").see("Wie mag zorgen lezen?");
    esra.tap("Wie mag zorgen lezen?");
    inspection.check(esra, "concerns");
    esra.wait(By.cssSelector("a[href^='/concerns/']")).click();
    esra.see(LONG);
    inspection.check(esra, "a concern");
    assertEquals(List.of(), inspection.found());
  }

  private static int lines(Browser browser) {
    return browser.driver().findElements(By.cssSelector("a[href^='/concerns/']")).size();
  }

  private static String send(String kind, String text, String language) {
    Client esra = town.client().signIn("esra");
    JsonNode places = esra.get("/api/places").json();
    Map<String, Object> body = new HashMap<>();
    body.put("id", Id.next().toString());
    body.put("kind", kind);
    body.put("district", districtOf(places));
    body.put("category", "lighting");
    body.put("text", text);
    body.put("language", language);
    body.put("place", Map.of("complex", town.complexOf("noor")));
    body.put("contact", Map.of("phone", "06-12345678", "email", "bewoner@voorbeeld.nl"));
    Client.Answer answer = town.client().post(ADDRESS, body);
    assertEquals(201, answer.status());
    return answer.json().get("code").asText();
  }

  private static String districtOf(JsonNode places) {
    return places.get("districts").get(0).get("id").asText();
  }

  private static JsonNode follow(String code) {
    return town.client().get(ADDRESS + "/" + code).json();
  }
}
