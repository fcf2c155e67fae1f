package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app on the home screen, and the versions that follow each other there. */
class UpdateTest {
  // As the app itself does when somebody looks at it.
  private static final String LOOK_FOR_ONE = "window.dispatchEvent(new Event('focus'))";
  private static final String ONE_WAITS =
      "return navigator.serviceWorker.getRegistration().then(one => one.waiting !== null)";
  private static final String NONE_WAITS_OR_COMES =
      """
      return navigator.serviceWorker.getRegistration()
        .then(one => one.waiting === null && one.installing === null);
      """;
  private static final String RELEASE = "return document.documentElement.dataset.release || '1'";

  @TempDir static Path folder;
  private static Town town;
  private Release release;
  private Town.Phone noor;
  private Browser phone;

  @BeforeAll
  static void open() {
    town = new Town(folder);
  }

  @BeforeEach
  void signIn() {
    release = new Release(town.port());
    noor = town.phone("noor", Browser.PHONE, release.port());
    phone = noor.browser().signIn("noor").readyToWalk();
  }

  @AfterEach
  void goHome() throws Exception {
    town.closeBrowsers();
    release.close();
  }

  @AfterAll
  static void close() throws Exception {
    town.close();
  }

  @Test
  void the_browser_offers_to_install_it() {
    Map<String, Object> manifest =
        phone.driver().executeCdpCommand("Page.getAppManifest", Map.of());
    assertEquals(List.of(), manifest.get("errors"));
    assertTrue(manifest.get("url").toString().endsWith("/manifest.webmanifest"));
    assertEquals(
        Map.of("installabilityErrors", List.of()),
        phone.driver().executeCdpCommand("Page.getInstallabilityErrors", Map.of()));
  }

  @Test
  void a_version_of_which_a_file_is_missing_leaves_the_old_one_working() {
    release.publish(false);
    phone.run(LOOK_FOR_ONE);
    phone.waiting().until(driver -> release.wasAskedFor(Release.MISSING));
    phone.until(NONE_WAITS_OR_COMES);
    noor.reception().cut();
    phone.open("/").see("Mijn waarnemingen");
    assertEquals("1", phone.run(RELEASE));
    phone.open("/unsent").see("Er wacht niets");
  }

  @Test
  void the_worker_never_answers_for_the_server() {
    phone.run(
        """
        return caches.keys().then(names => Promise.all(names.map(name => caches.open(name)
          .then(cache => cache.put('/api/health', new Response('{"status":"made up"}'))))));
        """);
    String ask =
        """
        return fetch('/api/health').then(answer => answer.json())
          .then(health => health.status, () => 'no connection');
        """;
    assertEquals("ok", phone.run(ask));
    noor.reception().cut();
    assertEquals("no connection", phone.run(ask));
    phone.open("/").see("Mijn waarnemingen");
    assertEquals("no connection", phone.run(ask));
  }

  @Test
  void a_new_version_takes_over_between_screens_and_never_while_somebody_writes() {
    String text = "De heg bij de school is te hoog";
    phone.tap("Nieuwe waarneming");
    phone.tap("Groen");
    phone.unfold("Tekst");
    phone.type("Wat ziet u?", text);
    phone.run("window.sameAsBefore = true");
    release.publish(true);
    phone.run(LOOK_FOR_ONE);
    phone.until(ONE_WAITS);
    phone.field("Wat ziet u?").sendKeys(" geworden.");
    assertEquals(true, phone.run("return window.sameAsBefore === true"));
    assertEquals("1", phone.run(RELEASE));

    phone.waiting().until(driver -> movesOn());
    assertEquals("2", phone.run(RELEASE));
    phone.open("/").tap(text);
    phone.unfold("Tekst");
    assertEquals(text + " geworden.", phone.field("Wat ziet u?").getAttribute("value"));
    assertEquals("2", phone.run(RELEASE));
  }

  /** Goes from screen to screen, as people do, until a page of the new version stands there. */
  private boolean movesOn() {
    phone.run("history.back()");
    phone.see("Mijn waarnemingen");
    phone.tap("112 en hulp");
    phone.see("Bel 112");
    return phone.run(RELEASE).equals("2");
  }
}
