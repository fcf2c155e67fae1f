package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pair walks with two phones, and writes down the same thing twice. */
class TwoPhonesTest {
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
  void both_texts_stand_on_both_phones_until_somebody_merges_them() {
    Town.Phone one = town.phone("noor");
    Town.Phone other = town.phone("kim");
    String text = "De bank mist een lat.";
    share(one.browser(), other.browser(), text);

    one.reception().cut();
    other.reception().cut();
    change(one.browser(), text, "De bank mist twee latten.");
    change(other.browser(), text, "De bank mist een lat en een schroef.");
    one.reception().mend();
    allSent(one.browser());
    other.reception().mend();
    allSent(other.browser());
    allSent(one.browser());

    for (Browser phone : new Browser[] {one.browser(), other.browser()}) {
      phone.tap("De bank mist");
      phone.see("Er zijn twee teksten");
      phone.see("De bank mist twee latten.");
      phone.see("De bank mist een lat en een schroef.");
    }
    String merged = "De bank mist twee latten en een schroef.";
    one.browser().tap("Samenvoegen");
    one.browser().type("Wat ziet u?", merged);
    one.browser().tap("Bewaar als één tekst");
    one.browser().seeNoMore("Er zijn twee teksten");
    allSent(one.browser());
    other.browser().see(merged);
    other.browser().seeNoMore("Er zijn twee teksten");
    assertEquals(0, town.find(merged).get(0).get("otherTexts").size());
  }

  @Test
  void what_is_withdrawn_here_and_changed_there_survives_marked_for_review() {
    Town.Phone one = town.phone("noor");
    Town.Phone other = town.phone("kim");
    String text = "Losse tegel bij de brug.";
    share(one.browser(), other.browser(), text);

    one.reception().cut();
    other.reception().cut();
    one.browser().tap(text);
    one.browser().tap("Trek in");
    one.browser().tap("Ja, trek in");
    one.browser().see("Ingetrokken");
    change(other.browser(), text, "Drie losse tegels bij de brug.");
    one.reception().mend();
    allSent(one.browser());
    other.reception().mend();
    allSent(other.browser());

    other.browser().tap("Drie losse tegels bij de brug.");
    other.browser().see("Dit is ingetrokken en daarna veranderd.");
    Browser bas = town.desk("bas").signIn("bas");
    bas.tap("Drie losse tegels bij de brug.");
    bas.see("Dit was ingetrokken en is daarna nog veranderd.");
  }

  /** Recorded on the one, pulled by the other. */
  private static void share(Browser one, Browser other, String text) {
    one.signIn("noor").readyToWalk();
    other.signIn("kim").readyToWalk();
    one.record("Stoep en straat", text);
    allSent(one);
    other.see(text);
  }

  private static void change(Browser phone, String from, String to) {
    phone.open("/");
    phone.tap(from);
    phone.tap("Verander");
    phone.type("Wat ziet u?", to);
    phone.tap("Bewaar de veranderingen");
    phone.see(to);
  }

  private static void allSent(Browser phone) {
    phone.open("/");
    phone.see("Alles verstuurd");
  }
}
