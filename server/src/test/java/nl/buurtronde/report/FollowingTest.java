package nl.buurtronde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.Client;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the tenant to the desk and back, by nothing but a code. */
class FollowingTest {
  private static final String ADDRESS = "/api/public/reports/";

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
  void a_report_is_answered_asked_back_replied_to_and_closed() {
    Map<String, Object> body = world.report("contact", Map.of("phone", "06-12345678"));
    String code = world.sent(body);
    String id = (String) body.get("id");
    JsonNode fresh = follow(code);
    assertEquals(id, fresh.get("id").asText());
    assertEquals("new", fresh.get("state").asText());
    assertEquals("office", fresh.get("awaits").asText());
    assertTrue(fresh.get("hasContact").asBoolean());
    assertFalse(fresh.has("contact"));

    assertEquals(204, verb(id, "acknowledgement", Map.of()).status());
    assertEquals(201, verb(id, "questions", Map.of("text", "Welk portiek?")).status());
    JsonNode asked = follow(code);
    assertEquals("asked", asked.get("state").asText());
    assertEquals("tenant", asked.get("awaits").asText());
    assertEquals("office", asked.at("/messages/1/by").asText());
    assertFalse(asked.toString().contains("bas"), "a name of the office went out");
    assertEquals(1, total("/api/desk?awaits=volunteer"));
    assertEquals(1, total("/api/reports?awaits=tenant"));

    Map<String, Object> reply = Map.of("id", Id.next().toString(), "text", "Het linker.");
    assertEquals(201, world.tenant().post(ADDRESS + code + "/replies", reply).status());
    assertEquals(201, world.tenant().post(ADDRESS + code + "/replies", reply).status());
    Map<String, Object> other = Map.of("id", reply.get("id"), "text", "Het rechter.");
    assertEquals(409, world.tenant().post(ADDRESS + code + "/replies", other).status());
    JsonNode replied = desk(id);
    assertEquals("acknowledged", replied.get("state").asText());
    assertEquals("office", replied.get("awaits").asText());
    assertEquals("Het linker.", replied.at("/messages/2/text").asText());
    assertTrue(replied.at("/messages/2/by").isNull());
    assertEquals("+31612345678", replied.at("/contact/phone").asText());
    assertEquals("tenant", follow(code).at("/messages/2/by").asText());

    assertEquals(201, verb(id, "answers", Map.of("text", "Morgen.")).status());
    Map<String, Object> closure = Map.of("outcome", "solved", "text", "Hij brandt.");
    assertEquals(204, verb(id, "closure", closure).status());
    assertEquals(204, verb(id, "closure", closure).status());
    Map<String, Object> else_ = Map.of("outcome", "passed-on", "text", "");
    assertEquals(409, verb(id, "closure", else_).status());
    JsonNode closed = follow(code);
    assertEquals("closed", closed.get("state").asText());
    assertEquals("solved", closed.get("outcome").asText());
    assertEquals("nobody", closed.get("awaits").asText());
    assertEquals(204, verb(id, "reopening", Map.of("text", "Toch niet.")).status());
    assertNull(follow(code).get("outcome").textValue());
    List<String> kinds = new ArrayList<>();
    desk(id).get("history").forEach(line -> kinds.add(line.get("kind").asText()));
    assertEquals(
        List.of(
            "sent", "acknowledged", "asked", "replied", "answered", "closed", "reopened"),
        kinds);
  }

  @Test
  void the_contact_data_go_when_the_tenant_says_so_and_stand_nowhere_else() {
    Map<String, Object> body =
        world.report("contact", Map.of("phone", "0612345678", "email", "weg@voorbeeld.nl"));
    String code = world.sent(body);
    String id = (String) body.get("id");
    assertTrue(dump().contains("weg@voorbeeld.nl"));
    assertEquals(204, world.tenant().delete(ADDRESS + code + "/contact").status());
    assertEquals(204, world.tenant().delete(ADDRESS + code + "/contact").status());
    assertFalse(follow(code).get("hasContact").asBoolean());
    JsonNode desk = desk(id);
    assertTrue(desk.at("/contact/phone").isNull());
    assertEquals("contact-erased", desk.at("/history/1/kind").asText());
    assertEquals(2, desk.get("history").size());
    assertFalse(dump().contains("weg@voorbeeld.nl"));
    assertFalse(dump().contains("612345678"));
  }

  @Test
  void a_code_is_read_as_people_type_it() {
    String code = world.sent(world.report());
    String typed = code.toLowerCase().replace('-', ' ').replace('0', 'o').replace('1', 'i');
    assertEquals(200, world.tenant().get(ADDRESS + typed.replace(" ", "%20")).status());
    assertEquals(200, world.tenant().get(ADDRESS + code.replace("-", "")).status());
  }

  @Test
  void a_wrong_an_old_and_a_broken_code_have_one_and_the_same_answer() {
    Map<String, Object> body = world.report();
    String code = world.sent(body);
    verb((String) body.get("id"), "closure", Map.of("outcome", "solved", "text", ""));
    world.clock.pass(Duration.ofDays(89));
    assertEquals(200, world.tenant().get(ADDRESS + code).status());
    world.clock.pass(Duration.ofDays(2));
    Client.Answer old = world.tenant().get(ADDRESS + code);
    assertEquals(404, old.status());
    assertEquals("report.unknown", old.code());
    String wrong = code.substring(0, code.length() - 1) + (code.endsWith("7") ? "8" : "7");
    for (String other : List.of(wrong, "x", "%27%20OR%201%3D1--", "é", "a".repeat(3000))) {
      Client.Answer answer = world.tenant().get(ADDRESS + encode(other));
      assertEquals(404, answer.status(), other);
      assertEquals(old.json(), answer.json(), other);
    }
    Map<String, Object> reply = Map.of("id", Id.next().toString(), "text", "Hallo?");
    assertEquals(old.json(), world.tenant().post(ADDRESS + wrong + "/replies", reply).json());
    assertEquals(old.json(), world.tenant().delete(ADDRESS + wrong + "/contact").json());
  }

  @Test
  void similar_reports_tell_that_they_are_there_and_no_more() {
    Map<String, Object> here = Map.of("complex", world.lindeflat.toString());
    Map<String, Object> first =
        world.report("place", here, "text", "GEHEIM", "contact", Map.of("phone", "0612345678"));
    String code = world.sent(first);
    world.sent(world.report("place", Map.of("lat", 52.001, "lon", 5.001)));
    world.sent(world.report("place", Map.of("lat", 52.003, "lon", 5.0)));
    world.sent(world.report("place", here, "category", "litter"));
    world.sent(world.report("place", here, "kind", "idea"));
    world.sent(world.report("place", here, "kind", "concern"));
    world.sent(world.report("place", here, "text", "De man van nummer 12, 06 12 34 56 78."));
    String query =
        "?district=" + world.linden + "&category=lighting&complex=" + world.lindeflat;
    Client.Answer answer = world.tenant().get("/api/public/reports" + query);
    JsonNode similar = answer.json().get("reports");
    assertEquals(2, similar.size(), answer.json().toString());
    JsonNode oldest = similar.get(1);
    List<String> fields = new ArrayList<>();
    oldest.fieldNames().forEachRemaining(fields::add);
    assertEquals(List.of("id", "category", "complex", "receivedAt", "state", "seen"), fields);
    assertFalse(answer.json().toString().contains("GEHEIM"));

    Map<String, Object> also =
        world.report("place", here, "text", "Ik ook.", "alsoSeen", oldest.get("id").asText());
    String second = world.sent(also);
    verb((String) first.get("id"), "questions", Map.of("text", "Bent u dinsdag thuis?"));
    assertEquals("acknowledged", follow(second).get("state").asText());
    verb((String) first.get("id"), "answers", Map.of("text", "De monteur komt morgen."));
    JsonNode follower = follow(second);
    assertTrue(follower.get("alsoSeen").asBoolean());
    assertEquals("acknowledged", follower.get("state").asText());
    assertEquals(0, follower.get("messages").size(), follower.toString());
    assertEquals(1, desk((String) first.get("id")).get("seen").asInt());
    JsonNode seen = world.tenant().get("/api/public/reports" + query).json().get("reports");
    assertEquals(1, seen.get(1).get("seen").asInt());
    assertEquals(2, follow(code).get("messages").size());
    verb(
        (String) first.get("id"),
        "closure",
        Map.of("outcome", "solved", "text", "Mevrouw Jansen had de sleutel."));
    follower = follow(second);
    assertEquals("closed", follower.get("state").asText());
    assertEquals("solved", follower.get("outcome").asText());
    assertFalse(follower.toString().contains("Jansen"), follower.toString());

    world.clock.pass(Duration.ofDays(61));
    answer = world.tenant().get("/api/public/reports" + query);
    assertEquals(0, answer.json().get("reports").size());
    assertEquals(400, world.tenant().get("/api/public/reports").status());
    assertEquals(400, world.tenant().get("/api/public/reports" + query + "&lat=x").status());
    assertEquals(400, world.tenant().get("/api/public/reports" + query + "&q=x").status());
  }

  @Test
  void nobody_gets_another_s_code_by_sending_what_a_similar_report_must_say() {
    Map<String, Object> here = Map.of("complex", world.lindeflat.toString());
    Map<String, Object> bare = world.report("place", here, "text", "");
    String code = world.sent(bare);
    String query = "?district=" + world.linden + "&category=lighting&complex=" + world.lindeflat;
    JsonNode shown = world.tenant().get("/api/public/reports" + query).json().at("/reports/0/id");
    assertNotEquals(bare.get("id"), shown.asText());
    String other = world.sent(world.report("id", shown.asText(), "place", here, "text", ""));
    assertNotEquals(code, other);
    assertEquals(code, world.sent(bare));
  }

  @Test
  void who_points_at_what_is_not_alike_follows_only_the_own_report() {
    Map<String, Object> private_ =
        world.report("text", "Bel mij op 06 12 34 56 78.", "category", "litter");
    world.sent(private_);
    verb((String) private_.get("id"), "answers", Map.of("text", "Wij bellen u."));
    for (Object pointed : List.of(private_.get("id"), Id.next().toString())) {
      JsonNode own = follow(world.sent(world.report("alsoSeen", pointed)));
      assertFalse(own.get("alsoSeen").asBoolean());
      assertEquals("new", own.get("state").asText());
      assertEquals(0, own.get("messages").size());
    }
  }

  @Test
  void the_desk_is_one_list_with_one_order_one_total_and_whole_pages() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      world.clock.pass(Duration.ofSeconds(i % 3));
      if (i % 2 == 0) {
        expected.add(observed());
      } else {
        Map<String, Object> body = world.report();
        world.sent(body);
        expected.add((String) body.get("id"));
      }
    }
    world.sent(world.report("kind", "concern"));
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get("/api/desk?limit=2&cursor=" + cursor);
      assertEquals(9, page.get("total").asInt());
      assertTrue(page.get("items").size() <= 2);
      page.get("items").forEach(item -> seen.add(item.get("id").asText()));
      cursor = page.get("cursor").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));
    assertEquals(9, seen.size(), seen.toString());
    assertEquals(java.util.Set.copyOf(expected), java.util.Set.copyOf(seen));
    List<String> sources = new ArrayList<>();
    get("/api/desk").get("items").forEach(item -> sources.add(item.get("source").asText()));
    assertEquals(9, sources.size());
    assertTrue(sources.containsAll(List.of("observation", "report")));
    assertEquals(5, total("/api/desk?kind=observation"));
    assertEquals(4, total("/api/desk?kind=report"));
    assertEquals(0, total("/api/desk?kind=job"));
    assertEquals(5, total("/api/desk?state=open&category=lighting&awaits=office&urgency=later"
        + "&q=bank&kind=observation"));
    assertEquals(400, world.as(world.bas).get("/api/desk?kind=concern").status());
    assertEquals(400, world.as(world.bas).get("/api/reports?kind=observation").status());
    assertEquals(400, world.as(world.bas).get("/api/desk?sort=text").status());
    assertEquals(0, world.as(world.mirjam).get("/api/desk").json().get("total").asInt());
  }

  @Test
  void what_belongs_to_another_district_or_to_nobody_is_not_there() {
    Map<String, Object> body = world.report();
    world.sent(body);
    String one = "/api/reports/" + body.get("id");
    assertEquals(200, world.as(world.bas).get(one).status());
    assertEquals(200, world.as(world.esra).get(one).status());
    assertEquals(404, world.as(world.mirjam).get(one).status());
    assertEquals(403, world.as(world.noor).get(one).status());
    assertEquals(403, world.as(world.admin).get(one).status());
    assertEquals(404, world.as(world.bas).get("/api/reports/" + UUID.randomUUID()).status());
    Client mirjam = world.as(world.mirjam);
    assertEquals(404, mirjam.post(one + "/answers", Map.of("text", "x")).status());
  }

  @Test
  void a_look_at_one_that_may_point_at_a_person_is_noted_each_time() {
    Map<String, Object> body = world.report("text", "Bel mij op 06 12 34 56 78.");
    world.sent(body);
    desk((String) body.get("id"));
    desk((String) body.get("id"));
    String noted =
        "SELECT COUNT(*) FROM audit WHERE action = 'report.read' AND entity = ? AND account_id = ?";
    assertEquals(2, world.count(noted, body.get("id"), world.bas.id()));
  }

  @Test
  void so_is_each_look_at_its_photo_and_at_no_other() {
    byte[] plain = World.picture(8);
    byte[] private_ = World.picture(9);
    Map<String, Object> body = world.report("text", "Bel mij op 06 12 34 56 78.");
    body.put("photos", List.of(PublicPhotoTest.sha256(private_)));
    world.sent(body);
    world.sent(world.report("photos", List.of(PublicPhotoTest.sha256(plain))));
    for (byte[] each : List.of(plain, private_)) {
      assertEquals(201, PublicPhotoTest.put(world.tenant(), each).status());
      String photo = "/api/photos/" + PublicPhotoTest.sha256(each);
      assertEquals(200, world.as(world.bas).get(photo).status());
      assertEquals(200, world.as(world.bas).get(photo).status());
      assertEquals(404, world.as(world.mirjam).get(photo).status());
    }
    String noted = "SELECT COUNT(*) FROM audit WHERE action = 'report.photo.read'";
    assertEquals(2, world.count(noted));
    assertEquals(2, world.count(noted + " AND entity = ?", body.get("id")));
  }

  private String observed() {
    UUID id = Id.next();
    world.database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO observation
                  (id, author_id, district_id, category, text, urgency, wants_help, state, awaits,
                   sensitive, origin_mutation, origin_device, origin_n, origin_revision,
                   observed_at, claimed_at, received_at, changed_at, revision)
                VALUES (?, ?, ?, 'lighting', 'Bij de bank.', 'later', 0, 'new', 'office', 0, ?, ?,
                        1, 1, ?, ?, ?, ?, 1)
                """,
                id,
                world.noor.id(),
                world.linden,
                Id.next(),
                Id.next(),
                world.clock.instant(),
                world.clock.instant(),
                world.clock.instant(),
                world.clock.instant()));
    return id.toString();
  }

  private JsonNode follow(String code) {
    Client.Answer answer = world.tenant().get(ADDRESS + code);
    assertEquals(200, answer.status());
    return answer.json();
  }

  private JsonNode desk(String id) {
    return get("/api/reports/" + id);
  }

  private JsonNode get(String path) {
    Client.Answer answer = world.as(world.bas).get(path);
    assertEquals(200, answer.status(), path);
    return answer.json();
  }

  private int total(String path) {
    return get(path).get("total").asInt();
  }

  private Client.Answer verb(String id, String verb, Object body) {
    return world.as(world.bas).post("/api/reports/" + id + "/" + verb, body);
  }

  private static String encode(String text) {
    return text.startsWith("%") ? text : java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** All that stands in the tables. */
  private String dump() {
    StringBuilder all = new StringBuilder();
    for (String table : List.of("report", "report_message", "report_event", "audit")) {
      world.database.read(
          handle ->
              all.append(handle.createQuery("SELECT * FROM " + table).mapToMap().list()));
    }
    return all.toString();
  }
}
