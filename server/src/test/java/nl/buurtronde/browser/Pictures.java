package nl.buurtronde.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.Client;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.support.ui.Select;

/**
 * Takes a picture of every screen: those of the README, or all of them in each size and theme, to
 * be looked at by a person.
 */
public final class Pictures {
  private static final List<String> THEMES = List.of("light", "dark", "contrast");
  private static final List<Dimension> SIZES =
      List.of(Browser.SMALL_PHONE, Browser.PHONE, Browser.DESK);

  private final Path target;
  private final Town town;

  private Pictures(Path target, Town town) {
    this.target = target;
    this.town = town;
  }

  /**
   * @param arguments "readme", "all" or "tenants", and the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Files.createDirectories(Path.of(arguments[1]));
    try (Town town = new Town(Files.createTempDirectory("pictures"))) {
      Pictures pictures = new Pictures(target, town);
      if (arguments[0].equals("readme")) {
        pictures.readme();
      } else {
        pictures.tenants("nl");
        pictures.tenants("ar");
        if (arguments[0].equals("all")) {
          pictures.all();
        }
      }
    }
    System.exit(0);
  }

  private void readme() {
    Browser phone = town.phone("noor").browser().signIn("noor");
    phone.see("Alles verstuurd");
    take(phone, "home");
    phone.tap("Kantoor gaf antwoord");
    phone.see("Berichten");
    take(phone, "observation");
    String round = walk();
    phone.open("/round/" + round).see("Er wordt op jullie gelet");
    take(phone, "round");
    Browser desk = town.desk("bas").signIn("bas");
    desk.see("Balie");
    desk.wait(By.cssSelector(".desk a[href^='/desk/']")).click();
    desk.wait(By.cssSelector("article.detail h2"));
    take(desk, "desk");
    String alarm = UUID.randomUUID().toString();
    town.client().signIn("noor").post("/api/alarms", Map.of("id", alarm, "round", round));
    desk.open("/alarms/" + alarm).see("Ik pak dit op");
    take(desk, "alarm");
    Browser tenant = town.phone("tenant").browser().open("/?complex=VH-02");
    tenant.wait(By.className("where-line"));
    take(tenant, "tenant");
    tenant.open("/contacts").wait(By.className("card"));
    take(tenant, "contacts");
    tenant.open("/report").wait(By.className("tile"));
    take(tenant, "report");
  }

  /** Noor and Kim under way together for an hour; gives the round. */
  private String walk() {
    Client noor = town.client().signIn("noor");
    String round = UUID.randomUUID().toString();
    String district = noor.get("/api/session").json().at("/account/districts/0").asText();
    String due = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES).toString();
    Map<String, String> pair = Map.of("district", district, "code", "7KMP3X");
    push(
        noor,
        round,
        "round.start",
        Map.of("district", district, "code", "7KMP3X", "dueBackAt", due, "route", "Langs de Vliet"));
    push(town.client().signIn("kim"), round, "round.join", pair);
    return round;
  }

  private static void push(Client phone, String entity, String name, Map<String, ?> args) {
    String now = Instant.now().toString();
    String id = UUID.randomUUID().toString();
    Map<String, Object> mutation =
        Map.of("n", 1, "id", id, "name", name, "entity", entity, "at", now, "args", args);
    String device = UUID.randomUUID().toString();
    phone.post(
        "/api/sync/push",
        Map.of("proto", 1, "device", device, "clock", now, "mutations", List.of(mutation)));
  }

  private void all() {
    Browser phone = town.phone("noor").browser();
    phone.open("/sign-in").see("Aanmelden");
    each(phone, "sign-in");
    phone.open("/invitation");
    each(phone, "invitation");
    phone.signIn("noor").see("Alles verstuurd");
    each(phone, "home");
    phone.tap("Nieuwe waarneming");
    phone.see("Verlichting");
    each(phone, "new");
    phone.tap("Verlichting");
    phone.see("Bewaar");
    each(phone, "draft");
    for (String page :
        List.of("/unsent", "/settings", "/danger", "/round", "/round/start", "/round/plan")) {
      phone.open(page);
      each(phone, page.substring(1).replace('/', '-'));
    }
    phone.open("/round/" + walk()).see("Er wordt op jullie gelet");
    each(phone, "round-walking");
    Browser esra = town.desk("esra").signIn("esra");
    esra.see("Balie");
    String alarm = UUID.randomUUID().toString();
    town.client().signIn("noor").post("/api/alarms", Map.of("id", alarm));
    for (String page :
        List.of(
            "/desk",
            "/rounds",
            "/roster",
            "/alarms",
            "/alarms/" + alarm,
            "/quarantine",
            "/setup/places",
            "/setup/categories",
            "/setup/people",
            "/setup/walkers")) {
      esra.open(page);
      each(esra, page.substring(1).replace('/', '-').replace("-" + alarm, "-one"));
    }
  }

  /** The tenants' part in one language, first before anything was chosen. */
  private void tenants(String language) {
    Browser phone = town.phone("tenant").browser().open("/");
    phone.wait(By.className("tiles-large"));
    speak(phone, language);
    each(phone, "tenant-first-" + language);
    phone.open("/district").wait(By.className("district-list"));
    each(phone, "tenant-district-" + language);
    phone.open("/?complex=VH-02").see("Meidoornflat");
    phone.wait(By.className("where-line"));
    each(phone, "tenant-home-" + language);
    phone.open("/contacts").wait(By.className("card"));
    each(phone, "tenant-contacts-" + language);
    phone.open("/rules").wait(By.className("rule-entry"));
    each(phone, "tenant-rules-" + language);
    phone.wait(By.className("rule-entry")).click();
    phone.wait(By.className("door"));
    each(phone, "tenant-rule-" + language);
    phone.open("/team").wait(By.className("face"));
    each(phone, "tenant-team-" + language);
  }

  private static void speak(Browser phone, String language) {
    new Select(phone.wait(By.cssSelector(".language select"))).selectByValue(language);
    phone.until("return document.documentElement.lang === arguments[0]", language);
  }

  private void each(Browser browser, String name) {
    browser.wait(By.cssSelector("h1"));
    for (String theme : THEMES) {
      browser.run("document.documentElement.dataset.theme = arguments[0]", theme);
      for (Dimension size : SIZES) {
        browser.setSize(size);
        take(browser, name + "-" + theme + "-" + size.getWidth());
      }
    }
    browser.run("delete document.documentElement.dataset.theme");
  }

  private void take(Browser browser, String name) {
    try {
      Files.write(target.resolve(name + ".png"), browser.picture());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
