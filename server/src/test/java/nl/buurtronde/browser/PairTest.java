package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.buurtronde.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** A pair on its round, each with a phone and a reception of one's own. */
class PairTest {
  /** The two seconds that the button asks for, and a little. */
  private static final Duration HELD = Duration.ofMillis(2300);
  private static final By CODE = By.cssSelector(".round-code [aria-hidden]");

  @TempDir static Path folder;
  private static Town town;
  private static final Inspection inspection = new Inspection(Browser.PHONE);

  @BeforeAll
  static void open() {
    town = new Town(folder);
  }

  @AfterEach
  void goHome() throws Exception {
    town.closeBrowsers();
    assertEquals(List.of(), inspection.found());
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
    noor.browser().kill();
    noor.browser().start();
    noor.browser().open("/").tap("Open de ronde");
    noor.browser().see("Nog niet bevestigd");
    noor.browser().wait(By.cssSelector("a[href='tel:112']"));
    assertAlarmBeforeApp(noor.browser());

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

  @Test
  void who_stopped_is_told_to_walk_back_together_and_says_nothing_more_for_the_pair() {
    Town.Phone noor = walker("noor");
    Town.Phone kim = walker("kim");
    join(kim.browser(), begin(noor.browser()));
    kim.browser().see("Er wordt op jullie gelet tot");
    kim.browser().tap("Ik stop met deze ronde");
    kim.browser().tap("Ja, ik stop");
    kim.browser().see("U bent gestopt met deze ronde. Loop samen terug.");
    kim.browser().seeNoMore("Wij zijn er nog");
    kim.browser().seeNoMore("Wij zijn veilig terug");
    kim.browser().see("SOS: roep hulp");
    check(kim.browser(), "stopped");
    noor.browser().open("/").tap("Open de ronde");
    noor.browser().see("is gestopt met deze ronde. Stop ook en loop samen terug.");
    noor.browser().tap("Wij zijn veilig terug");
    noor.browser().tap("Ja, wij zijn veilig terug");
    noor.browser().see("De server weet dat jullie veilig terug zijn.");
  }

  @Test
  void a_call_that_the_server_never_got_is_not_said_to_be_sent_and_becomes_an_alarm_later() {
    Town.Phone noor = walker("noor");
    Town.Phone kim = walker("kim");
    join(kim.browser(), begin(noor.browser()));
    for (Town.Phone phone : List.of(noor, kim)) {
      phone.browser().see("Er wordt op jullie gelet tot");
      phone.browser().see("Bas");
    }
    check(noor.browser(), "watched");
    noor.reception().cut();
    holdSos(noor.browser());
    noor.browser().see("U roept hulp");
    assertFalse(noor.browser().sees("Er is alarm geslagen"));
    noor.browser().see("NIET verstuurd");
    noor.browser().see("Uw oproep is niet aangekomen.");
    assertFalse(noor.browser().sees("Er is alarm geslagen"));
    noor.browser().wait(By.cssSelector(".notice-error a[href^='tel:+']"));
    noor.browser().wait(By.cssSelector(".notice-error a[href^='sms:+'][href*='body=']"));
    noor.browser().see("+31");
    check(noor.browser(), "call not sent");

    noor.reception().mend();
    noor.browser().see("Er is alarm geslagen");
    noor.browser().see("Nog niemand heeft het alarm aangenomen.");
    kim.browser().see("Er is alarm geslagen");
    check(kim.browser(), "alarm");
    Client office = town.client().signIn("bas");
    List<String> open = new ArrayList<>();
    for (JsonNode alarm : office.get("/api/alarms").json().get("alarms")) {
      if (alarm.get("kind").asText().equals("call")) {
        open.add(alarm.get("id").asText());
      }
    }
    assertEquals(1, open.size());
    Browser bas = town.desk("bas").signIn("bas");
    bas.tap("Bekijk en pak op");
    bas.see("Noor Bakker");
    town.restart();
    bas.tap("Ik pak dit op");
    noor.browser().see("heeft het alarm aangenomen");
    noor.browser().tap("Wij zijn veilig");
    noor.browser().tap("Ja, wij zijn veilig terug");
    noor.browser().see("U liet weten dat jullie veilig zijn.");
    noor.browser().see("Er is alarm geslagen");
    String closure = "/api/alarms/" + open.get(0) + "/closure";
    office.post(closure, Map.of("reason", "Gebeld: ze zijn thuis."));
    noor.browser().seeNoMore("Er is alarm geslagen");
  }

  @Test
  void who_may_not_walk_and_whoever_cannot_hold_a_button_is_answered_in_words() {
    Browser henk = town.phone("henk").browser().signIn("henk").readyToWalk();
    henk.open("/settings").see("Zet meldingen aan");
    check(henk, "ways to be reached");
    henk.open("/round").see("Gepland");
    check(henk, "rounds");
    henk.open("/round/plan").see("Bewaar het plan");
    check(henk, "plan");
    henk.open("/round/join");
    henk.type("Code van de ander", "ABC10");
    henk.tap("Loop mee");
    henk.see("Een code heeft zes tekens");
    check(henk, "join refused");
    henk.open("/round/start").see("Wie let er op?");
    check(henk, "start");
    henk.tap("Begin de ronde");
    henk.see("U heeft nog geen certificaat");
    check(henk, "refused");

    Town.Phone yusuf = walker("yusuf");
    yusuf.browser().tap("Wijkschouw");
    yusuf.browser().unfold("Complexen onderweg");
    yusuf.browser().wait(By.cssSelector(".more-body .check")).click();
    begin(yusuf.browser());
    yusuf.browser().see("De tweede loper is er nog niet.");
    yusuf.reception().cut();
    yusuf.browser().tap("Lijst per complex");
    yusuf.browser().tap("Let op");
    yusuf.browser().type("Wat ziet u?", "De lamp in de hal flikkert.");
    check(yusuf.browser(), "checklist");
    yusuf.browser().tap("Ronde");
    yusuf.browser().see("1 van 8 ingevuld");
    yusuf.browser().tap("Wij zijn er nog");
    yusuf.browser().see("NIET verstuurd");
    yusuf.browser().wait(By.cssSelector(".sos")).sendKeys(Keys.ENTER);
    yusuf.browser().see("Hulp roepen?");
    check(yusuf.browser(), "call dialog");
    yusuf.browser().tap("Annuleren");
    assertFalse(yusuf.browser().sees("U roept hulp"));
    yusuf.browser().wait(By.cssSelector(".sos"));
    Actions keys = new Actions(yusuf.browser().driver());
    keys.keyDown(Keys.ENTER).pause(HELD).keyUp(Keys.ENTER).perform();
    yusuf.browser().see("U roept hulp");
    yusuf.reception().mend();
    yusuf.browser().see("Er is alarm geslagen");
    yusuf.browser().seeNoMore("NIET verstuurd");
  }

  // Signaleren, alarmeren, app'en, reageren: 112 before the app, and on top of every screen.
  private static void assertAlarmBeforeApp(Browser phone) {
    phone.unfold("Ziet u iets verdachts? Zo doet u dat");
    List<String> steps =
        phone.driver().findElements(By.cssSelector("ol.steps li")).stream()
            .map(step -> step.getText().split("[ :.]")[0])
            .toList();
    assertEquals(List.of("Signaleer", "Alarmeer", "App", "Reageer"), steps);
    phone.see("Alarmeer: bel 112.");
    WebElement first = phone.driver().findElement(By.cssSelector("a[href^='tel:']"));
    assertEquals("tel:112", first.getDomAttribute("href"));
  }

  private static void holdSos(Browser phone) {
    WebElement button = phone.wait(By.cssSelector(".sos"));
    phone.run("arguments[0].scrollIntoView({ block: 'center' })", button);
    new Actions(phone.driver()).clickAndHold(button).pause(HELD).release().perform();
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
    phone.tap("Begin de ronde");
    return phone.wait(CODE).getText();
  }

  private static void join(Browser phone, String code) {
    phone.open("/round/join");
    phone.type("Code van de ander", code.toLowerCase(Locale.ROOT));
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

  private static void check(Browser phone, String where) {
    inspection.check(phone, where);
  }
}
