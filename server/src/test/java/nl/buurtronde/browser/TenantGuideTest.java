package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.buurtronde.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** Somebody who lives here, scanned the poster in the hall, and has no account. */
class TenantGuideTest {
  private static final Inspection inspection =
      new Inspection(Browser.PHONE, new Dimension(320, 640));

  private static final String HAS_PICTURE =
      """
      return new Promise(done => {
        const opening = indexedDB.open('buurtronde-tenant');
        opening.onsuccess = () => {
          const asked = opening.result.transaction('picture').objectStore('picture').count();
          asked.onsuccess = () => { opening.result.close(); done(asked.result > 0); };
        };
      });
      """;
  private static final String IPHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
          + " (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
  private static final String OTHER = "Sluiskwartier";

  @TempDir static Path folder;
  private static Town town;

  /** What a reader of each language sees. */
  private record Words(
      String language,
      String home,
      String contacts,
      String mediation,
      String rules,
      String search,
      String typed,
      String rule,
      String all,
      String back,
      String team,
      String offline) {
    @Override
    public String toString() {
      return language;
    }
  }

  static Stream<Words> readers() {
    return Stream.of(
        new Words(
            "nl", "Uw buurt", "Wie bel ik?", "Buurtbemiddeling", "Huisregels", "Zoek in de regels",
            "balkon ratten", "Gooi geen eten van het balkon", "Alle huisregels", "Terug",
            "Wie loopt hier?", "Geen verbinding."),
        new Words(
            "en", "Your neighbourhood", "Who do I call?", "Neighbour mediation", "House rules",
            "Search the rules", "balcony rats", "Throw no food off the balcony", "All house rules",
            "Back", "Who walks here?", "No connection."),
        new Words(
            "ar", "حيّك", "بمن أتصل؟", "الوساطة بين الجيران", "قواعد السكن", "ابحث في القواعد",
            "الفئران", "لا ترمِ الطعام من الشرفة", "كل قواعد السكن", "رجوع", "من يتجوّل في الحي؟",
            "لا يوجد اتصال."));
  }

  static Stream<Words> fewReaders() {
    List<String> languages = nl.buurtronde.browser.Words.directions().toList();
    return readers().filter(words -> languages.contains(words.language()));
  }

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

  @ParameterizedTest
  @MethodSource("readers")
  void whoever_scanned_the_poster_reads_the_guide_also_without_a_line(Words words) {
    Town.Phone tenant = town.phone("tenant-" + words.language());
    Browser phone = tenant.browser().open("/?complex=VH-02");
    phone.see("Meidoornflat, De Vlierhof");
    speak(phone, words.language());
    phone.see(words.home());
    readsAll(phone, words);

    phone.until("return navigator.serviceWorker.controller !== null");
    phone.until(HAS_PICTURE);
    tenant.reception().cut();
    phone.kill();
    phone.start();
    phone.open("/").see(words.home());
    phone.see("Meidoornflat, De Vlierhof");
    readsAll(phone, words);
    // Nobody looked at these while there was a line.
    phone.open("/").tap(words.team());
    phone.see("Noor");
    phone.see("Kim");
    phone.wait(By.cssSelector(".face img[src^=blob]"));
    phone.see(words.offline());
    String direction = words.language().equals("ar") ? "rtl" : "ltr";
    assertEquals(direction, phone.run("return getComputedStyle(document.body).direction"));
  }

  private static void readsAll(Browser phone, Words words) {
    phone.tap(words.contacts());
    assertEquals(
        List.of("tel:112", "tel:112", "tel:09008844"),
        phone.run("return [...document.querySelectorAll('a[href^=tel]')].slice(0, 3)"
            + ".map(a => a.getAttribute('href'))"));
    phone.see(words.mediation());
    phone.wait(By.cssSelector(".card .chip"));
    phone.tap(words.back());
    phone.tap(words.rules());
    phone.type(words.search(), words.typed());
    phone.until("return document.querySelectorAll('.rule-entry').length === 1");
    phone.tap(words.rule());
    phone.wait(By.className("door"));
    phone.tap("Türkçe");
    phone.see("Balkondan yiyecek atmayın");
    phone.tap(words.all());
    phone.wait(By.className("rule-entry"));
  }

  @Test
  void a_postcode_of_another_city_gets_a_clear_sentence_and_the_own_one_the_building() {
    Browser phone = town.phone("new").browser().open("/");
    phone.tap("Kies uw wijk");
    phone.type("Uw postcode", "1012");
    phone.tap("Zoek");
    phone.see("hoort niet bij onze wijken");
    phone.type("Uw postcode", "Vlierstraat");
    phone.tap("Zoek");
    phone.see("Dit is geen postcode.");
    for (String half : List.of("2097", "2097 A")) {
      phone.type("Uw postcode", half);
      phone.tap("Zoek");
      phone.see(half.length() == 4 ? "Misschien woont u hier" : "Dit is geen postcode.");
    }
    phone.type("Uw postcode", "2097 ZZ");
    phone.tap("Zoek");
    phone.see("Misschien woont u hier");
    for (String own : List.of("2097ag", " 2097 AG ")) {
      phone.open("/district").type("Uw postcode", own);
      phone.tap("Zoek");
      phone.see("U koos Elzendreef.");
      phone.see("Elzendreef, De Vlierhof");
    }
    phone.open("/?complex=XX-99").see("Dit gebouw kennen we niet. U ziet nog steeds");
    phone.see("Elzendreef, De Vlierhof");
    assertEquals(false, phone.run("return location.search.includes('complex')"));
  }

  @Test
  void who_withdraws_consent_is_gone_from_a_phone_at_its_next_contact() {
    Browser phone = town.phone("reader").browser().open("/?complex=VH-01");
    phone.see("De Vlierhoek, De Vlierhof");
    phone.tap("Wie loopt hier?");
    phone.wait(By.cssSelector(".face img[src^=blob]"));
    Map<String, Object> before = Map.of("firstName", "Kim", "shown", true);
    assertEquals(204, town.client().signIn("kim").delete("/api/introduction").status());
    try {
      // As when somebody looks at the phone again.
      phone.run("window.dispatchEvent(new Event('focus'))");
      phone.seeNoMore("Kim");
      assertTrue(phone.sees("Noor"));
    } finally {
      assertEquals(204, town.client().signIn("kim").put("/api/introduction", before).status());
    }
  }

  @ParameterizedTest
  @MethodSource("nl.buurtronde.browser.Words#languages")
  void the_guide_is_used_with_nothing_but_keys(String language) {
    nl.buurtronde.browser.Words words = new nl.buurtronde.browser.Words(language);
    Browser phone = town.phone("keys-" + language).browser().open("/");
    speak(phone, language);
    Keyboard keys = new Keyboard(phone);
    phone.see(words.of("home.where-none"));
    keys.press(words.of("home.where-choose"));
    phone.see(words.of("district.postcode"));
    keys.tabTo("input", "");
    keys.type("2097 AB", Keys.ENTER);
    phone.see("Meidoornflat");
    keys.press(words.of("home.rules"));
    phone.see(words.of("rules.search"));
    keys.tabTo("a.rule-entry", "");
    keys.type(Keys.ENTER);
    phone.wait(By.className("door"));
    boolean arabic = language.equals("ar");
    keys.press(arabic ? "English" : "العربية");
    phone.wait(By.cssSelector(arabic ? ".door[lang=en]" : ".door[lang=ar]"));
    keys.press(words.of("rules.all"));
    phone.wait(By.className("rule-entry"));
    keys.tabTo(".language select", "");
    keys.type("P");
    phone.see(new nl.buurtronde.browser.Words("pl").of("rules.search"));
  }

  @ParameterizedTest
  @MethodSource("fewReaders")
  void every_screen_can_be_used_by_everybody(Words words) {
    Town.Phone tenant = town.phone("eyes-" + words.language());
    Browser phone = tenant.browser().open("/");
    phone.wait(By.className("tiles-large"));
    speak(phone, words.language());
    phone.wait(By.className("where"));
    check(phone, words, "home without a district");
    phone.open("/contacts").wait(By.className("alarm-call"));
    check(phone, words, "contacts without a district");
    phone.open("/district").wait(By.className("district-list"));
    phone.wait(By.tagName("summary")).click();
    phone.wait(By.name("postcode")).sendKeys("1", Keys.ENTER);
    phone.wait(By.className("field-error"));
    check(phone, words, "district with a mistake");
    phone.wait(By.name("postcode")).sendKeys("012", Keys.ENTER);
    phone.wait(By.className("notice-error"));
    check(phone, words, "district of another city");
    phone.open("/?complex=VH-02").wait(By.className("where-line"));
    check(phone, words, "home");
    phone.open("/contacts").wait(By.className("card"));
    phone.run("document.querySelectorAll('details').forEach(one => one.open = true)");
    check(phone, words, "contacts");
    phone.open("/rules").wait(By.className("rule-entry"));
    phone.run("document.querySelectorAll('details').forEach(one => one.open = true)");
    check(phone, words, "rules");
    phone.field(words.search()).sendKeys("qqqq");
    phone.wait(By.className("empty"));
    check(phone, words, "no rule found");
    phone.open("/rules").wait(By.className("rule-entry")).click();
    phone.wait(By.className("door"));
    check(phone, words, "rule");
    phone.open("/rules/none").wait(By.className("empty"));
    check(phone, words, "rule gone");
    phone.open("/team").wait(By.className("face"));
    check(phone, words, "team");
    phone.until("return navigator.serviceWorker.controller !== null");
    tenant.reception().cut();
    phone.open("/contacts").see(words.offline());
    check(phone, words, "contacts offline");
    phone.open("/nowhere").wait(By.className("empty"));
    check(phone, words, "lost");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void without_scripts_there_are_112_and_all_numbers() {
    Browser phone = town.phone("old").browser();
    phone.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    phone.open("/");
    String page = said(phone);
    for (String words : List.of("112", "0900-8844", "088 000 00 00", "Alle nummers van uw wijk")) {
      assertTrue(page.contains(words), words + " is not in " + page);
    }
    phone.open("/numbers");
    String numbers = said(phone);
    for (String words : List.of("112", "0900-8844", "Buurtbemiddeling", "De Vlierhof", OTHER)) {
      assertTrue(numbers.contains(words), words + " is not in " + numbers);
    }
    phone.open("/?complex=vh-01");
    phone.driver().findElement(By.partialLinkText("Alle nummers van uw wijk")).click();
    String own = said(phone);
    assertTrue(own.contains("Buurtbemiddeling") && own.contains("De Vlierhof"), own);
    assertFalse(own.contains(OTHER), own);
  }

  /** What a screen reader would find; no script is needed to ask. */
  private static String said(Browser phone) {
    Map<String, Object> tree =
        phone.driver().executeCdpCommand("Accessibility.getFullAXTree", Map.of());
    return tree.toString();
  }

  @Test
  void a_volunteer_shows_a_rule_at_the_door_in_the_neighbours_language_without_a_line() {
    Town.Phone noor = town.phone("noor");
    Browser phone = noor.browser().signIn("noor").readyToWalk();
    phone.tap("Huisregels laten zien");
    phone.see("Stil van 22 tot 7 uur");
    noor.reception().cut();
    phone.open("/").see("Mijn waarnemingen");
    phone.tap("Huisregels laten zien");
    phone.tap("Stil van 22 tot 7 uur");
    phone.wait(By.className("door"));
    phone.tap("Polski");
    phone.see("Cisza od 22 do 7");
    phone.tap("Vul het scherm");
    phone.until("return document.fullscreenElement?.className === 'door'");
    phone.tap("Sluiten");
    phone.until("return document.fullscreenElement === null");
    assertEquals("nl", phone.run("return document.documentElement.lang"));
    phone.open("/").tap("Wie bel ik?");
    phone.see("Buurtbemiddeling");
    inspection.check(phone, "volunteer's contacts");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void a_volunteer_of_two_districts_chooses_whose_numbers_stand_there_also_without_a_line() {
    Client esra = town.client().signIn("esra");
    List<String> districts = new ArrayList<>();
    for (JsonNode district : esra.get("/api/public/districts").json().get("districts")) {
      districts.add(district.get("id").asText());
    }
    String yusuf = "";
    for (JsonNode person : esra.get("/api/accounts").json()) {
      yusuf = person.get("name").asText().equals("yusuf") ? person.get("id").asText() : yusuf;
    }
    Map<String, Object> both = Map.of("districts", districts);
    assertEquals(204, esra.patch("/api/accounts/" + yusuf, both).status());
    Town.Phone walker = town.phone("yusuf");
    Browser phone = walker.browser().signIn("yusuf").readyToWalk();
    phone.open("/contacts");
    new Select(phone.field("Van welke wijk?")).selectByVisibleText("Molenzicht");
    phone.see("06 00 00 00 43");
    new Select(phone.field("Van welke wijk?")).selectByVisibleText("De Vlierhof");
    phone.see("06 00 00 00 41");
    inspection.check(phone, "two districts");
    walker.reception().cut();
    phone.open("/contacts").see("06 00 00 00 41");
    new Select(phone.field("Van welke wijk?")).selectByVisibleText("Molenzicht");
    phone.see("06 00 00 00 43");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void the_app_is_offered_once_it_was_used_and_an_iphone_gets_the_steps() {
    Browser phone = town.phone("offer").browser().open("/?complex=VH-01");
    phone.see("De Vlierhoek, De Vlierhof");
    phone.run(
        """
        const offer = new Event("beforeinstallprompt", { cancelable: true });
        offer.prompt = async () => { window.asked = true; };
        dispatchEvent(offer);
        """);
    assertFalse(phone.sees("Zet Buurtronde op uw telefoon"));
    phone.tap("Wie bel ik?");
    phone.see("Bel 0900-8844");
    phone.tap("Terug");
    phone.see("Zet Buurtronde op uw telefoon");
    inspection.check(phone, "the offer");
    phone.tap("Zet op mijn telefoon");
    phone.until("return window.asked === true");
    phone.seeNoMore("Zet Buurtronde op uw telefoon");

    // An iPhone makes no offer; this Chromium does, so that it is kept from the page.
    phone.driver().executeCdpCommand("Emulation.setUserAgentOverride", Map.of("userAgent", IPHONE));
    phone.driver().executeCdpCommand(
        "Page.addScriptToEvaluateOnNewDocument",
        Map.of("source", "addEventListener('beforeinstallprompt', e => e.stopImmediatePropagation())"));
    phone.open("/").tap("Wie bel ik?");
    phone.see("Bel 0900-8844");
    phone.tap("Terug");
    phone.see("Zet op beginscherm");
    inspection.check(phone, "the steps");
    phone.tap("Nu niet");
    phone.seeNoMore("Zet op beginscherm");
    phone.open("/").tap("Wie bel ik?");
    phone.see("Bel 0900-8844");
    phone.tap("Terug");
    phone.see("De Vlierhoek, De Vlierhof");
    assertFalse(phone.sees("Zet op beginscherm"));
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void home_leads_who_is_signed_in_to_their_own_part_and_nobody_else() {
    Browser phone = town.phone("kim").browser().open("/");
    phone.see("Uw buurt");
    phone.tap("Bewonerskracht of medewerker? Meld u aan");
    phone.see("Wachtzin vergeten?");
    assertEquals(List.of(), phone.run("return performance.getEntriesByType('resource')"
        + ".map(one => new URL(one.name).pathname).filter(path => path === '/api/session')"));
    phone.type("Uw naam om aan te melden", "kim");
    phone.type("Wachtzin", "loop-samen-kim");
    phone.tap("Aanmelden");
    phone.see("Mijn waarnemingen");
    phone.open("/").see("Mijn waarnemingen");
    phone.open("/team").see("Uw Bewonerskrachten");
    phone.wait(By.cssSelector(".cover-row a")).click();
    phone.see("Mijn waarnemingen");
    assertFalse(phone.sees("Uw buurt"));
  }

  private static void speak(Browser phone, String language) {
    new Select(phone.wait(By.cssSelector(".language select"))).selectByValue(language);
    phone.until("return document.documentElement.lang === arguments[0]", language);
  }

  private static void check(Browser browser, Words words, String screen) {
    inspection.check(browser, words.language() + ": " + screen);
  }
}
