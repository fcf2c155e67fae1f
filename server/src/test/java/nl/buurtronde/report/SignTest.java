package nl.buurtronde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import nl.buurtronde.Client;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.notice.Endpoint;
import nl.buurtronde.notice.PushedBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sign to a tenant's phone that the office answered: it comes, and tells nothing. */
class SignTest {
  private static final String MARKER = "Zwaluwstaartje";

  private final Endpoint service = new Endpoint(201);
  private World world;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new World(folder);
  }

  @AfterEach
  void close() {
    service.close();
    world.close();
  }

  @Test
  void an_answer_gives_a_sign_that_says_the_same_of_a_report_and_of_a_worry() throws Exception {
    start();
    int length = 0;
    for (String kind : List.of("report", "concern", "idea")) {
      Map<String, Object> body = world.report("kind", kind, "text", MARKER);
      String code = world.sent(body);
      PushedBrowser browser = PushedBrowser.make();
      int before = service.all().size();
      assertEquals(204, follow(code, browser, "ar").status());
      say(body, "answers", Map.of("text", MARKER + " terug"));
      await(() -> service.all().size() > before);
      Endpoint.Got got = service.all().get(before);
      assertEquals(
          "{\"type\":\"report\",\"id\":null,\"language\":\"ar\"}", browser.read(got.body()));
      assertTrue(length == 0 || length == got.body().length, "its length would tell");
      length = got.body().length;
      assertEquals("259200", got.headers().getFirst("TTL"));
      assertEquals("normal", got.headers().getFirst("Urgency"));
      assertFalse(got.headers().containsKey("Topic"), "the push service reads that");
      String sent = got.path() + got.headers().entrySet();
      for (String secret : List.of(MARKER, code, body.get("id").toString())) {
        assertFalse(sent.contains(secret), sent);
      }
    }
    assertEquals(0, world.count("SELECT COUNT(*) FROM channel"), "no channel's health is judged");
  }

  @Test
  void an_answer_a_question_and_a_closure_are_worth_a_sign_once_and_nothing_else_is()
      throws Exception {
    Map<String, Object> body = world.report();
    String code = world.sent(body);
    follow(code, PushedBrowser.make(), "nl");
    say(body, "acknowledgement", Map.of());
    Map<String, Object> reply = Map.of("id", Id.next().toString(), "text", "Hallo?");
    assertEquals(201, world.tenant().post(address(code) + "/replies", reply).status());
    assertEquals(0, pending());
    Map<String, Object> answer = Map.of("id", Id.next().toString(), "text", "Morgen.");
    say(body, "answers", answer);
    assertEquals(1, pending());
    taken();
    say(body, "answers", answer);
    assertEquals(0, pending());
    say(body, "questions", Map.of("text", "Welk portiek?"));
    assertEquals(1, pending());
    taken();
    say(body, "closure", Map.of("outcome", "solved", "text", ""));
    assertEquals(1, pending());
    taken();
    say(body, "closure", Map.of("outcome", "solved", "text", ""));
    say(body, "reopening", Map.of("text", "Toch niet."));
    assertEquals(0, pending());
  }

  @Test
  void who_saw_it_too_gets_a_sign_when_the_first_is_closed_and_of_nothing_else() throws Exception {
    Map<String, Object> first = world.report();
    world.sent(first);
    Map<String, Object> second = world.report("alsoSeen", first.get("id"));
    follow(world.sent(second), PushedBrowser.make(), "nl");
    say(first, "questions", Map.of("text", "Bent u thuis?"));
    say(first, "answers", Map.of("text", "De monteur komt morgen."));
    assertEquals(0, pending());
    say(first, "closure", Map.of("outcome", "solved", "text", "Bel mij op 06 12 34 56 78."));
    assertEquals(1, pending());
    taken();
    say(second, "answers", Map.of("text", "De lamp brandt weer."));
    taken();
    say(first, "reopening", Map.of("text", "Toch niet."));
    say(first, "closure", Map.of("outcome", "solved", "text", ""));
    assertEquals(0, pending(), "they were told something of their own");
    say(second, "answers", Map.of("text", "Zie uw buurman."));
    assertEquals(1, pending());
  }

  @Test
  void what_was_pending_when_the_program_ended_goes_at_the_next_start_and_once() throws Exception {
    Map<String, Object> body = world.report();
    PushedBrowser browser = PushedBrowser.make();
    follow(world.sent(body), browser, "uk");
    say(body, "answers", Map.of("text", "Morgen."));
    say(body, "answers", Map.of("text", "Of overmorgen."));
    start();
    await(() -> service.all().size() == 1 && pending() == 0);
    assertTrue(browser.read(service.only().body()).contains("\"uk\""));
  }

  @Test
  void the_mark_is_gone_before_the_first_byte_leaves() throws Exception {
    service.hanging();
    Map<String, Object> body = world.report();
    follow(world.sent(body), PushedBrowser.make(), "nl");
    say(body, "answers", Map.of("text", "Morgen."));
    start();
    await(() -> service.all().size() == 1);
    assertEquals(0, pending());
  }

  @Test
  void a_browser_that_is_no_more_is_forgotten_and_one_that_was_busy_is_not() throws Exception {
    start();
    Map<String, Object> body = world.report();
    String code = world.sent(body);
    service.status(503);
    follow(code, PushedBrowser.make(), "nl");
    say(body, "answers", Map.of("text", "Morgen."));
    await(() -> service.all().size() == 1);
    service.status(410);
    say(body, "answers", Map.of("text", "Of overmorgen."));
    await(() -> followers() == 0);
    assertEquals(2, service.all().size());
    assertEquals(0, read(code).get("followers").size());
    assertEquals(0, world.count("SELECT COUNT(*) FROM channel"));
  }

  @Test
  void a_phone_reads_what_it_follows_with_and_whether_it_does() throws Exception {
    for (String kind : List.of("report", "concern")) {
      String code = world.sent(world.report("kind", kind));
      assertEquals(65, PushedBrowser.bytes(read(code).get("pushKey").asText()).length);
      UUID id = Id.next();
      PushedBrowser browser = PushedBrowser.make();
      assertEquals(204, follow(code, id, browser, "nl").status());
      assertEquals(204, follow(code, id, browser, "pl").status());
      assertEquals("[\"" + id + "\"]", read(code).get("followers").toString());
      assertEquals(204, world.tenant().delete(address(code) + "/followers/" + id).status());
      assertEquals(204, world.tenant().delete(address(code) + "/followers/" + id).status());
      assertEquals("[]", read(code).get("followers").toString());
    }
  }

  @Test
  void one_phone_follows_once_three_at_most_and_nobody_s_place_is_taken() throws Exception {
    String code = world.sent(world.report());
    String other = world.sent(world.report());
    PushedBrowser browser = PushedBrowser.make();
    UUID id = Id.next();
    follow(code, id, browser, "nl");
    UUID again = Id.next();
    assertEquals(204, follow(code, again, browser, "nl").status());
    assertEquals("[\"" + again + "\"]", read(code).get("followers").toString());
    Client.Answer elsewhere = put(code, again, subscription(browser, "/elsewhere"));
    assertEquals("report.follower.other", elsewhere.code());
    assertEquals(409, follow(other, again, browser, "nl").status());
    assertEquals(204, world.tenant().delete(address(other) + "/followers/" + again).status());
    put(code, Id.next(), subscription(browser, "/2"));
    assertEquals(204, put(code, Id.next(), subscription(browser, "/3")).status());
    Client.Answer fourth = put(code, Id.next(), subscription(browser, "/4"));
    assertEquals(409, fourth.status());
    assertEquals("report.follower.many", fourth.code());
    assertEquals(3, followers());
  }

  @Test
  void a_wrong_code_has_the_same_answer_as_ever() throws Exception {
    world.sent(world.report());
    JsonNode unknown = world.tenant().get(address("x")).json();
    for (String code : List.of("x", "0000-0000-0000-0000-00000-00000")) {
      Client.Answer answer = follow(code, PushedBrowser.make(), "nl");
      assertEquals(404, answer.status());
      assertEquals(unknown, answer.json());
      String one = address(code) + "/followers/" + Id.next();
      assertEquals(unknown, world.tenant().delete(one).json());
    }
    assertEquals(0, followers());
  }

  @Test
  void what_no_browser_would_give_is_refused_and_nothing_is_kept() throws Exception {
    String code = world.sent(world.report());
    PushedBrowser browser = PushedBrowser.make();
    for (String host :
        List.of("http://169.254.169.254/latest", "https://127.0.0.1.evil.example/x", "x", "")) {
      Map<String, Object> body = subscription(browser, "/push");
      ((ObjectNode) body.get("subscription"))
          .put("endpoint", host);
      assertEquals("contact.push.host", put(code, Id.next(), body).code(), host);
    }
    Map<String, Object> nothing = Map.of("language", "nl");
    assertEquals("contact.push", put(code, Id.next(), nothing).code());
    Map<String, Object> text = Map.of("subscription", "https://fcm.googleapis.com/x");
    assertEquals(422, put(code, Id.next(), text).status());
    Map<String, Object> more =
        Map.of("subscription", browser.subscription(service.at("/x")), "phone", "0612345678");
    assertEquals(400, put(code, Id.next(), more).status());
    assertEquals(400, follow(code, Id.next(), browser, "xx").status());
    String wrong = address(code) + "/followers/1";
    assertEquals(400, world.tenant().put(wrong, subscription(browser, "/x")).status());
    assertEquals(0, followers());
    assertEquals(0, service.all().size(), "nothing is asked of an address that somebody gives");
  }

  @Test
  void where_nothing_is_pushed_no_phone_is_offered_a_sign(@TempDir Path elsewhere)
      throws Exception {
    try (World silent = new World(elsewhere, "9,9,9", Set.of())) {
      String code = silent.sent(silent.report());
      assertTrue(silent.tenant().get(address(code)).json().get("pushKey").isNull());
      String one = address(code) + "/followers/" + Id.next();
      Map<String, Object> asked = subscription(PushedBrowser.make(), "/push");
      Client.Answer answer = silent.tenant().put(one, asked);
      assertEquals(422, answer.status());
      assertEquals("contact.push.none", answer.code());
      assertEquals(204, silent.tenant().delete(one).status());
    }
  }

  @Test
  void asking_counts_in_the_hour_once_and_a_worry_s_apart(@TempDir Path elsewhere)
      throws Exception {
    try (World narrow = new World(elsewhere, "2,9,9")) {
      Map<String, Object> asked = subscription(PushedBrowser.make(), "/push");
      for (String kind : List.of("report", "concern")) {
        String one = address(narrow.sent(narrow.report("kind", kind))) + "/followers/";
        UUID id = Id.next();
        assertEquals(204, narrow.tenant().put(one + id, asked).status());
        assertEquals(204, narrow.tenant().put(one + id, asked).status());
        Client.Answer full =
            narrow.tenant().put(one + Id.next(), subscription(PushedBrowser.make(), "/2"));
        assertEquals(429, full.status());
        assertEquals("3601", full.header("Retry-After"));
      }
      assertEquals(
          2L,
          narrow.count("SELECT COUNT(*) FROM follower"),
          "what was refused is not kept either");
    }
  }

  @Test
  void whoever_takes_back_the_contact_data_takes_back_the_sign() throws Exception {
    for (String kind : List.of("report", "concern")) {
      String code = world.sent(world.report("kind", kind));
      follow(code, PushedBrowser.make(), "nl");
      assertEquals(204, world.tenant().delete(address(code) + "/contact").status());
      assertEquals(0, followers());
      assertEquals(204, world.tenant().delete(address(code) + "/contact").status());
    }
  }

  @Test
  void neither_staff_nor_what_is_kept_of_it_knows_that_somebody_follows() throws Exception {
    for (String kind : List.of("report", "concern")) {
      Map<String, Object> body = world.report("kind", kind);
      String code = world.sent(body);
      UUID id = Id.next();
      follow(code, id, PushedBrowser.make(), "nl");
      String one = (kind.equals("report") ? "/api/reports/" : "/api/concerns/") + body.get("id");
      for (String path : List.of(one, "/api/reports", "/api/desk", "/api/concerns")) {
        String text =
            new String(
                world.as(world.esra).get(path).raw().body(), StandardCharsets.UTF_8);
        assertFalse(text.contains(id.toString()) || text.contains("/push"), path + text);
        assertFalse(text.contains("follower"), path + text);
      }
      for (String table : List.of("audit", "report_event", "concern_event", "delivery")) {
        String rows =
            world.database.read(
                handle ->
                    handle.createQuery("SELECT * FROM " + table).mapToMap().list().toString());
        assertFalse(rows.contains(id.toString()) || rows.contains("/push"), table + rows);
      }
    }
  }

  private Client.Answer follow(String code, PushedBrowser browser, String language) {
    return follow(code, Id.next(), browser, language);
  }

  private Client.Answer follow(String code, UUID id, PushedBrowser browser, String language) {
    JsonNode given = browser.subscription(service.at("/push"));
    return put(code, id, Map.of("subscription", given, "language", language));
  }

  private Map<String, Object> subscription(PushedBrowser browser, String path) {
    return new HashMap<>(
        Map.of("subscription", browser.subscription(service.at(path)), "language", "nl"));
  }

  private Client.Answer put(String code, UUID id, Map<String, Object> body) {
    return world.tenant().put(address(code) + "/followers/" + id, body);
  }

  private void say(Map<String, Object> body, String verb, Map<String, Object> words) {
    String room = body.get("kind").equals("concern") ? "/api/concerns/" : "/api/reports/";
    Client.Answer answer = world.as(world.esra).post(room + body.get("id") + "/" + verb, words);
    assertTrue(answer.status() < 300, verb + answer.status());
  }

  private void start() {
    world.notice.signs().start(world.concern.followers());
  }

  private JsonNode read(String code) {
    return world.tenant().get(address(code)).json();
  }

  private void taken() {
    world.database.write(handle -> world.concern.followers().take(handle, 9));
  }

  private long pending() {
    return world.count("SELECT COUNT(*) FROM follower WHERE pending = 1");
  }

  private long followers() {
    return world.count("SELECT COUNT(*) FROM follower");
  }

  private static String address(String code) {
    return "/api/public/reports/" + code;
  }

  // Looks again and again; the limit only ends a test that would wait for ever.
  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
    }
    assertTrue(condition.getAsBoolean(), "It never came");
  }
}
