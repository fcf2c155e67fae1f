package nl.buurtronde.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, as a new user would do it. */
class WalkToDeskTest {
  @TempDir Path folder;
  private Town town;

  @BeforeEach
  void open() {
    town = new Town(folder);
  }

  @AfterEach
  void close() throws Exception {
    town.close();
  }

  @Test
  void what_noor_saves_without_reception_reaches_the_desk_and_its_answer_reaches_her()
      throws IOException {
    Town.Phone noor = town.phone("noor");
    Browser phone = noor.browser().signIn("noor");
    phone.see("Mijn waarnemingen");
    phone.see("Alles verstuurd");

    noor.reception().cut();
    phone.tap("Nieuwe waarneming");
    phone.tap("Verlichting");
    phone.see("Bewaar");
    pickPhoto(phone);
    phone.tap("Tekst");
    phone.type("Wat ziet u?", "De lamp bij nummer 12 knippert al drie nachten.");
    phone.tap("Bewaar");
    phone.see("Mijn waarnemingen");
    phone.see("De lamp bij nummer 12 knippert");

    phone.kill();
    phone.start();
    phone.open("/");
    phone.see("De lamp bij nummer 12 knippert");
    phone.see("Wacht op verzending");

    Browser bas = town.desk("bas").signIn("bas");
    bas.see("Balie");
    noor.reception().mend();
    phone.tap("Nu versturen");
    bas.see("De lamp bij nummer 12 knippert");
    phone.see("Alles verstuurd");

    bas.tap("De lamp bij nummer 12 knippert");
    bas.tap("Antwoord");
    bas.type("Antwoord", "De monteur komt morgen.");
    bas.tap("Verstuur");
    bas.see("De monteur komt morgen.");

    phone.see("Kantoor gaf antwoord");
    noor.reception().cut();
    phone.open("/");
    phone.tap("De lamp bij nummer 12 knippert");
    phone.see("De monteur komt morgen.");
  }

  private void pickPhoto(Browser phone) throws IOException {
    BufferedImage image = new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.ORANGE);
    canvas.fillRect(200, 200, 900, 1200);
    canvas.dispose();
    Path file = folder.resolve("image.jpg");
    ImageIO.write(image, "jpg", file.toFile());
    phone.choose("Maak een foto", file);
    phone.see("1 foto");
  }
}
