package nl.buurtronde.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.HttpServer;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private World world;
  private HttpServer server;
  private UUID id;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new World(folder);
    server =
        new HttpServer(
            "127.0.0.1",
            0,
            new Guard(world.people.sessions(), ""),
            List.of(world.room.routes()));
    server.start();
    id = world.recorded(world.noor, "{\"category\":\"lighting\",\"text\":\"lamp stuk\"}");
  }

  @AfterEach
  void close() {
    server.close();
    world.close();
  }

  @Test
  void the_desk_lists_opens_answers_and_closes() {
    JsonNode list = get(world.bas, "?state=open&q=lamp").json();
    assertEquals(id.toString(), list.get("observations").get(0).get("id").textValue());
    assertTrue(list.get("cursor").isNull());
    JsonNode history = get(world.bas, "/" + id).json().get("history");
    assertEquals("recorded", history.get(0).get("kind").textValue());

    assertEquals(204, post(world.bas, "/acknowledgement", null).status());
    Answer said = post(world.bas, "/answers", "{\"text\":\"Morgen.\"}");
    assertEquals(201, said.status());
    Id.parse(said.json().get("id").textValue());
    assertEquals(201, post(world.bas, "/questions", "{\"text\":\"Welke?\"}").status());
    String closure = "{\"outcome\":\"solved\",\"text\":\"\"}";
    assertEquals(204, post(world.bas, "/closure", closure).status());
    assertEquals(204, post(world.bas, "/reopening", "{}").status());
    JsonNode value = get(world.bas, "/" + id).json();
    assertEquals("acknowledged", value.get("state").textValue());
    assertTrue(value.get("place").isNull());
    assertEquals(5, value.get("messages").size());
    assertEquals("2026-11-22T09:00:00.000Z", value.get("receivedAt").textValue());
  }

  @Test
  void a_foreign_one_is_not_there_and_a_volunteer_is_no_office() {
    assertEquals(404, get(world.yusuf, "/" + id).status());
    assertEquals(404, get(world.admin, "/" + id).status());
    assertEquals(404, get(world.bas, "/" + Id.next()).status());
    assertEquals(200, get(world.kim, "/" + id).status());
    assertEquals(403, post(world.noor, "/answers", "{\"text\":\"x\"}").status());
    assertEquals(0, get(world.yusuf, "").json().get("observations").size());
    assertEquals(401, send("GET", null, "", null).status());
  }

  @Test
  void what_the_desk_may_not_set_is_refused_with_a_sentence() {
    for (String body :
        List.of(
            "{\"text\":\"x\",\"by\":\"" + world.esra.id() + "\"}",
            "{\"text\":\"x\",\"at\":\"2026-01-01T00:00:00.000Z\"}",
            "{\"text\":\"x\",\"text\":\"y\"}",
            "{\"text\":7}",
            "{\"text\":\"\"}",
            "{\"id\":\"7\",\"text\":\"x\"}",
            "[]",
            "null",
            "")) {
      Answer answer = post(world.bas, "/answers", body);
      assertEquals(400, answer.status(), body);
      assertTrue(answer.json().get("message").textValue().endsWith("."), body);
    }
    assertEquals(400, get(world.bas, "/geen-kenmerk").status());
    assertEquals(400, get(world.bas, "?sort=text").status());
    assertEquals(400, get(world.bas, "?state=open&state=closed").status());
  }

  @Test
  void no_injection_is_a_fault() {
    for (String vector : Vectors.SQL) {
      String value = URLEncoder.encode(vector, StandardCharsets.UTF_8);
      for (String name : List.of("q", "cursor", "state", "district", "limit", value)) {
        int status = get(world.bas, "?" + name + "=" + value).status();
        assertTrue(status == 200 && name.equals("q") || status == 400, name + "=" + vector);
      }
    }
  }

  private record Answer(int status, String body) {
    JsonNode json() {
      return Json.parse(body.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
  }

  private Answer get(Actor actor, String rest) {
    return send("GET", actor, rest, null);
  }

  private Answer post(Actor actor, String rest, String body) {
    return send("POST", actor, "/" + id + rest, body);
  }

  private Answer send(String method, Actor actor, String rest, String body) {
    String origin = "http://127.0.0.1:" + server.port();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + "/api/observations" + rest))
            .header("Origin", origin)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (actor != null) {
      String token = world.people.sessions().start(actor.id());
      request.header("Cookie", Guard.COOKIE + "=" + token);
      String csrf = world.people.sessions().find(token).orElseThrow().csrf();
      request.header("X-CSRF-Token", csrf);
    }
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
