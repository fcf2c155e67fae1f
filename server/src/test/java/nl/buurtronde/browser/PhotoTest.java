package nl.buurtronde.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.buurtronde.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** From the camera to the office: small, upright, and without its past. */
class PhotoTest {
  private static final String REAL = "BUURTRONDE_REAL_DATA";

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
  void a_photo_of_48_megapixels_becomes_one_of_1600_that_is_not_blank() {
    BufferedImage large = new BufferedImage(8000, 6000, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D canvas = large.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, 4000, 6000);
    canvas.dispose();
    Browser phone = drafting("Acht bij zes duizend.");
    add(phone, "Maak een foto", write("large.jpg", JpegFile.encoded(large)), 1);
    BufferedImage arrived = JpegFile.read(bytes(arrived(phone, "Acht bij zes duizend.", 1).get(0)));
    assertEquals(1600, arrived.getWidth());
    assertEquals(1200, arrived.getHeight());
    assertTrue(brightness(arrived, 400, 600) > 200);
    assertTrue(brightness(arrived, 1200, 600) < 50);
  }

  @Test
  void three_photos_with_one_name_and_one_of_them_twice_all_arrive() {
    Browser phone = drafting("Drie foto's.");
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.BLUE};
    for (int i = 0; i < colours.length; i++) {
      byte[] jpeg = JpegFile.jpeg(600, 400, colours[i]);
      Path file = JpegFile.write(folder.resolve("camera" + i), "image.jpg", jpeg);
      add(phone, i == 0 ? "Maak een foto" : "Foto erbij", file, Math.min(3, i + 1));
    }
    JsonNode photos = arrived(phone, "Drie foto's.", 3);
    assertEquals(3, photos.findValuesAsText("sha256").stream().distinct().count());
    photos.forEach(photo -> assertTrue(bytes(photo).length > 0));

    phone.tap("Drie foto's.");
    byte[] later = JpegFile.jpeg(600, 400, Color.YELLOW);
    phone.choose("Foto erbij", write("later.jpg", later));
    phone.wait(By.cssSelector("img[alt='Foto 4']"));
    phone.tap("Verwijder foto 1");
    phone.tap("Ja, haal weg");
    phone.see("De foto is weggehaald");
    phone.open("/").see("Alles verstuurd");
    List<String> left = shas(town.find("Drie foto's.").get(0).get("photos"));
    assertEquals(3, left.size());
    assertEquals(shas(photos).subList(1, 3), left.subList(0, 2));
    assertTrue(bytes(town.find("Drie foto's.").get(0).get("photos").get(2)).length > 0);
  }

  @Test
  void what_is_blurred_by_keys_changes_and_the_first_photo_leaves_the_phone() {
    Browser phone = drafting("Vervaagd.");
    byte[] jpeg = JpegFile.jpeg(600, 400, Color.BLUE);
    add(phone, "Maak een foto", write("face.jpg", jpeg), 1);
    Object first = phone.until(KEPT_PHOTOS);
    phone.tap("Vervaag een deel van foto 1");
    phone.tap("Met vakken");
    phone.run("document.querySelector('.cell').focus()");
    Actions keys = new Actions(phone.driver());
    keys.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.SPACE).perform();
    phone.tap("Klaar, bewaar deze foto");
    phone.wait(By.cssSelector("img[alt='Foto 1']"));
    phone.waiting().until(d -> !phone.run(KEPT_PHOTOS).equals(first));
    assertFalse(String.valueOf(phone.run(KEPT_PHOTOS)).contains(String.valueOf(first)));
    BufferedImage arrived = JpegFile.read(bytes(arrived(phone, "Vervaagd.", 1).get(0)));
    // In the cell of row 2, column 2 orange met blue at 160: now one block lies over both.
    int inOrange = arrived.getRGB(150, 155) & 0xff;
    int inBlue = arrived.getRGB(150, 165) & 0xff;
    assertTrue(Math.abs(inOrange - inBlue) < 40, inOrange + " " + inBlue);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = REAL, matches = ".+")
  void a_turned_photo_stands_upright_and_tells_no_place() throws Exception {
    Browser phone = drafting("Echte foto's.");
    Path images = Path.of(System.getenv(REAL), "images");
    add(phone, "Maak een foto", images.resolve("orientation/Landscape_6.jpg"), 1);
    add(phone, "Foto erbij", images.resolve("exif/android_nokia_gps.jpg"), 2);
    JsonNode photos = arrived(phone, "Echte foto's.", 2);
    for (JsonNode photo : photos) {
      String bytes = new String(bytes(photo), ISO_8859_1);
      for (String trace : new String[] {"Exif", "GPS", "Nokia", "http://ns.adobe.com"}) {
        assertFalse(bytes.contains(trace), trace);
      }
    }
    BufferedImage upright = JpegFile.read(bytes(photos.get(0)));
    assertTrue(upright.getWidth() > upright.getHeight());
  }

  @Test
  @EnabledIfEnvironmentVariable(named = REAL, matches = ".+")
  void a_photo_the_phone_cannot_read_is_refused_in_words_and_the_draft_stays() {
    Browser phone = drafting("Dit blijft staan.");
    Path heif = Path.of(System.getenv(REAL), "images/exif/android_nokia_gps.heif");
    assertTrue(Files.exists(heif));
    phone.choose("Maak een foto", heif);
    phone.see("Deze foto kan uw telefoon niet lezen.");
    arrived(phone, "Dit blijft staan.", 0);
  }

  private static final String KEPT_PHOTOS =
      """
      return (async () => {
        const { name } = (await indexedDB.databases()).find(one => one.name.length > 12);
        const opened = await new Promise(done => {
          const asked = indexedDB.open(name);
          asked.onsuccess = () => done(asked.result);
        });
        const keys = await new Promise(done => {
          const asked = opened.transaction("photo").objectStore("photo").getAllKeys();
          asked.onsuccess = () => done(asked.result);
        });
        opened.close();
        return keys.length > 0 && keys.join();
      })();
      """;

  private static Browser drafting(String text) {
    Browser phone = town.phone("noor").browser().signIn("noor").readyToWalk();
    phone.tap("Nieuwe waarneming");
    phone.tap("Anders");
    phone.unfold("Tekst");
    phone.type("Wat ziet u?", text);
    return phone;
  }

  private static void add(Browser phone, String button, Path file, int shown) {
    phone.choose(button, file);
    phone.wait(By.cssSelector("img[alt='Foto " + shown + "']"));
    phone.seeNoMore("De foto wordt verkleind…");
  }

  private static JsonNode arrived(Browser phone, String text, int photos) {
    phone.tap("Bewaar");
    phone.see("Mijn waarnemingen");
    phone.see("Alles verstuurd");
    JsonNode found = town.find(text);
    assertEquals(1, found.size());
    assertEquals(photos, found.get(0).get("photos").size());
    return found.get(0).get("photos");
  }

  private static List<String> shas(JsonNode photos) {
    return photos.findValuesAsText("sha256");
  }

  private static byte[] bytes(JsonNode photo) {
    Client.Answer answer =
        town.client().signIn("bas").get("/api/photos/" + photo.get("sha256").asText());
    assertEquals(200, answer.status());
    return answer.raw().body();
  }

  private static int brightness(BufferedImage image, int x, int y) {
    return new Color(image.getRGB(x, y)).getGreen();
  }

  private static Path write(String name, byte[] bytes) {
    return JpegFile.write(folder, name, bytes);
  }
}
