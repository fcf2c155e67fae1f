package nl.buurtronde.place;

import static nl.buurtronde.place.PlaceWorld.HEADER;
import static nl.buurtronde.place.PlaceWorld.LINDE;
import static nl.buurtronde.place.PlaceWorld.WILG;
import static nl.buurtronde.place.PlaceWorld.collection;
import static nl.buurtronde.place.PlaceWorld.square;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.buurtronde.http.FixedSessions;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.HttpServer;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Session;
import nl.buurtronde.kernel.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceRoutesTest {
  private static final String BOUNDARY = "the-boundary";

  @TempDir Path folder;
  private PlaceWorld world;
  private HttpServer server;
  private Map<String, Actor> people;

  @BeforeEach
  void open() {
    world = new PlaceWorld(folder).withDistricts();
    world.importComplexes(HEADER, LINDE, WILG);
    people = Map.of("esra", world.esra, "noor", world.volunteer("West"));
    Guard guard = new Guard(new FixedSessions(this::session), "");
    server = new HttpServer("127.0.0.1", 0, guard, List.of(world.module.routes()));
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
    world.close();
  }

  @Test
  void the_list_has_the_agreed_names_and_the_own_districts_only() throws Exception {
    JsonNode seen = json(get("noor", "/api/places"));
    assertEquals(1, seen.path("districts").size());
    assertEquals("Polygon", seen.at("/districts/0/outline/type").asText());
    assertEquals(
        Json.mapper()
            .readTree(
                """
                {"id":"%s","code":"L1","name":"De Linde","street":"Lindelaan","numbers":"1-40",
                 "postcode":"1234 AB","lat":52.01,"lon":5.01,"district":"%s","caretaker":"Bas"}"""
                    .formatted(world.complex("L1").id(), world.district("West"))),
        seen.at("/complexes/0"));
    assertEquals(2, json(get("esra", "/api/places")).path("complexes").size());
    assertEquals(401, get("nobody", "/api/places").statusCode());
  }

  @Test
  void a_file_goes_in_as_the_one_part_called_file() throws Exception {
    String file = collection(square("Noord", 5.04));
    HttpResponse<String> preview = post("esra", "/api/districts/preview", part("file", file));
    assertEquals(200, preview.statusCode());
    assertEquals(1, json(preview).path("new").asInt());
    assertFalse(json(preview).path("imported").asBoolean());
    HttpResponse<String> stored = post("esra", "/api/districts/import", part("file", file));
    assertEquals(
        List.of(200, true),
        List.of(stored.statusCode(), json(stored).path("imported").asBoolean()));
    assertEquals(3, world.places.districts(world.esra).size());
  }

  @Test
  void a_file_with_a_wrong_row_is_answered_422_with_its_rows() throws Exception {
    String file = HEADER + "\n" + LINDE.replace("West", "Zuid");
    HttpResponse<String> answer = post("esra", "/api/complexes/import", part("file", file));
    assertEquals(422, answer.statusCode());
    assertEquals("refused", json(answer).at("/rows/0/action").asText());
    assertEquals(2, json(answer).at("/rows/0/row").asInt());
    assertEquals(200, post("esra", "/api/complexes/preview", part("file", file)).statusCode());
  }

  @Test
  void its_rows_are_refused_in_english_to_who_asks_in_english() throws Exception {
    String file = HEADER + "\n" + LINDE.replace("West", "Zuid").replace("1234 AB", "99");
    for (String verb : List.of("preview", "import")) {
      HttpRequest.Builder request =
          upload("esra", "/api/complexes/" + verb, part("file", file))
              .header("Accept-Language", "en");
      String errors = json(send(request.build())).at("/rows/0/errors").toString();
      assertTrue(errors.contains("The postcode ‘99’ is not right."), errors);
      assertTrue(errors.contains("We do not know the district ‘Zuid’."), errors);
    }
  }

  @Test
  void a_file_that_cannot_be_read_is_answered_with_a_code_and_a_sentence() throws Exception {
    HttpResponse<String> answer = post("esra", "/api/complexes/import", part("file", "naam\nx"));
    assertEquals(422, answer.statusCode());
    assertEquals("place.csv.columns", json(answer).path("code").asText());
  }

  @Test
  void other_bodies_and_parts_are_refused() throws Exception {
    assertCode(400, "upload.part", part("photo", "x"));
    assertCode(400, "upload.part", part("file", "x") + part("file", "x"));
    assertCode(400, "upload.broken", "--" + BOUNDARY + "\r\nContent-Disposition: form-data; na");
    HttpResponse<String> json = send("esra", "application/json", "{}");
    assertEquals(415, json.statusCode());
    assertEquals("upload.multipart", json(json).path("code").asText());
  }

  @Test
  void a_file_above_ten_megabytes_is_too_large() throws Exception {
    assertCode(413, "upload.large", part("file", "x".repeat(10 * 1024 * 1024 + 1)));
    assertCode(413, "upload.large", part("file", "x".repeat(12 * 1024 * 1024)));
  }

  @Test
  void a_volunteer_may_not_import() throws Exception {
    assertEquals(403, post("noor", "/api/districts/import", part("file", "{}")).statusCode());
  }

  private void assertCode(int status, String code, String parts) throws Exception {
    HttpResponse<String> answer = post("esra", "/api/districts/import", parts);
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(code, json(answer).path("code").asText());
  }

  private Optional<Session> session(String token) {
    return Optional.ofNullable(people.get(token))
        .map(
            actor ->
                new Session(
                    token, actor, Session.State.LIVE, "csrf", null, Instant.now().plusSeconds(60)));
  }

  private HttpResponse<String> get(String who, String path) throws Exception {
    return send(request(who, path).GET().build());
  }

  private HttpResponse<String> post(String who, String path, String parts) throws Exception {
    return send(upload(who, path, parts).build());
  }

  private HttpRequest.Builder upload(String who, String path, String parts) {
    return request(who, path)
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofString(parts + "--" + BOUNDARY + "--\r\n"));
  }

  private HttpResponse<String> send(String who, String type, String body) throws Exception {
    HttpRequest.Builder request =
        request(who, "/api/districts/import")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    return send(request.build());
  }

  // The server may hang up after a body it did not read whole, so each request has its own line.
  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String who, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Cookie", Guard.COOKIE + "=" + who)
        .header("Sec-Fetch-Site", "same-origin")
        .header("X-CSRF-Token", "csrf");
  }

  private static String part(String name, String content) {
    return """
        --%s\r
        Content-Disposition: form-data; name="%s"; filename="bestand.txt"\r
        Content-Type: text/plain\r
        \r
        %s\r
        """
        .formatted(BOUNDARY, name, content);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return Json.mapper().readTree(answer.body());
  }
}
