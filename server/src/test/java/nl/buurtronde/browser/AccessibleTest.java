package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.buurtronde.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;

/** Every screen in every look, for whoever sees, hears or types it. */
class AccessibleTest {
  private static final Inspection inspection = new Inspection(Browser.PHONE);

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
  void every_screen_of_a_volunteer_can_be_used_by_everybody() {
    Town.Phone henk = town.phone("henk");
    Browser phone = henk.browser().open("/sign-in");
    phone.see("Welkom");
    check(phone, "sign-in");
    phone.tap("Aanmelden");
    phone.see("Aanmelden lukte niet");
    check(phone, "sign-in refused");
    phone.open("/invitation").see("Uw uitnodiging");
    check(phone, "invitation");
    phone.type("Code uit uw uitnodiging", "AAAAA");
    phone.tap("Bekijk de uitnodiging");
    phone.wait(By.className("field-error"));
    check(phone, "invitation refused");

    phone.signIn("henk").readyToWalk();
    check(phone, "home filled");
    phone.tap("Zoeken");
    phone.type("Zoek in de waarnemingen", "komt nergens voor");
    phone.see("Niets gevonden");
    check(phone, "home nothing found");
    phone.open("/observations/new").see("Waar gaat het over?");
    check(phone, "new");
    phone.tap("Groen");
    byte[] jpeg = JpegFile.jpeg(800, 600, Color.GREEN);
    phone.choose("Maak een foto", JpegFile.write(folder, "image.jpg", jpeg));
    phone.wait(By.cssSelector("img[alt='Foto 1']"));
    phone.run("document.querySelectorAll('details').forEach(one => one.open = true)");
    phone.type("Wat ziet u?", "Meneer is dement, zijn nummer is 06-12345678.");
    phone.see("Gaat dit over een persoon?");
    check(phone, "draft with everything open");
    phone.tap("Gooi weg");
    phone.see("Dit concept weggooien?");
    check(phone, "draft dialog");
    phone.tap("Annuleren");
    phone.tap("Nu gevaar");
    phone.see("Bel eerst 112");
    check(phone, "danger dialog");
    phone.tap("Er is toch geen gevaar");
    phone.tap("Vervaag een deel van foto 1");
    phone.tap("Met vakken");
    check(phone, "blur");
    phone.tap("Annuleren");
    henk.reception().cut();
    phone.tap("Bewaar");
    phone.see("Wacht op verzending");
    phone.see("Geen verbinding.");
    check(phone, "home offline");
    phone.tap("Meneer is dement");
    phone.see("Staat veilig op uw telefoon.");
    check(phone, "item waiting");
    phone.tap("Verander");
    phone.see("Verander uw waarneming");
    check(phone, "item changing");
    phone.open("/unsent").see("Nog niet verstuurd");
    check(phone, "unsent");
    phone.open("/observations/none").see("Deze waarneming staat hier niet");
    check(phone, "item gone");
    phone.open("/danger").see("Bel 112");
    check(phone, "danger");
    phone.open("/settings").see("Deze telefoon");
    check(phone, "settings");
    phone.tap("Afmelden");
    phone.see("Afmelden?");
    check(phone, "settings dialog");
    phone.open("/no-such-page").see("Deze pagina is er niet");
    check(phone, "lost");
    henk.reception().mend();
    phone.open("/").see("Alles verstuurd");
    phone.see("Kantoor gaf antwoord");
    phone.tap("Kantoor gaf antwoord");
    phone.see("Berichten");
    check(phone, "item answered");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void an_empty_start_can_be_used_by_everybody() {
    Client esra = town.client().signIn("esra");
    String outline =
        """
        --x\r
        Content-Disposition: form-data; name="file"; filename="wijk.geojson"\r
        \r
        {"type":"FeatureCollection","features":[{"type":"Feature",
         "properties":{"name":"Nieuwland"},"geometry":{"type":"Polygon","coordinates":
           [[[5.3,52.5],[5.32,52.5],[5.32,52.52],[5.3,52.52],[5.3,52.5]]]}}]}\r
        --x--\r
        """;
    esra.send(
        "POST",
        "/api/districts/import",
        "multipart/form-data; boundary=x",
        BodyPublishers.ofString(outline));
    String district = "";
    for (JsonNode one : esra.get("/api/places").json().get("districts")) {
      district = one.get("name").asText().equals("Nieuwland") ? one.get("id").asText() : district;
    }
    Map<String, Object> wanted =
        Map.of("fullName", "Nieuw Hier", "role", "volunteer", "districts", List.of(district));
    String code = esra.post("/api/invitations", wanted).json().get("code").asText();
    Browser phone = town.phone("new").browser().open("/invitation#" + code);
    phone.see("Nieuw Hier");
    check(phone, "invitation accepted");
    phone.type("Kies een naam", "nieuw");
    phone.type("Kies een wachtzin", "vlinder trapt zachtjes fiets");
    phone.tap("Begin");
    phone.see("Nog niets opgeschreven");
    check(phone, "home empty");
    phone.open("/unsent").see("Alles is bij kantoor");
    check(phone, "unsent empty");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void an_observation_is_recorded_and_answered_without_touching_anything_but_keys() {
    Browser phone = town.phone("noor").browser().signIn("noor").readyToWalk();
    Keyboard keys = new Keyboard(phone);
    keys.press("Nieuwe waarneming");
    phone.see("Waar gaat het over?");
    keys.press("Groen");
    phone.see("Maak een foto");
    keys.press("Tekst");
    keys.tabTo("textarea", "");
    String text = "De takken hangen over de bank.";
    keys.type(text);
    keys.press("Bewaar");
    phone.see("Mijn waarnemingen");
    phone.see(text);

    Browser bas = town.desk("bas").signIn("bas");
    bas.see(text);
    Keyboard desk = new Keyboard(bas);
    desk.press(text);
    bas.see("Geschiedenis");
    desk.type("a");
    desk.isIn("textarea");
    desk.type("Wij snoeien volgende week.");
    desk.press("Stuur antwoord");
    bas.see("Antwoord verstuurd.");
    phone.open("/");
    keys.press(text);
    phone.see("Wij snoeien volgende week.");
  }

  @Test
  void no_script_can_write_markup_into_the_page() {
    Browser phone = town.phone("noor").browser().open("/sign-in");
    phone.see("Welkom");
    assertThrows(
        JavascriptException.class, () -> phone.run("document.body.innerHTML = 'x'"));
    phone.forgive();
  }

  private static void check(Browser browser, String screen) {
    inspection.check(browser, screen);
  }
}
