package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.buurtronde.Client;
import nl.buurtronde.notice.Endpoint;
import nl.buurtronde.notice.PushedBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** A tenant who asks for a sign, from the tap to what stands on the locked screen. */
class TenantSignTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  /** The maker's push service is on this machine; all else is the browser's own. */
  private static final String PUSH_SERVICE =
      """
      const given = %s;
      const kept = () => JSON.parse(sessionStorage.getItem('push-key'));
      const subscription = () => ({
        options: { applicationServerKey: new Uint8Array(kept()).buffer },
        toJSON: () => given,
      });
      PushManager.prototype.getSubscription = async () => (kept() ? subscription() : null);
      PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
        sessionStorage.setItem('push-key', JSON.stringify([...applicationServerKey]));
        return subscription();
      };
      """;
  private static final String NOTIFICATION =
      """
      return navigator.serviceWorker.ready
        .then(one => one.getNotifications())
        .then(([one]) => one
          ? JSON.stringify([one.title, one.body, one.lang, one.dir, one.tag, one.data]) : null);
      """;

  private final Endpoint service = new Endpoint(201);
  private Town town;

  @BeforeEach
  void open(@TempDir Path folder) {
    town = new Town(folder, Map.of("BUURTRONDE_PUSH_HOSTS", "127.0.0.1"));
  }

  @AfterEach
  void close() throws Exception {
    service.close();
    town.close();
  }

  @ParameterizedTest
  @CsvSource({
    "nl, ltr, Er is nieuws voor u, Open Buurtronde om het te lezen.",
    "ar, rtl, هناك خبر لك, افتح Buurtronde لقراءته."
  })
  void a_sign_is_on_when_the_office_has_it_and_tells_only_that_there_is_news(
      String language, String direction, String title, String text) throws Exception {
    Words words = new Words(language);
    PushedBrowser keys = PushedBrowser.make();
    Town.Phone tenant = town.phone("tenant");
    Browser phone = tenant.browser();
    String subscription = JSON.writeValueAsString(keys.subscription(service.at("/push")));
    phone
        .driver()
        .executeCdpCommand(
            "Page.addScriptToEvaluateOnNewDocument",
            Map.of("source", PUSH_SERVICE.formatted(subscription)));
    allow(tenant, "denied");
    String id = worried(phone, words, language);
    Inspection inspection = new Inspection(Browser.PHONE);

    phone.see(words.of("core.push.denied"));
    assertFalse(phone.sees(words.of("sign.ask")));
    inspection.check(phone, "denied");

    allow(tenant, "granted");
    phone.open("/reports/" + id);
    phone.see(words.of("sign.why"));
    inspection.check(phone, "off");
    tenant.reception().cut();
    phone.tap(words.of("sign.ask"));
    phone.see(words.of("core.no-connection"));
    assertFalse(phone.sees(words.of("sign.stop")));
    tenant.reception().mend();
    phone.tap(words.of("sign.ask"));
    phone.see(words.of("sign.stop"));
    inspection.check(phone, "on");
    phone.open("/reports/" + id);
    phone.see(words.of("sign.stop"));

    handle(id, "answers", Map.of("text", "Wij gaan langs."));
    phone.waiting().until(driver -> service.all().size() == 1);
    String pushed = keys.read(service.only().body());
    assertEquals("{\"type\":\"report\",\"id\":null,\"language\":\"" + language + "\"}", pushed);
    JsonNode shown = JSON.readTree(shown(tenant, pushed));
    JsonNode data = JSON.readTree(pushed);
    assertEquals(
        JSON.valueToTree(List.of(title, text, language, direction, "report", data)), shown);

    phone.tap(words.of("sign.stop"));
    phone.see(words.of("sign.ask"));
    handle(id, "answers", Map.of("text", "Wij zijn geweest."));
    phone.open("/reports/" + id);
    phone.see("Wij zijn geweest.");
    phone.see(words.of("sign.ask"));
    assertEquals(1, service.all().size());
    assertEquals(List.of(), inspection.found());
  }

  private String worried(Browser phone, Words words, String language) {
    phone.open("/?complex=VH-01");
    phone.see("De Vlierhoek");
    new Select(phone.wait(By.cssSelector(".language select"))).selectByValue(language);
    phone.see(words.of("home.title"));
    phone.until("return navigator.serviceWorker.controller !== null");
    phone.tap(words.of("home.worry"));
    phone.type(words.of("worry.label"), "De gordijnen zijn al dagen dicht.");
    phone.tap(words.of("worry.send"));
    phone.see(words.of("truth.new"));
    return (String) phone.until("return /[0-9a-f-]{36}$/.exec(location.pathname)?.[0] ?? false");
  }

  private static void allow(Town.Phone phone, String setting) {
    phone
        .browser()
        .driver()
        .executeCdpCommand(
            "Browser.setPermission",
            Map.of(
                "permission", Map.of("name", "notifications"),
                "setting", setting,
                "origin", phone.reception().origin()));
  }

  // Which of the registrations it is only an event tells; those that are not there take nothing.
  private static void deliver(Town.Phone phone, String data) {
    var driver = phone.browser().driver();
    driver.executeCdpCommand("ServiceWorker.enable", Map.of());
    for (int registration = 0; registration < 5; registration++) {
      driver.executeCdpCommand(
          "ServiceWorker.deliverPushMessage",
          Map.of(
              "origin", phone.reception().origin(),
              "registrationId", String.valueOf(registration),
              "data", data));
    }
  }

  // Chromium forgets what it is still about to show when it is asked too early; then it comes again.
  private static String shown(Town.Phone phone, String data) {
    return phone
        .browser()
        .waiting()
        .withMessage(() -> "nothing is shown" + phone.browser().screen())
        .pollingEvery(Duration.ofSeconds(1))
        .until(
            driver -> {
              String shown = (String) phone.browser().run(NOTIFICATION);
              if (shown == null) {
                deliver(phone, data);
              }
              return shown;
            });
  }

  private void handle(String id, String verb, Map<String, String> said) {
    Client esra = town.client().signIn("esra");
    Client.Answer answer = esra.post("/api/concerns/" + id + "/" + verb, said);
    assertEquals(2, answer.status() / 100, verb + " " + answer.json());
  }
}
