package nl.buurtronde.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import nl.buurtronde.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The main job, as a new user would do it. */
class WalkToDeskTest {
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
  void what_noor_saves_without_reception_reaches_the_desk_and_its_answer_reaches_her() {
    Town.Phone noor = town.phone("noor");
    Browser phone = noor.browser().signIn("noor").readyToWalk();
    String text = "De lamp bij nummer 12 knippert al drie nachten.";

    noor.reception().cut();
    phone.tap("Nieuwe waarneming");
    phone.tap("Verlichting");
    pickPhoto(phone);
    write(phone, text);
    phone.tap("Bewaar");
    phone.see("Mijn waarnemingen");
    phone.see(text);

    phone.kill();
    phone.start();
    phone.open("/");
    phone.see(text);
    phone.see("Wacht op verzending");

    Browser bas = town.desk("bas").signIn("bas");
    bas.see("Alles");
    noor.reception().mend();
    phone.open("/unsent");
    phone.tap("Nu versturen");
    bas.see(text);
    phone.see("Alles verstuurd");

    bas.tap(text);
    bas.tap("Antwoord");
    bas.type("Uw antwoord aan", "De monteur komt morgen.");
    bas.tap("Stuur antwoord");
    bas.see("Antwoord verstuurd.");

    phone.open("/");
    phone.tap(text);
    phone.see("De monteur komt morgen.");
    noor.reception().cut();
    phone.open("/");
    phone.tap(text);
    phone.see("De monteur komt morgen.");
    phone.tap("Schrijf terug");
    phone.type("Uw antwoord", "Fijn, dank u wel.");
    phone.tap("Verstuur antwoord");
    phone.see("Fijn, dank u wel.");
    noor.reception().mend();
    phone.open("/");
    bas.see("Fijn, dank u wel.");

    JsonNode found = onlyOne(text);
    assertEquals(1, found.get("photos").size());
    assertStripped(found.get("photos").get(0).get("sha256").asText());
  }

  @Test
  void a_server_that_is_restarted_during_the_walk_loses_and_doubles_nothing() {
    Town.Phone noor = town.phone("noor");
    Browser phone = noor.browser().signIn("noor").readyToWalk();
    Browser bas = town.desk("bas").signIn("bas");
    bas.see("Alles");
    String before = "De prullenbak is vol, zag ik voor de stilstand.";
    String after = "De prullenbak is vol, zag ik na de stilstand.";

    phone.record("Zwerfafval", before);
    town.restart();
    phone.tap("Nieuwe waarneming");
    phone.tap("Zwerfafval");
    write(phone, after);
    tapFiveTimes(phone, "Bewaar");
    // The draft's own way back carries home's name, so only this tells that it was saved.
    phone.see("Opgeslagen op uw telefoon");
    phone.open("/");

    phone.see("Alles verstuurd");
    bas.see(before);
    bas.see(after);
    onlyOne(before);
    onlyOne(after);
  }

  private static void write(Browser phone, String text) {
    phone.unfold("Tekst");
    phone.type("Wat ziet u?", text);
  }

  private static void tapFiveTimes(Browser phone, String words) {
    WebElement button =
        phone.wait(By.xpath("//button[normalize-space(.)='" + words + "']"));
    phone.run("for (let i = 0; i < 5; i++) arguments[0].click()", button);
  }

  private static void pickPhoto(Browser phone) {
    byte[] jpeg = JpegFile.turned(JpegFile.jpeg(2400, 1800, Color.BLUE));
    phone.choose("Maak een foto", JpegFile.write(folder, "image.jpg", jpeg));
    phone.wait(By.cssSelector("img[alt='Foto 1']"));
  }

  private static JsonNode onlyOne(String text) {
    JsonNode found = town.find(text);
    assertEquals(1, found.size(), found.toString());
    return found.get(0);
  }

  private static void assertStripped(String sha256) {
    Client.Answer answer = town.client().signIn("bas").get("/api/photos/" + sha256);
    assertEquals(200, answer.status());
    String bytes = new String(answer.raw().body(), ISO_8859_1);
    assertFalse(bytes.contains("Exif"));
    assertFalse(bytes.contains(JpegFile.MAKER));
    BufferedImage image = JpegFile.read(answer.raw().body());
    assertTrue(image.getHeight() == 1600 && image.getWidth() == 1200, image.toString());
  }
}
