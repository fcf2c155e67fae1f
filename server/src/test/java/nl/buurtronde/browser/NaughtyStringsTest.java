package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever people write is text: never markup, never script, and never something else. */
class NaughtyStringsTest {
  private static final List<String> VECTORS =
      List.of(
          "<script>alert(1)</script>",
          "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
          "</p><script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<img src=`x` onerror=`alert(1)`>",
          "<svg onload=alert(1)>",
          "<svg><script>alert(1)</script></svg>",
          "<svg><animate onbegin=alert(1) attributeName=x></svg>",
          "<math href=javascript:alert(1)>x</math>",
          "<iframe src=javascript:alert(1)></iframe>",
          "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
          "<body onload=alert(1)>",
          "<details open ontoggle=alert(1)>x</details>",
          "<a href=javascript:alert(1)>klik</a>",
          "[klik](javascript:alert(1))",
          "javascript:alert(1)",
          "<form action=//evil.example><input name=p autofocus onfocus=alert(1)></form>",
          "<video><source onerror=alert(1)></video>",
          "<base href=//evil.example/>",
          "<meta http-equiv=refresh content='0;url=//evil.example'>",
          "<link rel=stylesheet href=//evil.example/x.css>",
          "<style>@import '//evil.example/x.css';</style>",
          "<object data=javascript:alert(1)></object>",
          "<embed src=javascript:alert(1)>",
          "\" onmouseover=alert(1) x=\"",
          "' onfocus=alert(1) autofocus '",
          "{{constructor.constructor('alert(1)')()}}",
          "${alert(1)} #{alert(1)} <%= alert(1) %>",
          "<!--<img src='--><img src=x onerror=alert(1)//'>",
          "]]><script>alert(1)</script>",
          "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
          "__proto__",
          "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#x3c;b&#x3e;");

  @TempDir static Path folder;
  private static Town town;

  @BeforeAll
  static void open() {
    town = new Town(folder, Map.of("BUURTRONDE_PUBLIC_LIMITS", "9999,9999,9999"));
  }

  @AfterAll
  static void close() throws Exception {
    town.close();
  }

  @Test
  void naughty_strings_are_read_as_they_were_written_by_volunteer_and_staff() throws IOException {
    List<String> texts = strings();
    FarPhone far = new FarPhone(town.client().signIn("dewi"));
    for (int from = 0; from < texts.size(); from += 50) {
      List<Map<String, Object>> some =
          texts.subList(from, Math.min(texts.size(), from + 50)).stream()
              .map(NaughtyStringsTest::observation)
              .toList();
      for (JsonNode result : far.record(some)) {
        assertEquals("applied", result.get("status").asText(), result.toString());
      }
    }

    Browser phone = town.phone("dewi").browser().signIn("dewi").readyToWalk();
    phone.until(MORE.formatted(".page .list + button"));
    assertEquals(List.of(), missing(phone, ".entry-sub .clip", texts));
    assertClean(phone);
    Browser esra = town.desk("esra").signIn("esra");
    esra.until(MORE.formatted(".desk-list > button"));
    assertEquals(List.of(), missing(esra, ".desk-row-text", texts));
    assertClean(esra);
    String one = town.find("onerror=alert(1)").get(0).get("id").asText();
    String text = town.find("onerror=alert(1)").get(0).get("text").asText();
    esra.open("/desk/" + one).see("Geschiedenis");
    assertEquals(List.of(), missing(esra, ".detail-text, .lines dd", List.of(text)));
    assertClean(esra);
    phone.open("/observations/" + one).see("Wat u opschreef");
    assertEquals(List.of(), missing(phone, ".told", List.of(text)));
    assertClean(phone);
  }

  @Test
  void so_is_what_tenants_send_and_what_staff_write_for_them() throws IOException {
    List<String> texts = strings();
    Client tenant = town.client();
    String worst = VECTORS.get(3);
    String code = sent(tenant, worst);
    for (String text : texts) {
      JsonNode followed = tenant.get(REPORTS + sent(tenant, text)).json();
      assertEquals(text, followed.get("text").asText());
      assertEquals(text, followed.at("/place/description").asText());
      Map<String, String> reply = Map.of("id", UUID.randomUUID().toString(), "text", text);
      assertEquals(201, tenant.post(REPORTS + code + "/replies", reply).status(), text);
    }
    List<String> written = texts.stream().map(String::strip).toList();
    write(town.client().signIn("esra"), written);

    Browser phone = town.phone("tenant").browser().open("/?complex=VH-01");
    phone.see("De Vlierhoek");
    phone.open("/reports#" + code);
    phone.until("return document.querySelector('.thread') !== null");
    assertEquals(List.of(), missing(phone, ".thread .kept", texts));
    assertEquals(List.of(), missing(phone, ".told", List.of(worst)));
    assertEquals(List.of(), missing(phone, ".facts bdi", List.of(worst)));
    assertClean(phone);
    phone.open("/rules").see(new Words("nl").of("rules.title"));
    phone.until(SHOWN, ".rule-entry");
    assertEquals(List.of(), missing(phone, ".rule-entry .entry-sub", written));
    assertClean(phone);
    phone.open("/contacts").see(new Words("nl").of("contacts.title"));
    phone.until(SHOWN, ".card");
    assertEquals(List.of(), missing(phone, ".card .kept", written));
    assertClean(phone);
    phone.open("/numbers");
    // Of these two a page has no way to say them.
    List<String> sayable = written.stream().filter(text -> !text.matches("(?s).*[\r\0].*")).toList();
    assertEquals(List.of(), missing(phone, "li p", sayable));
    assertClean(phone);
  }

  private static final String REPORTS = "/api/public/reports/";
  private static final String SHOWN = "return document.querySelector(arguments[0]) !== null";

  private static String sent(Client tenant, String text) {
    Map<String, Object> report =
        Map.of(
            "id", UUID.randomUUID().toString(),
            "district", tenant.get("/api/public/districts").json().at("/districts/0/id").asText(),
            "kind", "report",
            "category", "other",
            "text", text,
            "place", Map.of("description", text));
    Client.Answer answer = tenant.post("/api/public/reports", report);
    assertEquals(201, answer.status(), text);
    return answer.json().get("code").asText();
  }

  // One line where the text is none, so that each is seen as a heading too.
  private static void write(Client esra, List<String> texts) {
    for (String text : texts) {
      String line = text.replaceAll("[\r\n\t]+", " ");
      String title = line.length() <= 100 ? line : "Lang";
      Map<String, String> rule = Map.of("pictogram", "quiet", "title", title, "text", text);
      Map<String, String> partner = Map.of("kind", "youth", "name", title, "text", text);
      String rules = "/api/guide/rules/" + UUID.randomUUID();
      String partners = "/api/guide/partners/" + UUID.randomUUID();
      assertEquals(200, esra.put(rules, rule).status(), text);
      assertEquals(200, esra.put(partners, partner).status(), text);
    }
  }

  /** Loads until there is no more. */
  private static final String MORE =
      """
      const more = document.querySelector("%s");
      if (more && more.getAttribute("aria-busy") !== "true") more.click();
      return more === null && document.querySelector(".entry-sub, .desk-row-text") !== null;
      """;

  /** Text as the page holds it, not as it breaks its lines. */
  private static Object missing(Browser browser, String where, List<String> texts) {
    return browser.run(
        """
        const shown = new Set([...document.querySelectorAll(arguments[0])].map(e => e.textContent));
        return arguments[1].filter(text => !shown.has(text) && !shown.has(text.trim()));
        """,
        where, texts);
  }

  private static void assertClean(Browser browser) {
    assertEquals(
        0L,
        browser.run(
            """
            return document.querySelectorAll(
              "main script, main iframe, main object, main embed, main style, main link, main base,"
              + "main meta, main video, main math, main details[ontoggle], main img[src='x'],"
              + "main a[href^='javascript:' i], main form[action]").length
              + [...document.querySelectorAll("main *")].filter(e =>
                [...e.attributes].some(a => a.name.startsWith("on"))).length;
            """));
  }

  private static Map<String, Object> observation(String text) {
    return Map.of(
        "category", "other",
        "text", text,
        "urgency", "later",
        "place", Map.of("description", text),
        "photos", List.of());
  }

  private static List<String> strings() throws IOException {
    List<String> all = new ArrayList<>(VECTORS);
    String real = System.getenv("BUURTRONDE_REAL_DATA");
    if (real != null) {
      for (JsonNode one : new ObjectMapper().readTree(Files.readString(Path.of(real, "text/blns.json")))) {
        if (!one.asText().isBlank() && one.asText().length() <= 500) {
          all.add(one.asText());
        }
      }
    }
    return all;
  }
}
