package nl.buurtronde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.buurtronde.Client;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tenant may send, and how often. */
class SendingTest {
  private static final String ADDRESS = "/api/public/reports";

  private World world;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new World(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_report_gets_a_code_and_the_same_one_the_same_code_again() throws Exception {
    Map<String, Object> body = world.report("language", "tr", "at", "2026-11-22T08:00:00.000Z");
    Client.Answer first = world.tenant().post(ADDRESS, body);
    assertEquals(201, first.status());
    String code = first.json().get("code").asText();
    assertTrue(code.matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{5}-.{5}"), code);
    assertEquals("new", first.json().get("state").asText());
    assertEquals("2026-11-22T09:00:00.000Z", first.json().get("receivedAt").asText());
    assertEquals(0, first.json().get("missingPhotos").size());
    Client.Answer again = world.tenant().post(ADDRESS, body);
    assertEquals(201, again.status());
    assertEquals(first.json(), again.json());
    assertEquals(1, world.count("SELECT COUNT(*) FROM report"));
    assertEquals(
        Set.of("rw-------"),
        Set.of(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(world.folder.resolve("report.key")))));
    assertEquals(0, world.count("SELECT COUNT(*) FROM report WHERE code_hash = ?", code));
  }

  @Test
  void the_same_report_three_times_at_once_is_one_with_one_answer() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      for (int round = 0; round < 15; round++) {
        boolean worry = round % 2 == 1;
        Map<String, Object> body =
            world.report("kind", worry ? "concern" : "report", "text", "Ronde " + round);
        Callable<Client.Answer> deliver = () -> world.tenant().post(ADDRESS, body);
        List<JsonNode> answers = new ArrayList<>();
        for (Future<Client.Answer> each : threads.invokeAll(List.of(deliver, deliver, deliver))) {
          assertEquals(201, each.get().status());
          answers.add(each.get().json());
        }
        assertEquals(Set.of(answers.get(0)), Set.copyOf(answers));
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(8, world.count("SELECT COUNT(*) FROM report"));
    assertEquals(7, world.count("SELECT COUNT(*) FROM concern"));
  }

  @Test
  void other_content_under_the_same_identifier_is_refused_and_changes_nothing() {
    Map<String, Object> body = world.report("contact", Map.of("phone", "06 12 34 56 78"));
    world.sent(body);
    for (Object[] other :
        new Object[][] {
          {"text", "Iets anders."},
          {"category", "litter"},
          {"urgency", "now"},
          {"kind", "concern"},
          {"kind", "idea"},
          {"district", world.molen.toString()},
          {"photos", List.of("a".repeat(64))},
          {"place", Map.of("complex", world.lindeflat.toString())},
          {"contact", Map.of("email", "a@b.nl")}
        }) {
      Map<String, Object> changed = world.report();
      changed.putAll(body);
      changed.put((String) other[0], other[1]);
      Client.Answer answer = world.tenant().post(ADDRESS, changed);
      assertEquals(409, answer.status(), other[0] + " " + answer.json());
      assertEquals("report.other", answer.code());
    }
    assertEquals(1, world.count("SELECT COUNT(*) FROM report"));
    assertEquals(0, world.count("SELECT COUNT(*) FROM concern"));
  }

  @Test
  void a_concern_under_an_identifier_of_a_report_is_refused_and_the_other_way_round() {
    Map<String, Object> body = world.report("kind", "concern");
    world.sent(body);
    body.put("kind", "report");
    assertEquals(409, world.tenant().post(ADDRESS, body).status());
  }

  @Test
  void after_the_contact_data_were_erased_the_same_report_is_still_the_same() {
    Map<String, Object> body = world.report("contact", Map.of("phone", "0612345678"));
    String code = world.sent(body);
    String contact = ADDRESS + "/" + code + "/contact";
    assertEquals(204, world.tenant().delete(contact).status());
    assertEquals(204, world.tenant().delete(contact).status());
    assertEquals(code, world.sent(body));
    assertEquals(
        0, world.count("SELECT COUNT(*) FROM report WHERE phone IS NOT NULL OR email IS NOT NULL"));
  }

  @Test
  void after_the_key_was_lost_sending_again_gives_another_code_and_put_back_the_old_one()
      throws Exception {
    Map<String, Object> body = world.report();
    Map<String, Object> worry = world.report("kind", "concern");
    String old = world.sent(body);
    String printed = world.sent(worry);
    Path key = world.folder.resolve("report.key");
    Path safe = Files.move(key, world.folder.resolve("elsewhere"));
    Inbox without = world.startedAgain().inbox();
    assertEquals(body.get("id"), without.follow(old, "10.0.0.1").id().toString());
    String other = send(without, body);
    assertNotEquals(old, other);
    assertEquals(body.get("id"), without.follow(other, "10.0.0.1").id().toString());
    assertUnknown(without, old);
    assertEquals(1, world.count("SELECT COUNT(*) FROM report"));

    Files.move(safe, key, StandardCopyOption.REPLACE_EXISTING);
    Inbox again = world.startedAgain().inbox();
    assertEquals(worry.get("id"), again.follow(printed, "10.0.0.1").id().toString());
    assertEquals(old, send(again, body));
    assertEquals(body.get("id"), again.follow(old, "10.0.0.1").id().toString());
    assertUnknown(again, other);
  }

  @Test
  void half_a_key_is_told_at_the_start_and_not_replaced() throws Exception {
    Path key = world.folder.resolve("report.key");
    Files.write(key, new byte[7]);
    String told =
        assertThrows(IllegalStateException.class, () -> world.startedAgain()).getMessage();
    assertTrue(told.contains("report.key"), told);
    assertEquals(7, Files.size(key));
  }

  @Test
  void what_is_left_out_or_empty_is_a_usual_report_and_one_line_may_say_how_to_reach_somebody() {
    for (String empty : Arrays.asList(null, "")) {
      Map<String, Object> body = world.report("kind", empty, "urgency", empty);
      body.put("contact", "buur@voorbeeld.test");
      world.sent(body);
    }
    world.sent(world.report("kind", "idea", "category", "", "contact", "06 12 34 56 78"));
    assertEquals(
        2,
        world.count(
            """
            SELECT COUNT(*) FROM report
             WHERE kind = 'report' AND urgency = 'later' AND email = 'buur@voorbeeld.test'
            """));
    assertEquals(
        1,
        world.count(
            "SELECT COUNT(*) FROM report WHERE category IS NULL AND phone = '+31612345678'"));
    refused("json.invalid", world.report("contact", List.of("0612345678")));
    refused("json.invalid", world.report("contact", Map.of("fax", "0612345678")));
  }

  @Test
  void each_kind_asks_for_what_it_needs() {
    refused("report.category", world.report("category", null));
    refused("report.district", world.report("district", Id.next().toString()));
    refused("report.district", world.report("district", null));
    refused("report.kind", world.report("kind", "klacht"));
    refused("id.invalid", world.report("id", null));
    refused("report.text", world.report("kind", "job", "text", " \n"));
    refused("report.text", world.report("kind", "idea", "text", null));
    refused("report.contact", world.report("kind", "volunteer"));
    refused("report.contact", world.report("kind", "volunteer", "contact", Map.of("phone", " ")));
    refused("concern.text", world.report("kind", "concern", "text", ""));
    refused("concern.photo", world.report("kind", "concern", "photos", List.of("a".repeat(64))));
    refused(
        "concern.pin", world.report("kind", "concern", "place", Map.of("lat", 52.0, "lon", 5.0)));
    refused("report.text.long", world.report("text", "x".repeat(2001)));
    refused(
        "report.photos",
        world.report(
            "photos", List.of("a".repeat(64), "b".repeat(64), "c".repeat(64), "d".repeat(64))));
    refused("photo.name", world.report("photos", List.of("../../etc/passwd")));
    refused("report.language", world.report("language", "../nl"));
    refused("observation.urgency", world.report("urgency", "nooit"));
    assertEquals(422, post(world.report("contact", Map.of("phone", "12"))).status());
    assertEquals(422, post(world.report("contact", Map.of("email", "a@b"))).status());
    assertEquals(0, world.count("SELECT COUNT(*) FROM report"));
    assertEquals(0, world.count("SELECT COUNT(*) FROM concern"));
    world.sent(world.report("text", null));
    world.sent(world.report("kind", "job", "category", null));
    Map<String, Object> helper = world.report("kind", "volunteer", "text", null);
    helper.put("contact", Map.of("email", "wil@voorbeeld.nl"));
    world.sent(helper);
    world.sent(world.report("text", "é".repeat(2000)));
  }

  @Test
  void what_is_no_body_of_ours_is_refused_in_plain_dutch_and_stored_nowhere() {
    String id = Id.next().toString();
    String good = "\"id\":\"" + id + "\",\"district\":\"" + world.linden + "\",\"kind\":\"report\"";
    for (String body :
        List.of(
            "",
            "null",
            "[]",
            "7",
            "{",
            "{" + good + ",\"category\":\"lighting\",\"state\":\"closed\"}",
            "{" + good + ",\"category\":\"lighting\",\"sensitive\":false}",
            "{" + good + ",\"category\":\"lighting\",\"receivedAt\":\"2020-01-01T00:00:00Z\"}",
            "{" + good + ",\"category\":\"lighting\",\"kind\":\"report\"}",
            "{" + good + ",\"category\":7}",
            "{" + good + ",\"category\":\"lighting\",\"text\":{}}",
            "{" + good + ",\"category\":\"lighting\",\"text\":7}",
            "{" + good + ",\"category\":\"lighting\",\"photos\":\"x\"}",
            "{" + good + ",\"category\":\"lighting\",\"photos\":[null]}",
            "{" + good + ",\"category\":\"lighting\",\"photos\":[7]}",
            "{" + good + ",\"category\":\"lighting\",\"place\":7}",
            "{" + good + ",\"category\":\"lighting\",\"place\":{\"lat\":52}}",
            "{" + good + ",\"category\":\"lighting\",\"place\":{\"lat\":1e400,\"lon\":5}}",
            "{" + good + ",\"category\":\"lighting\",\"place\":{\"street\":\"x\"}}",
            "{" + good + ",\"category\":\"lighting\",\"place\":{\"complex\":7}}",
            "{" + good + ",\"category\":\"lighting\",\"contact\":612345678}",
            "{" + good + ",\"category\":\"lighting\",\"contact\":{\"name\":\"x\"}}",
            "{" + good + ",\"category\":\"lighting\",\"at\":7}",
            "{" + good + ",\"category\":\"lighting\",\"at\":\"gisteren\"}",
            "{" + good + ",\"category\":\"../x\"}",
            "{\"id\":" + "[".repeat(100_000) + "}")) {
      Client.Answer answer = post(body);
      String told = body.length() > 200 ? "deep" : body;
      assertEquals(400, answer.status(), told);
      assertTrue(answer.json().get("message").asText().endsWith("."), told);
      assertFalse(answer.json().get("message").asText().contains("coördinator"), told);
    }
    Client.Answer form =
        world
            .tenant()
            .send(
                "POST",
                ADDRESS,
                "text/plain",
                java.net.http.HttpRequest.BodyPublishers.ofString("{}"));
    assertEquals(415, form.status());
    assertEquals(413, post("{\"text\":\"" + "x".repeat(1_000_001) + "\"}").status());
    assertEquals(0, world.count("SELECT COUNT(*) FROM report"));
  }

  @Test
  void a_text_in_any_script_comes_back_as_it_was() {
    for (String text :
        List.of(
            "<script>alert(1)</script>",
            "'; DROP TABLE report; --",
            "المصباح أمام الرقم 12 مكسور منذ ثلاث ليال.",
            "\u202eomgekeerd\u202c",
            "👩‍👩‍👧‍👦 Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè",
            "\u0000\u0001\u001f",
            "=cmd|' /C calc'!A0",
            "{{7*7}} ${7*7} %n%s",
            "\r\nSet-Cookie: x=y")) {
      String code = world.sent(world.report("text", text));
      JsonNode followed = world.tenant().get(ADDRESS + "/" + code).json();
      assertEquals(text, followed.get("text").asText());
      String id = followed.get("id").asText();
      JsonNode desk = world.as(world.bas).get("/api/reports/" + id).json();
      assertEquals(text, desk.get("text").asText());
    }
    String half = "{\"text\":\"\\ud83d\",\"id\":\"" + Id.next() + "\",\"district\":\"" + world.linden
        + "\",\"kind\":\"report\",\"category\":\"other\"}";
    String code = post(half).json().get("code").asText();
    assertEquals("\ufffd", world.tenant().get(ADDRESS + "/" + code).json().get("text").asText());
  }

  @Test
  void a_complex_of_another_district_decides_where_it_belongs() {
    Map<String, Object> place = Map.of("complex", world.molenhof.toString());
    String code = world.sent(world.report("place", place));
    JsonNode followed = world.tenant().get(ADDRESS + "/" + code).json();
    assertEquals(world.molen.toString(), followed.get("district").asText());
    assertEquals(0, world.as(world.bas).get("/api/reports").json().get("total").asInt());
    assertEquals(1, world.as(world.mirjam).get("/api/reports").json().get("total").asInt());
    world.sent(world.report("place", Map.of("complex", Id.next().toString())));
  }

  @Test
  void a_point_is_kept_to_ten_metres_and_not_closer() {
    Map<String, Object> place = Map.of("lat", 52.123456789, "lon", 5.987654321, "accuracy", 12.7);
    String code = world.sent(world.report("place", place));
    JsonNode kept = world.tenant().get(ADDRESS + "/" + code).json().get("place");
    assertEquals("{\"lat\":52.1235,\"lon\":5.9877,\"accuracy\":13}", kept.toString());
    assertNotEquals(0, world.count("SELECT COUNT(*) FROM report WHERE lat = 52.1235"));
  }

  private static String send(Inbox inbox, Map<String, Object> body) {
    Sending sending = Sending.read(Json.mapper().convertValue(body, Sending.Body.class));
    return inbox.send(sending, "10.0.0.1").code();
  }

  private static void assertUnknown(Inbox inbox, String code) {
    Refusal refusal = assertThrows(Refusal.class, () -> inbox.follow(code, "10.0.0.1"));
    assertEquals("report.unknown", refusal.key());
  }

  private void refused(String code, Map<String, Object> body) {
    Client.Answer answer = post(body);
    assertEquals(400, answer.status(), code + " " + answer.json());
    assertEquals(code, answer.code());
  }

  private Client.Answer post(Object body) {
    return world.tenant().post(ADDRESS, body);
  }
}
