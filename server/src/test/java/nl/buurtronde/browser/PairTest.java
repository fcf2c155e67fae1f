package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A pair on its round, each with a phone and a reception of one's own. */
class PairTest {
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
  private static final By CODE = By.cssSelector(".round-code [aria-hidden]");

  @TempDir static Path folder;
  private static Town town;
  private final List<String> found = new ArrayList<>();

  @BeforeAll
  static void open() {
    town = new Town(folder);
  }

  @AfterEach
  void goHome() throws Exception {
    town.closeBrowsers();
    assertEquals(List.of(), found);
  }

  @AfterAll
  static void close() throws Exception {
    town.close();
  }

  @Test
  void a_pair_begins_without_reception_and_is_one_round_afterwards() {
    Town.Phone noor = walker("noor");
    Town.Phone kim = walker("kim");
    noor.reception().cut();
    kim.reception().cut();
    String code = begin(noor.browser());
    join(kim.browser(), code);
    for (Town.Phone phone : List.of(noor, kim)) {
      phone.browser().see("Nog niet bevestigd");
      phone.browser().see("Er kijkt niemand mee.");
      assertFalse(phone.browser().sees("Wij lopen samen"));
    }
    check(noor.browser(), "walking offline");
    observe(noor.browser(), "Noor zag een losse tegel.");
    observe(kim.browser(), "Kim zag een kapotte lamp.");

    noor.reception().mend();
    kim.reception().mend();
    for (Town.Phone phone : List.of(noor, kim, noor)) {
      phone.browser().open("/").see("Alles verstuurd");
    }
    for (Town.Phone phone : List.of(noor, kim)) {
      Browser browser = phone.browser();
      browser.tap("Open de ronde");
      browser.see("Wij lopen samen");
      browser.tap("Overzicht van deze ronde");
      browser.see("Noor zag een losse tegel.");
      browser.see("Kim zag een kapotte lamp.");
      check(browser, "summary");
      browser.tap("Ronde");
    }
    check(noor.browser(), "walking together");
    for (Town.Phone phone : List.of(noor, kim)) {
      phone.browser().tap("Wij zijn veilig terug");
      phone.browser().see("Zijn jullie allebei veilig terug?");
    }
    check(noor.browser(), "safe dialog");
    for (Town.Phone phone : List.of(noor, kim)) {
      phone.browser().tap("Ja, wij zijn veilig terug");
    }
    for (Town.Phone phone : List.of(noor, kim)) {
      phone.browser().see("De ronde is afgelopen.");
      phone.browser().see("De server weet dat jullie veilig terug zijn.");
      assertFalse(phone.browser().sees("NIET verstuurd"));
    }
    check(noor.browser(), "over");
  }

  private static Town.Phone walker(String name) {
    Town.Phone phone = town.phone(name);
    phone.browser().signIn(name).readyToWalk();
    // The numbers of those on call must be on the phone before it loses its line.
    phone.browser().open("/round/start").see("Wie let er op?");
    return phone;
  }

  /** Answers the code that the second one types. */
  private static String begin(Browser phone) {
    phone.open("/round/start");
    phone.tap("Begin de ronde");
    return phone.wait(CODE).getText();
  }

  private static void join(Browser phone, String code) {
    phone.open("/round/join");
    phone.type("Code van de ander", code.toLowerCase(java.util.Locale.ROOT));
    phone.tap("Loop mee");
    phone.see("Terug om");
  }

  private static void observe(Browser phone, String text) {
    phone.tap("Nieuwe waarneming");
    phone.tap("Verlichting");
    phone.unfold("Tekst");
    phone.type("Wat ziet u?", text);
    phone.tap("Bewaar");
    phone.see(text);
  }

  private void check(Browser phone, String where) {
    List<Rule> rules = new AxeBuilder().withTags(RULES).analyze(phone.driver()).getViolations();
    for (Rule rule : rules) {
      found.add(where + ": " + rule.getId() + " " + rule.getNodes().get(0).getTarget());
    }
  }
}
