package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** What tenants read is written by the coordinator, and volunteers say themselves who is in it. */
class GuideTest {
  private static final String NAUGHTY = "Repair Café <b>\"De Vlier\"</b> & meer";

  @TempDir static Path folder;
  private static Town town;
  private final Inspection inspection = new Inspection(Browser.DESK, Browser.SMALL_PHONE);

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
  void a_partner_is_seen_as_tenants_will_before_it_is_shown_and_goes_again() {
    Browser esra = town.office("esra").open("/setup/guide");
    esra.tap("Nieuwe partner");
    esra.tap("Bewaar en laat zien");
    esra.see("Vul een naam in.");
    esra.type("Naam", NAUGHTY);
    esra.type("Wanneer bellen bewoners?", "Uw lamp is stuk.");
    esra.type("Telefoon", "088 000 00 99");
    esra.type("Plaats in de rij", "7");
    assertEquals(NAUGHTY, preview(esra, "h3"));
    assertTrue(preview(esra, "a[href^='tel:']").contains("088 000 00 99"));
    assertFalse(shown("partners", "name", "nl").contains(NAUGHTY));
    esra.tap("Bewaar en laat zien");
    esra.see("Bewaard. Bewoners zien dit nu.");
    assertTrue(shown("partners", "name", "nl").contains(NAUGHTY));
    String saved = town.client().signIn("esra").get("/api/guide").json().toString();
    assertTrue(saved.contains("\"position\":7"), saved);

    esra.type("Telefoon", "bel maar");
    esra.tap("Bewaar en laat zien");
    esra.see("Dit telefoonnummer klopt niet.");
    esra.tap("Haal weg bij bewoners");
    esra.tap("Ja, haal weg");
    // What was typed and refused is no reason to leave it standing.
    esra.see("Dit telefoonnummer klopt niet.");
    esra.tap("Niet doen");
    esra.type("Telefoon", "088 000 00 98");
    esra.tap("Haal weg bij bewoners");
    esra.tap("Ja, haal weg");
    esra.see("Bewoners zien dit nu niet.");
    assertFalse(shown("partners", "name", "nl").contains(NAUGHTY));
    esra.see("Hoe het was");
    esra.tap("Zet terug in het formulier");
    assertEquals("088 000 00 99", esra.field("Telefoon").getDomProperty("value"));
    esra.tap("Bewaar en laat zien");
    esra.see("Bewaard. Bewoners zien dit nu.");
    assertTrue(shown("partners", "phone", "nl").contains("088 000 00 99"));
  }

  @Test
  void a_caretaker_reads_along_and_prints_but_changes_nothing() {
    Browser bas = town.desk("bas").signIn("bas");
    bas.tap("Wegwijzer");
    bas.see("De coördinator past de tekst aan.");
    bas.tap("Lees de tekst");
    bas.see("06 00 00 00 41");
    for (String no : List.of("Nieuwe partner", "Pas aan", "Nagekeken vandaag", "Mensen")) {
      assertFalse(bas.sees(no), no);
    }
    inspection.check(bas, "the guide, read only");
    bas.tap("Posters en kaartjes printen");
    bas.see("Tweede taal op het kaartje");
    new Select(bas.field("Tweede taal op het kaartje")).selectByVisibleText("العربية");
    bas.wait(By.cssSelector("a[href='/api/door-cards?language=ar'][download]"));
    inspection.check(bas, "to print");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void a_rule_is_changed_and_translated_beside_its_dutch() {
    Browser esra = town.office("esra").open("/setup/guide");
    esra.tap("Pas Voordeur dicht aan");
    esra.type("Wat is de regel?", "Trek de deur achter u dicht.");
    assertEquals("Trek de deur achter u dicht.", preview(esra, ".door p"));
    esra.tap("Bewaar en laat zien");
    esra.see("Bewaard. Bewoners zien dit nu.");
    assertTrue(shown("rules", "text", "nl").contains("Trek de deur achter u dicht."));
    esra.unfold("Turks");
    esra.see("Bewoners lezen nog de oude vertaling.");
    esra.type("Tekst in het Turks", "Kapıyı arkanızdan çekin.");
    esra.tap("Nagelezen door een moedertaalspreker");
    esra.tap("Bewaar vertaling");
    esra.see("Vertaling bewaard.");
    JsonNode rule = find("rules", "text", "tr", "Kapıyı arkanızdan çekin.");
    assertEquals("[\"tr\",true]", "[" + rule.get("language") + "," + rule.get("checked") + "]");
    esra.tap("Terug naar de wegwijzer");
    esra.see("5 van 5 talen vertaald, 1 nagelezen");
  }

  @Test
  void what_is_planned_waits_for_its_moment() {
    Browser esra = town.office("esra").open("/setup/guide");
    esra.tap("Nieuwe huisregel");
    esra.type("Korte naam", "Ramen lappen");
    esra.type("Wat is de regel?", "Laat geen emmer staan.");
    esra.tap("Vanaf een moment");
    esra.tap("Bewaar en plan");
    esra.see("Kies een dag en een tijd die nog komen.");
    esra.run(
        """
        const day = [...document.querySelectorAll('input[type=date]')][0];
        day.value = new Date(Date.now() + 5 * 86400000).toISOString().slice(0, 10);
        day.dispatchEvent(new Event('input', { bubbles: true }));
        """);
    esra.tap("Bewaar en plan");
    esra.see("Bewaard. Bewoners zien dit vanaf");
    assertFalse(shown("rules", "title", "nl").contains("Ramen lappen"));
    esra.tap("Terug naar de wegwijzer");
    esra.see("Gepland: vanaf");
  }

  @Test
  void who_was_not_asked_for_half_a_year_is_in_the_list_until_somebody_asks() {
    Browser esra = town.office("esra").open("/setup/guide");
    int late = unverified();
    esra.see(late + " partners zijn een half jaar niet nagekeken");
    esra.tap("Dierenambulance is vandaag nagekeken");
    esra.see("Genoteerd: Dierenambulance is vandaag nagekeken.");
    esra.see(late - 1 + " partners zijn een half jaar niet nagekeken");
    assertEquals(late - 1, unverified());
    esra.tap("Pools: de vaste teksten zijn nagelezen");
    esra.see("Bewaard.");
    JsonNode polish = guide("nl").at("/languages/4");
    assertEquals("{\"code\":\"pl\",\"checked\":true}", polish.toString());
  }

  @Test
  void a_volunteer_shows_themself_to_tenants_and_withdraws() {
    assertFalse(shown("team", "name", "nl").contains("Dewi"));
    byte[] camera = JpegFile.turned(JpegFile.jpeg(1200, 800, Color.GRAY));
    Browser dewi = town.phone("dewi").browser().signIn("dewi").open("/settings");
    dewi.see("Bewoners zien u nu niet.");
    dewi.tap("Stel mij voor");
    assertEquals("Dewi", dewi.field("Voornaam").getDomProperty("value"));
    dewi.choose("Kies een foto", JpegFile.write(folder.resolve("files"), "ik.jpg", camera));
    dewi.wait(By.cssSelector(".my-face img"));
    assertFalse(shown("team", "name", "nl").contains("Dewi"));
    dewi.tap("Ja, laat bewoners dit zien");
    dewi.see("Bewoners zien u nu zo:");
    String picture = find("team", "name", "nl", "Dewi").get("picture").asText();
    var seen = town.client().get("/api/public/pictures/" + picture);
    assertEquals(200, seen.status());
    var image = JpegFile.read(seen.raw().body());
    assertEquals(List.of(480, 480), List.of(image.getWidth(), image.getHeight()));

    dewi.open("/settings").see("Bewoners zien u nu zo:");
    dewi.wait(By.cssSelector(".my-face img"));
    dewi.tap("Laat mij niet meer zien");
    dewi.tap("Ja, haal mij weg");
    dewi.see("Bewoners zien u nu niet.");
    assertFalse(shown("team", "name", "nl").contains("Dewi"));
    assertEquals(404, town.client().get("/api/public/pictures/" + picture).status());
  }

  @Test
  void the_guide_can_be_written_by_everybody() {
    Browser esra = town.office("esra").open("/setup/guide");
    esra.see("Wijkagent Joost de Graaf");
    inspection.check(esra, "guide");
    esra.tap("Pas Jongerenwerk Samira aan");
    esra.see("Zo zien bewoners het");
    esra.run("document.querySelectorAll('details').forEach(one => one.open = true)");
    inspection.check(esra, "partner");
    esra.tap("Haal weg bij bewoners");
    inspection.check(esra, "withdrawing");
    esra.tap("Niet doen");
    esra.tap("Terug naar de wegwijzer");
    esra.tap("Nieuwe huisregel");
    esra.tap("Vanaf een moment");
    esra.tap("Bewaar en plan");
    esra.see("Vul een naam in.");
    inspection.check(esra, "rule refused");
    assertEquals(List.of(), inspection.found());
  }

  @Test
  void consent_can_be_given_by_everybody() {
    Browser noor = town.phone("noor", Browser.SMALL_PHONE).browser().signIn("noor");
    noor.open("/settings").see("Bewoners zien u nu zo:");
    noor.wait(By.cssSelector(".my-face img"));
    inspection.check(noor, "introduced");
    noor.tap("Verander");
    noor.type("Voornaam", " ");
    noor.tap("Ja, laat bewoners dit zien");
    noor.see("Vul uw voornaam in.");
    inspection.check(noor, "introduction refused");
    noor.tap("Annuleren");
    noor.tap("Laat mij niet meer zien");
    inspection.check(noor, "withdrawing consent");
    assertEquals(List.of(), inspection.found());
  }

  private static String preview(Browser staff, String selector) {
    return staff.wait(By.cssSelector(".tenant-view " + selector)).getText();
  }

  private static int unverified() {
    JsonNode late = town.client().signIn("esra").get("/api/guide/unverified").json();
    return late.get("partners").size();
  }

  private static JsonNode guide(String language) {
    JsonNode districts = town.client().get("/api/public/districts").json().get("districts");
    String id = "";
    for (JsonNode one : districts) {
      id = one.get("name").asText().equals("De Vlierhof") ? one.get("id").asText() : id;
    }
    String address = "/api/public/guide?district=" + id + "&language=" + language;
    return town.client().get(address).json();
  }

  private static List<String> shown(String list, String field, String language) {
    List<String> all = new ArrayList<>();
    guide(language).get(list).forEach(one -> all.add(one.get(field).asText()));
    return all;
  }

  private static JsonNode find(String list, String field, String language, String text) {
    for (JsonNode one : guide(language).get(list)) {
      if (one.get(field).asText().equals(text)) {
        return one;
      }
    }
    throw new AssertionError(text + " is not in " + list);
  }
}
