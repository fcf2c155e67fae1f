package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What may not come in by itself is lost by nobody, and kept from nobody. */
class QuarantineTest {
  @TempDir static Path folder;
  private static Town town;

  @BeforeAll
  static void open() {
    town = new Town(folder);
  }

  @AfterAll
  static void close() throws Exception {
    town.close();
  }

  @Test
  void what_noor_saw_in_another_district_waits_for_esra_who_lets_it_in_or_answers() {
    String admitted = "Bij de sluis ligt een fiets in het water.";
    String answered = "Er hangt een spandoek aan het gemaal.";
    String foreign = town.complexOf("yusuf");
    FarPhone far = new FarPhone(town.client().signIn("noor"));
    JsonNode results = far.record(List.of(at(foreign, admitted), at(foreign, answered)));
    for (JsonNode result : results) {
      assertEquals("quarantined", result.get("status").asText());
    }
    Browser phone = town.phone("noor").browser().signIn("noor");
    phone.see(admitted);
    phone.see("Bij de coördinator");

    Browser esra = town.desk("esra").signIn("esra");
    esra.tap("Bij de coördinator");
    card(esra, admitted, "Laat toe");
    esra.see("Toegelaten. Het staat nu bij de balie.");
    card(esra, answered, "Geef antwoord");
    esra.type("Uw antwoord aan", "Dat spandoek hangt er met een vergunning.");
    esra.tap("Stuur antwoord");
    esra.see("Antwoord verstuurd.");
    esra.see("Niets ligt bij u");
    assertEquals(1, town.find(admitted).size());
    assertEquals(0, town.find(answered).size());

    phone.open("/");
    phone.tap(answered);
    phone.see("Dat spandoek hangt er met een vergunning.");
    phone.open("/");
    phone.tap(admitted);
    phone.see("Bij kantoor");
    phone.seeNoMore("Dit ligt bij de coördinator");
  }

  private static Map<String, Object> at(String complex, String text) {
    return Map.of(
        "category", "water",
        "text", text,
        "urgency", "later",
        "place", Map.of("complex", complex),
        "photos", List.of());
  }

  private static void card(Browser staff, String text, String button) {
    staff
        .wait(
            By.xpath(
                "//article[.//*[normalize-space(text())='" + text + "']]"
                    + "//button[normalize-space(.)='" + button + "']"))
        .click();
  }
}
