package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.buurtronde.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Every screen of the staff in every look, on a desk and on a phone, for eyes, ears and keys. */
class StaffAccessibleTest {
  private static final String LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappijgebouw ";
  private static final String ARABIC = "المصباح أمام الرقم 12 مكسور منذ ثلاث ليال.";

  @TempDir static Path folder;
  private static Town town;
  private final Inspection inspection = new Inspection(Browser.DESK, Browser.SMALL_PHONE);

  @BeforeAll
  static void open() {
    town = new Town(folder);
    FarPhone noor = new FarPhone(town.client().signIn("noor"));
    noor.record(
        List.of(
            at(town.complexOf("noor"), "lighting", LONG + ARABIC, "now"),
            at(town.complexOf("yusuf"), "water", "Een fiets in het water.", "soon"),
            at(town.complexOf("yusuf"), "green", ARABIC, "later")));
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
  void the_desk_can_be_used_by_everybody() {
    Browser esra = town.desk("esra").signIn("esra");
    esra.see(LONG.trim());
    inspection.check(esra, "desk");
    esra.tap("Filters");
    esra.see("Hoe dringend");
    inspection.check(esra, "desk filters");
    esra.tap(LONG.trim());
    esra.see("Geschiedenis");
    esra.run("document.querySelectorAll('details').forEach(one => one.open = true)");
    inspection.check(esra, "detail");
    assertEquals(true, esra.run(ONE_BAR), "the page scrolls beside its halves");
    esra.tap("Antwoord");
    esra.tap("Stuur antwoord");
    esra.see("Schrijf eerst een tekst.");
    inspection.check(esra, "answer refused");
    esra.tap("Niet doen");
    esra.tap("Afsluiten");
    esra.tap("Sluit af");
    esra.see("Kies eerst een uitkomst.");
    inspection.check(esra, "closing refused");
    esra.tap("Niet doen");
    esra.tap("Toetsen");
    esra.see("Toetsen gebruiken");
    inspection.check(esra, "keys dialog");
    esra.open("/desk/" + withPhoto()).see("Geschiedenis");
    esra.wait(By.className("photo-enlarge")).click();
    esra.wait(By.cssSelector("dialog img"));
    inspection.check(esra, "photo dialog");
    esra.open("/desk?view=all&q=komtnergensvoor").see("Niets gevonden");
    inspection.check(esra, "desk filtered to nothing");
    esra.open("/desk/none").see("Dit bericht is er niet");
    inspection.check(esra, "detail of nothing");
    esra.open("/desk?district=nergens").see("Probeer opnieuw");
    inspection.check(esra, "desk refused");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void a_late_thank_you_stands_apart_from_the_work_and_goes_with_one_tap() {
    FarPhone kim = new FarPhone(town.client().signIn("kim"));
    String text = "De kuil bij de speelplek is gevaarlijk diep.";
    kim.record(List.of(at(town.complexOf("kim"), "playground", text, "later")));
    String id = town.find(text).get(0).get("id").asText();
    Map<String, String> closure = Map.of("outcome", "solved", "text", "Hij is dicht.");
    town.client().signIn("bas").post("/api/observations/" + id + "/closure", closure);
    kim.reply(id, "Wat fijn, dank u wel.");
    Browser bas = town.desk("bas").signIn("bas");
    bas.see("Nog een reactie, al afgesloten");
    bas.see("Wat fijn, dank u wel.");
    inspection.check(bas, "desk with news");
    bas.tap("Gezien: reactie van Kim de Wit over Speelplek");
    bas.seeNoMore("Wat fijn, dank u wel.");
    bas.see("Gezien.");
    bas.tap("Open");
    bas.seeNoMore("Gezien.");
    assertEquals("closed", town.find(text).get(0).get("state").asText());
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void a_desk_without_work_without_a_line_or_without_a_session_can_be_used_by_everybody() {
    Browser leeg = town.desk("leeg").open("/invitation#" + invitationToNowhere());
    leeg.type("Kies een naam", "leeg");
    leeg.type("Kies een wachtzin", "loop-samen-leeg");
    leeg.tap("Begin");
    leeg.see("Niets wacht op u");
    inspection.check(leeg, "desk empty");

    Town.Phone far = town.phone("bas", Browser.DESK);
    Browser bas = far.browser().signIn("bas");
    bas.see("Nu gevaar");
    far.reception().cut();
    bas.tap("Open");
    bas.see("Geen verbinding.");
    inspection.check(bas, "desk offline");
    far.reception().mend();
    bas.seeNoMore("Geen verbinding.");
    bas.driver().manage().deleteAllCookies();
    bas.tap("Alles");
    bas.see("Meld u opnieuw aan");
    bas.type("Wachtzin", "een verkeerde zin");
    bas.tap("Aanmelden");
    bas.wait(By.className("field-error"));
    inspection.check(bas, "signing in again refused");
    bas.type("Wachtzin", "loop-samen-bas");
    bas.tap("Aanmelden");
    bas.seeNoMore("Meld u opnieuw aan");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void the_coordinator_s_pile_can_be_used_by_everybody() {
    Browser esra = town.office("esra").open("/quarantine");
    esra.see("Een fiets in het water.");
    inspection.check(esra, "quarantine");
    esra.tap("Geef antwoord");
    esra.tap("Stuur antwoord");
    esra.see("Schrijf eerst een tekst.");
    inspection.check(esra, "quarantine refused");
    esra.tap("Niet doen");
    esra.tap("Laat toe");
    esra.see("Toegelaten.");
    esra.tap("Laat toe");
    esra.see("Niets ligt bij u");
    inspection.check(esra, "quarantine empty");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void setting_up_can_be_done_by_everybody() {
    Browser esra = town.office("esra").open("/setup/places");
    esra.see("De Vlierhof");
    esra.run("document.querySelectorAll('details').forEach(one => one.open = true)");
    inspection.check(esra, "places");
    choose(esra, "goed.csv", "code;name;street;numbers;postcode;lat;lon;district;caretaker\n"
        + "Z-1;" + LONG + ";Straat;1;2098 AA;;;De Vlierhof;");
    esra.see("Alles klopt.");
    inspection.check(esra, "import preview");
    choose(esra, "fout.csv", "code;name;street;numbers;postcode;lat;lon;district;caretaker\n"
        + "Z-1;Hof;Straat;1;12 A;;;Nergens;");
    esra.see("1 regel kan niet.");
    inspection.check(esra, "import with a wrong row");
    choose(esra, "leeg.csv", "");
    esra.wait(By.cssSelector(".notice-error"));
    inspection.check(esra, "import of nothing");

    esra.open("/setup/categories").see("Verlichting");
    inspection.check(esra, "categories");
    esra.tap("Nieuw onderwerp");
    esra.tap("Bewaren");
    esra.see("Vul een naam in.");
    inspection.check(esra, "category refused");

    esra.open("/setup/people").see("Laatst gezien");
    inspection.check(esra, "people");
    esra.tap("Blokkeer Noor Bakker");
    esra.see("kan zich niet meer aanmelden");
    inspection.check(esra, "blocking");
    esra.tap("Niet doen");
    esra.tap("Nodig iemand uit");
    esra.tap("Maak de code");
    esra.see("Vul de naam in.");
    inspection.check(esra, "invitation refused");
    esra.type("Voor- en achternaam", LONG);
    esra.tap("De Vlierhof");
    esra.tap("Maak de code");
    esra.see("De code staat in groepjes.");
    inspection.check(esra, "code");
    assertTrue(
        (boolean) esra.run(WHOLE_GROUPS), "a group of the code is broken over two lines");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void the_desk_is_worked_from_search_to_closing_with_nothing_but_keys() {
    String text = "De bank bij de vijver wiebelt.";
    new FarPhone(town.client().signIn("kim"))
        .record(List.of(at(town.complexOf("kim"), "green", text, "later")));
    Browser bas = town.desk("bas").open("/sign-in");
    Keyboard keys = new Keyboard(bas);
    bas.see("Welkom");
    keys.tabTo("input", "");
    keys.type("bas", Keys.TAB, "loop-samen-bas", Keys.ENTER);
    bas.see(text);

    keys.type("?");
    keys.isInDialog();
    keys.type(Keys.ESCAPE);
    bas.seeNoMore("Toetsen gebruiken");
    keys.type("/");
    keys.isIn("#desk-search");
    keys.type("wiebelt");
    bas.until("return document.querySelectorAll('.desk-row').length === 1");
    keys.type(Keys.ESCAPE, "j");
    keys.isOn(text);
    keys.type(Keys.ENTER);
    bas.see("Geschiedenis");
    keys.press("Gezien");
    bas.see("krijgt te zien dat u dit gezien hebt.");
    keys.type("a");
    keys.isIn("textarea");
    keys.type("Wij kijken ernaar.");
    keys.press("Stuur antwoord");
    bas.see("Antwoord verstuurd.");
    keys.press("Afsluiten");
    bas.seeNoMore("Antwoord verstuurd.");
    keys.isIn("select");
    keys.type("Op");
    keys.press("Sluit af");
    bas.see("Heropenen");
    keys.press("Heropenen");
    keys.isIn("textarea");
    keys.press("Heropen");
    bas.see("Weer open.");
    keys.type(Keys.ESCAPE);
    keys.isOn(text);
    keys.press("Instellingen");
    bas.see("Afmelden");
  }

  private static final String ONE_BAR =
      "return document.documentElement.scrollHeight <= innerHeight";
  private static final String WHOLE_GROUPS =
      """
      return [...document.querySelectorAll('.code-groups > span')]
        .every(one => one.getClientRects().length === 1 && one.offsetHeight < 60);
      """;

  private static Map<String, Object> at(
      String complex, String category, String text, String urgency) {
    return Map.of(
        "category", category,
        "text", text,
        "urgency", urgency,
        "place", Map.of("complex", complex),
        "photos", List.of());
  }

  private static String withPhoto() {
    for (JsonNode one : town.find("")) {
      if (one.get("photos").size() > 0) {
        return one.get("id").asText();
      }
    }
    throw new AssertionError("The demo has no photo");
  }

  /** To a caretaker of a district where nothing was ever seen. */
  private static String invitationToNowhere() {
    Client esra = town.client().signIn("esra");
    String outline =
        """
        --x\r
        Content-Disposition: form-data; name="file"; filename="wijk.geojson"\r
        \r
        {"type":"FeatureCollection","features":[{"type":"Feature",
         "properties":{"name":"Nieuwland"},"geometry":{"type":"Polygon","coordinates":
           [[[5.3,52.5],[5.32,52.5],[5.32,52.52],[5.3,52.52],[5.3,52.5]]]}}]}\r
        --x--\r
        """;
    esra.send(
        "POST",
        "/api/districts/import",
        "multipart/form-data; boundary=x",
        BodyPublishers.ofString(outline));
    String district = "";
    for (JsonNode one : esra.get("/api/places").json().get("districts")) {
      district = one.get("name").asText().equals("Nieuwland") ? one.get("id").asText() : district;
    }
    Map<String, Object> wanted =
        Map.of("fullName", "Leeg Begin", "role", "caretaker", "districts", List.of(district));
    return esra.post("/api/invitations", wanted).json().get("code").asText();
  }

  private static void choose(Browser staff, String name, String text) {
    Path file =
        JpegFile.write(folder.resolve("files"), name, text.getBytes(StandardCharsets.UTF_8));
    staff
        .wait(By.cssSelector("section[aria-label='Complexen importeren']"))
        .findElement(By.cssSelector("input[type=file]"))
        .sendKeys(file.toString());
  }
}
