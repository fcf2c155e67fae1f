package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that answers everything, and only not by the office. */
class CaptivePortalTest {
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
  void a_hotels_welcome_page_counts_as_nothing_sent() {
    Town.Phone noor = town.phone("noor");
    Browser phone = noor.browser().signIn("noor").readyToWalk();
    String text = "De heg groeit over het pad.";

    noor.reception().takeCaptive();
    phone.record("Groen", text);
    phone.open("/unsent");
    phone.tap("Nu versturen");
    phone.see("Wacht op verbinding");
    phone.see("1 wacht op verzending");
    assertFalse(phone.sees("Alles verstuurd"));
    assertEquals(0, town.find(text).size());

    noor.reception().mend();
    phone.tap("Nu versturen");
    phone.see("Alles verstuurd");
    assertEquals(1, town.find(text).size());
  }
}
