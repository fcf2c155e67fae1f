package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What staff prepare before anybody walks. */
class SetUpTest {
  private static final String DISTRICTS =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"name":"De Ree"},"geometry":{"type":"Polygon","coordinates":
          [[[5.3,52.5],[5.32,52.5],[5.32,52.52],[5.3,52.52],[5.3,52.5]]]}}]}
      """;
  private static final String COMPLEXES =
      """
      code;name;street;numbers;postcode;lat;lon;district;caretaker
      RE-01;Reehof;Reestraat;1-9;2098 AA;52.51;5.31;De Ree;
      RE-02;Hertenhof;Reestraat;11-19;%s;52.511;5.311;De Ree;
      """;

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
  void places_are_imported_after_a_look_and_nothing_of_a_file_with_a_mistake() {
    Browser admin = town.desk("admin").signIn("admin");
    admin.see("Wijken importeren");

    choose(admin, "Wijken importeren", file("wijken.geojson", DISTRICTS));
    admin.see("Alles klopt.");
    admin.tap("Importeer");
    admin.see("Klaar: 1 erbij");

    choose(admin, "Complexen importeren", file("fout.csv", COMPLEXES.formatted("12 A")));
    admin.see("1 regel kan niet.");
    admin.see("De postcode ‘12 A’ klopt niet.");
    assertFalse(complexes().contains("Reehof"));

    choose(admin, "Complexen importeren", file("goed.csv", COMPLEXES.formatted("2098 AB")));
    admin.see("Alles klopt.");
    assertFalse(complexes().contains("Reehof"));
    admin.tap("Importeer");
    admin.see("Klaar: 2 erbij");
    admin.open("/setup/places");
    admin.see("De Ree");
    assertEquals(2, complexes().split("Reestraat", -1).length - 1);
  }

  @Test
  void an_invitation_lets_one_person_in_and_only_once() {
    Browser esra = town.desk("esra").signIn("esra").open("/setup/people");
    String code = invite(esra, "Tess de Boer");

    Browser phone = town.phone("tess").browser().open("/invitation");
    phone.type("Code uit uw uitnodiging", code.toLowerCase().replace('-', ' '));
    phone.tap("Bekijk de uitnodiging");
    phone.see("Tess de Boer");
    phone.see("De Vlierhof");
    phone.type("Kies een naam", "tess");
    phone.type("Kies een wachtzin", "kort");
    phone.tap("Begin");
    phone.see("Dit lukte niet");
    phone.type("Kies een wachtzin", "vlinder trapt zachtjes fiets");
    phone.tap("Begin");
    phone.see("Mijn waarnemingen");
    phone.readyToWalk();

    Browser other = town.desk("other").open("/invitation#" + code);
    other.see("gebruikt");
  }

  private static String invite(Browser staff, String fullName) {
    staff.tap("Nodig iemand uit");
    staff.type("Voor- en achternaam", fullName);
    staff.tap("De Vlierhof");
    staff.tap("Maak de code");
    staff.see("De code");
    String code =
        staff.wait(By.className("code-groups")).getText().replaceAll("\\s", "");
    staff.tap("Klaar, sluit dit");
    staff.see(fullName);
    return code;
  }

  private static void choose(Browser staff, String panel, Path file) {
    staff
        .wait(By.cssSelector("section[aria-label='" + panel + "']"))
        .findElement(By.cssSelector("input[type=file]"))
        .sendKeys(file.toString());
  }

  private static Path file(String name, String text) {
    return JpegFile.write(folder.resolve("files"), name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String complexes() {
    JsonNode places = town.client().signIn("admin").get("/api/places").json();
    return places.get("complexes").toString();
  }
}
