package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The screens of who backs the pairs up, in every look, on a desk and on a phone. */
class OnCallAccessibleTest {
  @TempDir Path folder;
  private Town town;
  private final Inspection inspection = new Inspection(Browser.DESK, Browser.SMALL_PHONE);

  @BeforeEach
  void open() {
    town = new Town(folder);
  }

  @AfterEach
  void close() throws Exception {
    town.close();
  }

  @Test
  void an_alarm_is_seen_on_every_screen_taken_by_one_and_closed_with_a_tap() {
    Browser bas = town.desk("bas").signIn("bas").open("/settings");
    bas.see("Afmelden");
    String id = call("noor");
    bas.see("Alarm: hulp gevraagd");
    inspection.check(bas, "banner on settings");
    bas.tap("Bekijk en pak op");
    bas.see("Bel 112 als er gevaar is");
    bas.see("Niemand pakt dit nog op.");
    bas.see("+31600000011");
    assertEquals(1, calls112(bas));
    inspection.check(bas, "alarm");
    Browser esra = town.desk("esra").signIn("esra").open("/alarms/" + id);
    esra.see("Ik pak dit op");
    bas.tap("Ik pak dit op");
    bas.see("U pakt dit op, sinds");
    esra.see(fullName("bas") + " pakt dit op, sinds");
    esra.seeNoMore("Ik pak dit op");
    inspection.check(esra, "alarm taken by another");
    bas.tap("Sluit af");
    bas.see("Schrijf op waarom het alarm dicht kan.");
    bas.unfold("Alles wat er gebeurde");
    inspection.check(bas, "alarm not closed without a reason");
    bas.tap("Vals alarm");
    bas.see("U sluit dit alarm af.");
    inspection.check(bas, "asking whether it was false");
    bas.tap("Ja, sluit af");
    bas.see("Het alarm is afgesloten.");
    esra.see(fullName("bas") + " sloot dit af");
    assertEquals(0, calls112(bas));
    inspection.check(bas, "alarm closed");
    esra.open("/alarms").see("Afgesloten: vals alarm");
    inspection.check(esra, "alarms");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void a_practice_says_so_everywhere_and_what_is_not_ones_own_is_not_shown() {
    Browser esra = town.desk("esra").signIn("esra").open("/alarms");
    esra.see("Er is geen alarm");
    esra.tap("Start een oefening");
    esra.see("Overal staat OEFENING bij.");
    inspection.check(esra, "starting a practice");
    esra.tap("Ja, start de oefening");
    esra.see("Dit is een oefening.");
    esra.see("OEFENING: bel nu niet 112.");
    assertEquals(0, calls112(esra));
    inspection.check(esra, "practice");
    esra.open("/desk").see("OEFENING: alarm");
    inspection.check(esra, "desk with a practice");
    esra.open("/alarms/" + UUID.randomUUID()).see("Dit alarm is niet voor u");
    inspection.check(esra, "no such alarm");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void that_no_message_gets_through_is_said_in_red_and_what_failed_is_named() throws Exception {
    Path apart = Files.createDirectories(folder.resolve("deaf"));
    Map<String, String> nobody = Map.of("BUURTRONDE_WEBHOOK_URL", "http://127.0.0.1:9/hook");
    try (Town deaf = new Town(apart, nobody)) {
      String id = UUID.randomUUID().toString();
      deaf.client().signIn("noor").post("/api/alarms", Map.of("id", id));
      Browser bas = deaf.desk("bas").signIn("bas");
      bas.see("Onze berichten komen niet aan");
      inspection.check(bas, "desk without channels");
      bas.open("/alarms/" + id).see("mislukt");
      bas.see("Tweede achtervang");
      inspection.check(bas, "alarm without channels");
    }
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void a_gap_comes_first_is_filled_and_passed_on_only_when_the_other_says_yes() {
    Browser esra = town.desk("esra").signIn("esra").open("/roster");
    esra.see("De komende 14 dagen kijkt er altijd iemand mee.");
    inspection.check(esra, "roster");
    Client office = town.client().signIn("esra");
    for (JsonNode shift : office.get("/api/roster").json().get("shifts")) {
      office.delete("/api/roster/shifts/" + shift.get("id").asText());
    }
    esra.see("De komende 14 dagen kijkt niemand mee in alle wijken.");
    inspection.check(esra, "roster with a gap");
    esra.tap("Vul dit gat");
    esra.tap("Bewaar de dienst");
    esra.see("Kies wie de dienst doet.");
    inspection.check(esra, "shift refused");
    choose(esra, "Wie", fullName("bas"));
    esra.tap("Bewaar de dienst");
    esra.see("staat erbij.");
    esra.see("De komende 14 dagen kijkt er altijd iemand mee.");
    esra.wait(By.cssSelector(".roster-line button")).click();
    esra.see("Haal weg");
    inspection.check(esra, "shift");
    esra.tap("Haal weg");
    esra.see("Daarna kijkt er niemand mee:");
    esra.see("De komende 14 dagen kijkt niemand mee in alle wijken.");
    inspection.check(esra, "removing the last shift");
    esra.tap("Niet doen");
    esra.wait(By.cssSelector(".roster-line button")).click();
    esra.tap("Verander tijd of wijk");
    esra.field("Waar").findElements(By.tagName("option")).get(1).click();
    esra.tap("Bewaar de dienst");
    esra.see("Daarna kijkt er niemand mee:");
    esra.see("Ja, verander toch");
    inspection.check(esra, "a change that leaves a gap");
    esra.tap("Niet doen");
    esra.tap("Niet doen");
    esra.wait(By.cssSelector(".roster-line button")).click();
    esra.tap("Vraag een ander");
    choose(esra, "Wie", fullName("esra"));
    esra.tap("Vraag het");
    esra.see("Gevraagd aan u");
    inspection.check(esra, "a swap offered");
    assertEquals("bas", onCall());
    esra.tap("Ja, ik neem over");
    esra.see("De dienst is nu van u.");
    assertEquals("esra", onCall());
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void who_walks_and_who_may_can_be_seen_by_everybody() {
    Browser esra = town.desk("esra").signIn("esra").open("/rounds");
    esra.see("Nu op pad");
    inspection.check(esra, "rounds");
    esra.open("/setup/walkers").see("Certificaat sinds");
    inspection.check(esra, "walkers");
    esra.tap("Neem het certificaat van " + fullName("noor") + " in");
    esra.tap("Ja, neem in");
    esra.see("is ingenomen.");
    esra.tap("Geef ontheffing aan " + fullName("noor"));
    esra.tap("Geef ontheffing");
    esra.see("Schrijf op waarom dit mag.");
    inspection.check(esra, "waiver refused");
    esra.type("Waarom mag dit?", "Loopt mee met Kim.");
    esra.tap("Geef ontheffing");
    esra.see("Ontheffing: Loopt mee met Kim.");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void an_alarm_is_taken_and_closed_with_nothing_but_keys() {
    call("noor");
    Browser bas = town.desk("bas").signIn("bas").open("/desk");
    Keyboard keys = new Keyboard(bas);
    bas.see("Alarm: hulp gevraagd");
    keys.press("Bekijk en pak op");
    bas.see("Niemand pakt dit nog op.");
    keys.press("Ik pak dit op");
    bas.see("U pakt dit op, sinds");
    keys.press("Sluit af");
    keys.isIn("textarea");
    keys.type("Gebeld, zij zijn thuis.");
    keys.press("Sluit af");
    bas.see("Het alarm is afgesloten.");
    bas.see("Reden: Gebeld, zij zijn thuis.");
  }

  private static int calls112(Browser browser) {
    return browser.driver().findElements(By.cssSelector("main a[href='tel:112']")).size();
  }

  private String call(String name) {
    String id = UUID.randomUUID().toString();
    assertEquals(
        201, town.client().signIn(name).post("/api/alarms", Map.of("id", id)).status());
    return id;
  }

  private String fullName(String name) {
    return town.client().signIn(name).get("/api/session").json().at("/account/fullName").asText();
  }

  private String onCall() {
    JsonNode shifts = town.client().signIn("esra").get("/api/roster").json().get("shifts");
    return shifts.get(0).at("/person/name").asText();
  }

  private static void choose(Browser browser, String label, String words) {
    browser
        .field(label)
        .findElements(By.tagName("option"))
        .stream()
        .filter(option -> option.getText().startsWith(words))
        .findFirst()
        .orElseThrow()
        .click();
  }
}
