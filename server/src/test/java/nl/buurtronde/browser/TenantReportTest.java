package nl.buurtronde.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.awt.Color;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.buurtronde.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Somebody who scanned the poster in the hallway, and the office behind it. */
class TenantReportTest {
  private static final String POSTER = "/?complex=VH-01";
  private static final String COMPLEX = "De Vlierhoek";

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

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en", "ar"})
  void a_photo_without_reception_or_a_typed_word_is_sent_once_and_answered(String language) {
    Words words = new Words(language);
    Town.Phone tenant = town.phone("tenant-" + language);
    Browser phone = scan(tenant, language);

    tenant.reception().cut();
    phone.tap(words.of("home.report"));
    phone.tap(words.of("category.lighting"));
    takePhoto(phone, words);
    phone.tap(words.of("report.next"));
    phone.tap(words.of("place.home"));
    phone.tap(words.of("report.next"));
    phone.see(words.of("report.check"));
    tapFiveTimes(phone, words.of("report.send"));
    phone.see(words.of("report.sent"));
    phone.see(words.of("truth.waiting"));

    phone.kill();
    phone.start();
    phone.open("/reports");
    phone.see(words.of("truth.waiting"));
    tenant.reception().mend();
    sendNow(phone, words);
    phone.see(words.of("truth.new"));
    phone.tap(words.of("category.lighting"));
    phone.see(words.of("followed.card"));
    String id = idOn(phone);

    JsonNode report = bas().get("/api/reports/" + id).json();
    assertEquals(language, report.get("language").asText());
    assertEquals(1, report.get("photos").size());
    phone.until(
        "return fetch('/api/public/reports/' + arguments[0])"
            + ".then(answer => answer.json()).then(one => one.missingPhotos.length === 0)",
        code(phone));
    assertStripped(report.get("photos").get(0).get("sha256").asText());
    assertEquals(1, count("/api/reports?kind=report&category=lighting", id));

    handle(id, "questions", Map.of("text", "Welke lamp precies?"));
    phone.open("/reports/" + id);
    phone.see("Welke lamp precies?");
    tenant.reception().cut();
    phone.type(words.of("followed.reply-label"), "Bij de trap, links.");
    phone.tap(words.of("followed.reply-send"));
    phone.see(words.of("followed.reply-waiting"));
    tenant.reception().mend();
    phone.open("/reports/" + id);
    phone.see("Bij de trap, links.");
    phone.seeNoMore(words.of("followed.reply-waiting"));
    assertEquals(1, said(id, "Bij de trap, links."));

    handle(id, "answers", Map.of("text", "De monteur komt morgen."));
    handle(id, "closure", Map.of("outcome", "solved", "text", "De lamp brandt weer."));
    phone.open("/reports/" + id);
    phone.see("De lamp brandt weer.");
    phone.see(words.of("truth.closed"));
    tenant.reception().cut();
    phone.open("/reports/" + id);
    phone.see("De monteur komt morgen.");
  }

  @ParameterizedTest
  @MethodSource("nl.buurtronde.browser.Words#languages")
  void whoever_left_a_number_takes_it_back_and_reads_on_elsewhere_by_the_code(String language)
      throws Exception {
    Words words = new Words(language);
    Town.Phone tenant = town.phone("tenant-" + language);
    Browser phone = scan(tenant, language);
    toCheck(phone, words, "entrance");
    phone.unfold(words.of("tell.title"));
    phone.type(words.of("tell.label"), "De bel doet het niet, mijn nummer is 06-12345678.");
    phone.see(words.of("warning.do"));
    phone.type(words.of("tell.label"), "De bel doet het niet.");
    phone.unfold(words.of("reach.title"));
    phone.see(words.of("reach.why"));
    phone.type(words.of("reach.phone"), "0201234567");
    phone.tap(words.of("report.send"));
    phone.see(words.of("followed.contact"));
    String id = idOn(phone);
    JsonNode before = bas().get("/api/reports/" + id).json();
    assertFalse(before.get("contact").get("phone").isNull(), before.toString());

    tenant.reception().cut();
    phone.tap(words.of("followed.erase"));
    phone.tap(words.of("followed.erase-do"));
    phone.see(words.of("followed.erasing"));
    tenant.reception().mend();
    phone.open("/reports/" + id).see(words.of("followed.erased"));
    JsonNode after = bas().get("/api/reports/" + id).json();
    assertFalse(after.path("contact").hasNonNull("phone"), after.toString());

    String code = code(phone);
    assertPrintsCardOnly(phone, words, code);
    handle(id, "answers", Map.of("text", "Wij kijken vrijdag."));
    Town.Phone elsewhere = town.phone("other-" + language);
    Browser other = elsewhere.browser();
    Words dutch = new Words("nl");
    giveVoice(other, "nl");
    other.open("/reports");
    other.until("return navigator.serviceWorker.controller !== null");
    elsewhere.reception().cut();
    other.type(dutch.of("mine.code-label"), code);
    other.tap(dutch.of("mine.code-find"));
    other.see(dutch.of("mine.code-later"));
    elsewhere.reception().mend();
    tapIfThere(other, dutch.of("mine.code-again"));
    other.seeNoMore(dutch.of("mine.code-later"));
    other.open("/reports#" + code);
    other.see("Wij kijken vrijdag.");
    other.see("De bel doet het niet.");
    other.tap("Lees voor: Antwoord");
    String said = "return document.documentElement.dataset.said";
    assertEquals("Wij kijken vrijdag.", other.run(said));
    assertEquals(false, other.run("return location.href.includes(arguments[0])", code));
    other.driver().navigate().back();
    assertEquals(false, other.run("return location.href.includes(arguments[0])", code));
    // Nobody said whose phone it is: it is not here any more, and comes by its code again.
    other.open("/reports/" + id).see(dutch.of("followed.missing"));
    other.open("/reports#" + code).tap(dutch.of("followed.whose-other"));
    other.see(dutch.of("followed.leaving"));
    other.tap(dutch.of("shell.done"));
    other.see(dutch.of("mine.none"));
    assertFalse(other.sees("De bel doet het niet."));
    other.open("/contacts").tap("Lees voor: Bel 112");
    assertTrue(((String) other.run(said)).contains("Bel 0900-8844"));
    // A voice that is far away does not count.
    Words polish = new Words("pl");
    new Select(other.wait(By.cssSelector(".language select"))).selectByValue("pl");
    other.see(polish.of("contacts.title"));
    assertFalse(other.sees(polish.of("rules.read")));
  }

  @ParameterizedTest
  @MethodSource("nl.buurtronde.browser.Words#languages")
  void a_worry_goes_to_its_named_readers_alone_and_comes_back_by_its_code(String language) {
    Words words = new Words(language);
    Town.Phone tenant = town.phone("tenant-" + language);
    Browser phone = scan(tenant, language);
    tenant.reception().cut();
    String text = "De gordijnen op de tweede zijn al dagen dicht.";
    phone.tap(words.of("home.worry"));
    phone.see(words.of("worry.who-why"));
    phone.see(words.of("worry.danger"));
    assertEquals(0, phone.driver().findElements(By.cssSelector("input[type=file]")).size());
    phone.tap(words.of("worry.send"));
    phone.see(words.of("core.report.text"));
    phone.type(words.of("worry.label"), text);
    phone.tap(words.of("worry.send"));
    phone.see(words.of("truth.waiting"));
    tenant.reception().mend();
    sendNow(phone, words);
    phone.see(words.of("truth.new"));
    String id = idOn(phone);

    Client esra = town.client().signIn("esra");
    assertEquals(text, esra.get("/api/concerns/" + id).json().get("text").asText());
    for (String list : new String[] {"/api/desk?q=gordijnen", "/api/reports?q=gordijnen"}) {
      assertFalse(esra.get(list).json().toString().contains(text), list);
    }
    Client.Answer answered =
        esra.post("/api/concerns/" + id + "/answers", Map.of("text", "Wij gaan langs."));
    assertEquals(2, answered.status() / 100, answered.json() + "");
    phone.open("/reports");
    assertFalse(phone.sees(text));
    phone.tap(words.of("kinds.concern"));
    phone.see("Wij gaan langs.");
    assertFalse(phone.sees(text));
    phone.tap(words.of("followed.told"));
    phone.see(text);
    phone.tap(words.of("followed.forget-worry"));
    phone.tap(words.of("followed.forget-do"));
    phone.see(words.of("mine.none"));
  }

  @ParameterizedTest
  @MethodSource("nl.buurtronde.browser.Words#languages")
  void a_job_goes_to_a_team_of_the_district_chosen_last_and_a_volunteer_is_reached(String language) {
    Words words = new Words(language);
    Town.Phone tenant = town.phone("tenant-" + language);
    Browser phone = scan(tenant, language);
    tenant.reception().cut();
    phone.tap(words.of("home.offer"));
    phone.tap("Groenteam");
    phone.type(words.of("offer.job-label"), "De heg is te hoog.");
    phone.tap(words.of("shell.change"));
    phone.type(words.of("district.postcode"), "2098 BA");
    phone.tap(words.of("district.find"));
    phone.see("Sluiskwartier");
    assertEquals("/offer", phone.run("return location.pathname"));
    phone.tap(words.of("report.send"));
    phone.see(words.of("truth.waiting"));
    tenant.reception().mend();
    sendNow(phone, words);
    phone.see(words.of("truth.new"));
    Client esra = town.client().signIn("esra");
    JsonNode job = esra.get("/api/reports/" + idOn(phone)).json();
    assertEquals("De heg is te hoog.", job.get("text").asText());
    assertEquals("green", job.get("category").asText());
    String district = job.get("district").asText();
    assertEquals("Sluiskwartier", nameOf(esra.get("/api/places").json(), district));

    phone.open("/offer");
    phone.tap(words.of("offer.volunteer"));
    phone.tap(words.of("report.send"));
    phone.see(words.of("core.report.contact"));
    phone.type(words.of("reach.email"), "geen adres");
    phone.tap(words.of("report.send"));
    phone.see(words.of("core.contact.email"));
    phone.type(words.of("reach.email"), "buur@post.example");
    phone.tap(words.of("report.send"));
    phone.see(words.of("truth.new"));
    JsonNode report = esra.get("/api/reports/" + idOn(phone)).json();
    assertEquals("volunteer", report.get("kind").asText());
  }

  @ParameterizedTest
  @MethodSource("nl.buurtronde.browser.Words#languages")
  void a_neighbour_who_saw_the_same_says_so_with_one_tap(String language) {
    Words words = new Words(language);
    // Something else in each language, so that each finds its own.
    String category = language.equals("nl") ? "parking" : "playground";
    Browser first = scan(town.phone("first-" + language), language);
    toCheck(first, words, category);
    first.tap(words.of("report.send"));
    first.see(words.of("truth.new"));
    String id = idOn(first);

    Town.Phone neighbour = town.phone("second-" + language);
    Browser second = scan(neighbour, language);
    toCheck(second, words, category);
    second.see(words.of("similar.title"));
    second.tap(words.of("similar.same"));
    second.see(words.of("similar.chosen"));
    neighbour.reception().cut();
    second.tap(words.of("report.send"));
    second.see(words.of("truth.waiting"));
    neighbour.reception().mend();
    sendNow(second, words);
    second.see(words.of("followed.also"));
    assertEquals(1, bas().get("/api/reports/" + id).json().get("seen").asInt());
  }

  @Test
  void a_file_that_only_says_it_is_a_photo_is_refused_in_plain_words() {
    Words words = new Words("nl");
    Browser phone = scan(town.phone("tenant"), "nl");
    phone.tap(words.of("home.report"));
    phone.tap(words.of("category.litter"));
    byte[] page = "<html><script>alert(1)</script></html>".getBytes(UTF_8);
    phone.choose(words.of("photo.take"), JpegFile.write(folder, "image.jpg", page));
    phone.see(words.of("core.photo.undecodable"));
    phone.tap(words.of("report.skip"));
    phone.see(words.of("place.title"));

    phone.open("/reports").see(words.of("category.litter"));
    phone.tap(words.of("mine.forget-all"));
    phone.tap(words.of("followed.forget-do"));
    phone.see(words.of("mine.none"));
    phone.open("/report").see(words.of("report.what"));
    assertFalse(phone.sees(words.of("report.begun")));
  }

  @Test
  void who_chooses_the_building_after_all_does_not_send_where_they_stood() {
    Words words = new Words("nl");
    Browser phone = scan(town.phone("tenant"), "nl");
    Map<String, Object> permission =
        Map.of("permissions", List.of("geolocation"), "origin", phone.run("return location.origin"));
    phone.driver().executeCdpCommand("Browser.grantPermissions", permission);
    Map<String, Object> spot = Map.of("latitude", 52.1, "longitude", 5.1, "accuracy", 15);
    phone.driver().executeCdpCommand("Emulation.setGeolocationOverride", spot);
    phone.tap(words.of("home.report"));
    phone.tap(words.of("category.litter"));
    phone.tap(words.of("report.skip"));
    phone.tap(words.of("place.here"));
    phone.wait(By.cssSelector("button[aria-pressed=true]"));
    phone.tap(words.of("place.home"));
    phone.tap(words.of("report.next"));
    phone.tap(words.of("report.send"));
    phone.see(words.of("truth.new"));
    JsonNode place = bas().get("/api/reports/" + idOn(phone)).json().get("place");
    assertTrue(place.has("complex") && !place.has("lat"), place.toString());
  }

  @Test
  void a_hotels_welcome_page_counts_as_nothing_sent() {
    Words words = new Words("nl");
    Town.Phone tenant = town.phone("tenant");
    Browser phone = scan(tenant, "nl");
    toCheck(phone, words, "entrance");
    tenant.reception().takeCaptive();
    phone.tap(words.of("report.send"));
    phone.see(words.of("truth.waiting"));
    phone.tap(words.of("mine.send-now"));
    phone.see(words.of("truth.waiting"));
    tenant.reception().mend();
    sendNow(phone, words);
    phone.see(words.of("truth.new"));
  }

  @ParameterizedTest
  @MethodSource("nl.buurtronde.browser.Words#languages")
  void keys_alone_are_enough_to_report_and_to_reply(String language) {
    Words words = new Words(language);
    Browser phone = scan(town.phone("tenant"), language);
    Keyboard keys = new Keyboard(phone);
    keys.press(words.of("home.report"));
    phone.see(words.of("report.what"));
    keys.press(words.of("category.litter"));
    phone.see(words.of("photo.title"));
    keys.press(words.of("report.skip"));
    phone.see(words.of("place.title"));
    keys.press(words.of("report.skip"));
    phone.see(words.of("report.check"));
    keys.press(words.of("tell.title"));
    keys.tabTo("textarea", "");
    keys.type("De bak is vol.");
    keys.press(words.of("report.send"));
    phone.see(words.of("truth.new"));
    keys.press(words.of("followed.reply"));
    keys.tabTo("textarea", "");
    keys.type("Nog steeds vol.", Keys.TAB);
    keys.type(Keys.ENTER);
    phone.see(words.of("followed.replied"));
    phone.see("Nog steeds vol.");
  }

  @ParameterizedTest
  @MethodSource("nl.buurtronde.browser.Words#directions")
  void every_screen_can_be_used_by_everybody(String language) {
    Words words = new Words(language);
    Town.Phone tenant = town.phone("tenant-" + language);
    Browser phone = scan(tenant, language);
    Inspection inspection = new Inspection(Browser.PHONE);
    phone.open("/reports").see(words.of("mine.none"));
    inspection.check(phone, "no reports");
    phone.type(words.of("mine.code-label"), "AAAAA");
    phone.tap(words.of("mine.code-find"));
    phone.see(words.of("core.report.code"));
    inspection.check(phone, "a code that is none");
    phone.open("/report").see(words.of("report.what"));
    inspection.check(phone, "what");
    phone.tap(words.of("category.water"));
    takePhoto(phone, words);
    inspection.check(phone, "photo");
    phone.tap(words.of("report.next"));
    phone.tap(words.of("place.home"));
    inspection.check(phone, "place");
    phone.tap(words.of("report.next"));
    phone.see(words.of("report.check"));
    phone.run("document.querySelectorAll('details').forEach(one => one.open = true)");
    inspection.check(phone, "check");
    inspection.checkTargets(phone, "check");
    phone.tap(words.of("urgency.now"));
    phone.see(words.of("urgency.now-title"));
    inspection.check(phone, "danger");
    phone.tap(words.of("urgency.now-back"));
    phone.type(words.of("reach.phone"), "0201234567");
    tenant.reception().cut();
    phone.tap(words.of("report.send"));
    phone.see(words.of("truth.waiting"));
    inspection.check(phone, "waiting");
    phone.open("/reports").see(words.of("mine.send-now"));
    phone.type(words.of("mine.code-label"), "8".repeat(26));
    phone.tap(words.of("mine.code-find"));
    phone.see(words.of("mine.code-later"));
    inspection.check(phone, "reports, waiting");
    tenant.reception().mend();
    sendNow(phone, words);
    phone.tap(words.of("category.water"));
    phone.see(words.of("truth.new"));
    inspection.check(phone, "arrived");
    handle(idOn(phone), "questions", Map.of("text", "Waar lekt het?"));
    phone.open("/reports/" + idOn(phone)).see("Waar lekt het?");
    inspection.check(phone, "asked");
    Browser other = town.phone("whose-" + language).browser().open("/reports#" + code(phone));
    new Select(other.wait(By.cssSelector(".language select"))).selectByValue(language);
    other.see(words.of("followed.whose"));
    inspection.check(other, "whose phone");
    phone.open("/worry").see(words.of("worry.who"));
    inspection.check(phone, "worry");
    phone.open("/offer").see(words.of("offer.what"));
    inspection.check(phone, "offer");
    inspection.checkTargets(phone, "offer");
    inspection.stretch(phone, "offer");
    assertEquals(List.of(), inspection.found());
  }

  private static void assertPrintsCardOnly(Browser phone, Words words, String code)
      throws Exception {
    phone.run("window.print = () => {}");
    phone.tap(words.of("followed.print"));
    Map<String, Object> printed = phone.driver().executeCdpCommand("Page.printToPDF", Map.of());
    PdfReader pdf = new PdfReader(Base64.getDecoder().decode((String) printed.get("data")));
    assertEquals(1, pdf.getNumberOfPages());
    // Letters that stand wide apart are read as words.
    String page = new PdfTextExtractor(pdf).getTextFromPage(1).replaceAll("\\s", "");
    assertTrue(page.contains(code), page);
    assertFalse(page.contains("Debeldoethetniet"), page);
    phone.run("dispatchEvent(new Event('afterprint'))");
    assertEquals("", phone.run("return document.documentElement.className"));
  }

  /** As of a phone that has this one voice of its own, and another that is far away. */
  private static void giveVoice(Browser phone, String language) {
    String voice =
        """
        const voices = [
          { lang: 'pl-PL', localService: false }, { lang: '%s-XX', localService: true }];
        Object.defineProperty(window, 'speechSynthesis', { value: {
          getVoices: () => voices, cancel() {},
          speak: said => document.documentElement.dataset.said = said.text,
        } });
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        """;
    phone.driver().executeCdpCommand(
        "Page.addScriptToEvaluateOnNewDocument", Map.of("source", voice.formatted(language)));
  }

  private static String nameOf(JsonNode places, String district) {
    for (JsonNode one : places.get("districts")) {
      if (one.get("id").asText().equals(district)) {
        return one.get("name").asText();
      }
    }
    return "";
  }

  private static Browser scan(Town.Phone tenant, String language) {
    Browser phone = tenant.browser().open(POSTER);
    phone.see(COMPLEX);
    Words words = new Words(language);
    new Select(phone.wait(By.cssSelector(".language select"))).selectByValue(language);
    phone.see(words.of("home.title"));
    phone.until("return navigator.serviceWorker.controller !== null");
    return phone;
  }

  private static void toCheck(Browser phone, Words words, String category) {
    phone.tap(words.of("home.report"));
    phone.tap(words.of("category." + category));
    phone.tap(words.of("report.skip"));
    phone.tap(words.of("place.home"));
    phone.tap(words.of("report.next"));
    phone.see(words.of("report.check"));
  }

  private static void takePhoto(Browser phone, Words words) {
    byte[] jpeg = JpegFile.turned(JpegFile.jpeg(2400, 1800, Color.BLUE));
    phone.choose(words.of("photo.take"), JpegFile.write(folder, "image.jpg", jpeg));
    phone.wait(By.cssSelector(".photos img"));
  }

  // With a line again it may have gone by itself already.
  private static void sendNow(Browser phone, Words words) {
    tapIfThere(phone, words.of("mine.send-now"));
  }

  private static void tapIfThere(Browser phone, String button) {
    phone.run(
        """
        [...document.querySelectorAll('button')]
          .find(button => button.textContent.includes(arguments[0]))?.click()
        """,
        button);
  }

  private static void tapFiveTimes(Browser phone, String words) {
    WebElement button = phone.wait(By.xpath("//button[normalize-space(.)='" + words + "']"));
    phone.run("for (let i = 0; i < 5; i++) arguments[0].click()", button);
  }

  private static String idOn(Browser phone) {
    return (String) phone.until("return /[0-9a-f-]{36}$/.exec(location.pathname)?.[0] ?? false");
  }

  private static String code(Browser phone) {
    return (String) phone.until("return document.querySelector('.code')?.textContent ?? false");
  }

  private static Client bas() {
    return town.client().signIn("bas");
  }

  private static void handle(String id, String verb, Map<String, String> said) {
    Client.Answer answer = bas().post("/api/reports/" + id + "/" + verb, said);
    assertEquals(2, answer.status() / 100, verb + " " + answer.json());
  }

  private static long said(String id, String text) {
    long count = 0;
    for (JsonNode message : bas().get("/api/reports/" + id).json().get("messages")) {
      count += message.get("text").asText().equals(text) ? 1 : 0;
    }
    return count;
  }

  private static long count(String list, String id) {
    long count = 0;
    for (JsonNode report : bas().get(list).json().get("reports")) {
      count += report.get("id").asText().equals(id) ? 1 : 0;
    }
    return count;
  }

  private static void assertStripped(String sha256) {
    Client.Answer answer = bas().get("/api/photos/" + sha256);
    assertEquals(200, answer.status());
    String bytes = new String(answer.raw().body(), ISO_8859_1);
    assertFalse(bytes.contains("Exif"));
    assertFalse(bytes.contains(JpegFile.MAKER));
  }
}
