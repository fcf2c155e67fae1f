package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same app for who reads English better than Dutch. */
class EnglishTest {
  /** Words that no English screen has; what people wrote is under dir=auto, or a name of the demo. */
  private static final String DUTCH =
      """
      const dutch = /(^|[^\\p{L}])(het|een|niet|u|uw|geen|wij|wordt|deze|voor|naar|nog|kies|opnieuw|gisteren|vandaag|wacht|gezien|kantoor|ronde|wijk|maandag|dagen)(?![\\p{L}])/iu;
      const demo = /Hele wijk|Het Sleedoornpad/g;
      const own = '[dir=auto], [lang=nl], bdi, select, textarea';
      const theirs = [...document.querySelectorAll('[dir=auto]')].map(one => one.textContent);
      const without = label => theirs.reduce((rest, one) => one ? rest.replace(one, '') : rest, label);
      const found = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (parent.closest(own + ', script, style, noscript')) continue;
        if (!parent.getClientRects().length) continue;
        found.push(walker.currentNode.data);
      }
      for (const one of document.querySelectorAll('[aria-label], [alt], [placeholder], [title]')) {
        if (one.closest(own)) continue;
        for (const name of ['aria-label', 'alt', 'placeholder', 'title'])
          if (one.getAttribute(name)) found.push(without(one.getAttribute(name)));
      }
      found.push(document.title);
      return found.filter(text => dutch.test(text.replace(demo, "")));
      """;

  @TempDir static Path folder;
  private static Town town;
  private final Inspection inspection = new Inspection(Browser.PHONE);
  private final List<String> left = new ArrayList<>();

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
  void who_chose_english_records_without_reception_and_reads_the_answer_of_an_english_desk() {
    Town.Phone noor = town.phone("noor");
    Browser phone = noor.browser();
    chooseEnglish(phone);
    check(phone, "sign-in");
    phone.type("Your sign-in name", "noor");
    phone.type("Passphrase", "this is not it");
    phone.tap("Sign in");
    phone.see("The name or the passphrase is not right.");
    signIn(phone, "noor");
    phone.see("Everything sent");
    phone.until("return navigator.serviceWorker.controller !== null");
    check(phone, "home");

    noor.reception().cut();
    phone.kill();
    phone.start();
    phone.open("/").see("My observations");
    phone.tap("New observation");
    phone.tap("Lighting");
    phone.unfold("Text");
    String text = "Lamp 41 has been flickering for three nights.";
    phone.type("What do you see?", text);
    phone.run("document.querySelectorAll('details').forEach(one => one.open = true)");
    check(phone, "draft");
    phone.tap("Save");
    phone.see("Waits to be sent");

    Browser bas = town.desk("bas");
    chooseEnglish(bas);
    signIn(bas, "bas");
    bas.see("Everything");
    noor.reception().mend();
    phone.open("/unsent");
    phone.tap("Send now");
    bas.see(text);
    bas.tap(text);
    bas.see("Pavement and street");
    bas.see("Lighting");
    check(bas, "desk");
    bas.tap("Answer");
    bas.type("Your answer to", "The electrician comes tomorrow.");
    bas.tap("Send answer");
    bas.see("Answer sent.");
    phone.open("/");
    phone.tap(text);
    phone.see("The electrician comes tomorrow.");
    read(phone, "observation");
    assertEquals(List.of(), left);
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void no_screen_of_a_volunteer_keeps_dutch_words() {
    Browser phone = town.phone("kim").browser();
    chooseEnglish(phone);
    signIn(phone, "kim");
    phone.see("Everything sent");
    visit(phone, "/observations/new", "What is it about?");
    visit(phone, "/unsent", "Not sent yet");
    visit(phone, "/danger", "In danger: call 112");
    visit(phone, "/round", "Always walk together.");
    visit(phone, "/round/plan", "Save the plan");
    visit(phone, "/round/start", "How long will you both walk?");
    visit(phone, "/contacts", "Who do I call?");
    visit(phone, "/settings", "How we reach you");
    assertEquals(List.of(), left);
    phone.tap("Nederlands");
    phone.see("Zo bereiken we u");
    assertEquals("nl", phone.run("return document.documentElement.lang"));
  }

  @Test
  void no_screen_of_the_staff_keeps_dutch_words() {
    Browser esra = town.desk("esra");
    chooseEnglish(esra);
    signIn(esra, "esra");
    visit(esra, "/desk", "Waits for us");
    visit(esra, "/rounds", "Out now");
    visit(esra, "/roster", "The next 14 days");
    visit(esra, "/alarms", "Start an exercise");
    visit(esra, "/quarantine", "With the coordinator");
    visit(esra, "/setup/places", "Import districts");
    visit(esra, "/setup/categories", "New category");
    visit(esra, "/setup/guide", "New house rule");
    visit(esra, "/setup/people", "Invite somebody");
    visit(esra, "/setup/walkers", "Certificate since");
    assertEquals(List.of(), left);
  }

  @Test
  void the_language_of_an_invitation_can_be_chosen_without_losing_its_code() {
    String code =
        town.client()
            .signIn("esra")
            .post(
                "/api/invitations",
                """
                {"fullName":"Olga Bird","role":"coordinator","districts":[]}""")
            .json()
            .path("code")
            .asText();
    Browser phone = town.phone("olga").browser();
    phone.open("/invitation#" + code).see("Olga Bird");
    phone.tap("English");
    phone.see("Choose a passphrase");
    phone.see("Olga Bird");
    assertEquals("", phone.run("return location.hash"));
    read(phone, "invitation");
    assertEquals(List.of(), left);
  }

  private static void chooseEnglish(Browser browser) {
    browser.open("/sign-in");
    browser.tap("English");
    browser.see("Your sign-in name");
    assertEquals("en", browser.run("return document.documentElement.lang"));
  }

  private static void signIn(Browser browser, String name) {
    browser.type("Your sign-in name", name);
    browser.type("Passphrase", "loop-samen-" + name);
    browser.tap("Sign in");
    browser.seeNoMore("Forgotten your passphrase?");
  }

  private void visit(Browser browser, String address, String words) {
    browser.open(address).see(words);
    read(browser, address);
  }

  private void check(Browser browser, String screen) {
    read(browser, screen);
    inspection.check(browser, screen);
  }

  private void read(Browser browser, String screen) {
    for (Object text : (List<?>) browser.run(DUTCH)) {
      left.add(screen + ": " + text);
    }
  }
}
