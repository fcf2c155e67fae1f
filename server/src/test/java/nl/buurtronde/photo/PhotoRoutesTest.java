package nl.buurtronde.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.buurtronde.Fresh;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.DailyQuota;
import nl.buurtronde.http.FixedSessions;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.HttpServer;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Messages;
import nl.buurtronde.http.Session;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoRoutesTest {
  private static final Actor NOOR = new Actor(Id.next(), "noor", Role.VOLUNTEER, Set.of());
  private static final Actor KIM = new Actor(Id.next(), "kim", Role.VOLUNTEER, Set.of());
  private static final Actor BAS = new Actor(Id.next(), "bas", Role.CARETAKER, Set.of());

  @TempDir Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private Database database;
  private PhotoModule room;
  private HttpServer server;

  @BeforeEach
  void open() {
    database = Fresh.database(data);
    room = PhotoModule.create(database, data.resolve("photos"), Clock.systemUTC());
    var routes = 
        room.routes(
            (actor, sha256) -> actor.equals(BAS),
            new DailyQuota(Clock.systemUTC(), 100, 1_000_000, "quota.photos"));
    Guard guard = new Guard(new FixedSessions(this::session), "");
    server = new HttpServer("127.0.0.1", 0, guard, List.of(routes));
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
    room.close();
    database.close();
  }

  @Test
  void a_photo_is_stored_once_and_answers_alike_ever_after() throws Exception {
    byte[] sent = Pictures.jpeg();
    assertEquals(201, put("noor", sent).statusCode());
    assertEquals(200, put("noor", sent).statusCode());
    // That noor sent the same is not kim's to know.
    assertEquals(201, put("kim", sent).statusCode());
    assertEquals(200, put("kim", sent).statusCode());
  }

  @Test
  void a_photo_of_several_megabytes_is_taken() throws Exception {
    byte[] sent = Pictures.file("png", Pictures.noise(1400, 1400));
    assertTrue(sent.length > 5_000_000);
    assertEquals(201, put("noor", sent).statusCode());
  }

  @Test
  void other_bytes_than_announced_are_answered_as_the_protocol_says() throws Exception {
    String name = Pictures.sha256(Pictures.jpeg());
    var answer = put("noor", name, BodyPublishers.noBody());
    assertEquals(422, answer.statusCode());
    JsonNode body = json(answer);
    assertEquals("hash", body.get("error").asText());
    assertEquals(0, body.get("bytes").asInt(-1));
    assertEquals("photo.hash", body.get("code").asText());
    assertEquals(Messages.sentence("photo.hash"), body.get("message").asText());
  }

  @Test
  void what_is_no_photo_is_refused_in_plain_dutch() throws Exception {
    var answer = put("noor", Pictures.ascii("<svg onload='a()'/>"));
    assertEquals(422, answer.statusCode());
    assertEquals("photo.type.svg", json(answer).get("code").asText());
    assertTrue(json(answer).get("message").asText().contains("SVG-tekening"));
  }

  @Test
  void more_than_ten_megabytes_is_refused_whether_announced_or_not() throws Exception {
    byte[] large = new byte[(10 << 20) + 1];
    String name = Pictures.sha256(large);
    BodyPublisher silent = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    var answer = put("noor", name, silent);
    assertEquals(413, answer.statusCode());
    assertEquals("photo.large", json(answer).get("code").asText());
    try (var socket = new Socket("127.0.0.1", server.port())) {
      socket.getOutputStream().write(head(name, 20_000_000));
      byte[] start = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 413", new String(start, StandardCharsets.US_ASCII));
    }
    assertEquals(List.of(), files());
  }

  @Test
  void a_connection_cut_halfway_leaves_nothing_and_the_photo_arrives_later() throws Exception {
    byte[] sent = Pictures.file("png", Pictures.noise(300, 300));
    String name = Pictures.sha256(sent);
    try (var socket = new Socket("127.0.0.1", server.port())) {
      socket.getOutputStream().write(head(name, sent.length));
      socket.getOutputStream().write(sent, 0, sent.length / 2);
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }
    assertEquals(List.of(), files());
    assertEquals(201, put("noor", sent).statusCode());
  }

  @Test
  void the_picture_comes_back_with_headers_that_make_it_nothing_but_a_picture() throws Exception {
    byte[] sent = Pictures.withSegment(Pictures.jpeg(), 0xe1, Pictures.exif(6));
    put("noor", sent);
    var answer = get("noor", Pictures.sha256(sent));
    assertEquals(200, answer.statusCode());
    assertArrayEquals(PhotoCleaner.clean(sent.clone(), () -> false).jpeg(), answer.body());
    assertEquals("image/jpeg", header(answer, "Content-Type"));
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    assertEquals("no-store", header(answer, "Cache-Control"));
    assertEquals("sandbox; default-src 'none'", header(answer, "Content-Security-Policy"));
    String name = "foto-" + Pictures.sha256(sent).substring(0, 8) + ".jpg";
    assertEquals("inline; filename=\"" + name + "\"", header(answer, "Content-Disposition"));
  }

  @Test
  void a_photo_of_others_is_as_absent_as_one_that_does_not_exist() throws Exception {
    String name = Pictures.sha256(Pictures.jpeg());
    put("noor", Pictures.jpeg());
    assertEquals(200, get("bas", name).statusCode());
    var foreign = get("kim", name);
    var unknown = get("kim", "0".repeat(64));
    assertEquals(404, foreign.statusCode());
    assertEquals(404, unknown.statusCode());
    assertArrayEquals(unknown.body(), foreign.body());
    assertEquals(404, get("bas", "0".repeat(64)).statusCode());
  }

  @Test
  void an_expired_session_delivers_but_does_not_look() throws Exception {
    byte[] sent = Pictures.jpeg();
    assertEquals(201, put("expired", sent).statusCode());
    assertEquals(401, get("expired", Pictures.sha256(sent)).statusCode());
  }

  @Test
  void without_a_session_or_with_a_revoked_one_nothing_is_taken() throws Exception {
    assertEquals(401, put("nobody", Pictures.jpeg()).statusCode());
    assertEquals(401, put("revoked", Pictures.jpeg()).statusCode());
    assertEquals(401, get("nobody", Pictures.sha256(Pictures.jpeg())).statusCode());
    assertEquals(List.of(), files());
  }

  @Test
  void a_name_that_is_a_path_leads_nowhere() throws Exception {
    for (String name : List.of("..%2F..%2Fbuurtronde.db", "%2e%2e", "x".repeat(64), "a")) {
      assertTrue(Set.of(400, 404).contains(get("noor", name).statusCode()), name);
      var answer = put("noor", name, BodyPublishers.ofByteArray(Pictures.jpeg()));
      assertTrue(Set.of(400, 404).contains(answer.statusCode()), name);
    }
  }

  @Test
  void every_kind_of_refusal_has_its_dutch_sentence() {
    for (ImageKind kind : ImageKind.values()) {
      boolean taken = kind == ImageKind.JPEG || kind == ImageKind.PNG;
      assertEquals(!taken, Messages.has("photo.type." + kind.wire()), kind.wire());
    }
    for (String key : "broken busy hash large name pixels slow unknown".split(" ")) {
      assertTrue(Messages.has("photo." + key), key);
      assertFalse(Messages.sentence("photo." + key).contains("{"), key);
    }
  }

  /** The start of a request as no well-behaved client would end it. */
  private static byte[] head(String name, int length) {
    return Pictures.ascii(
        """
        PUT /api/photos/%s HTTP/1.1
        Host: x
        Cookie: __Host-session=noor
        X-CSRF-Token: token
        Sec-Fetch-Site: same-origin
        Content-Length: %d

        """
            .formatted(name, length)
            .replace("\n", "\r\n"));
  }

  private Optional<Session> session(String token) {
    Actor actor = token.equals("kim") ? KIM : token.equals("bas") ? BAS : NOOR;
    Session.State state =
        switch (token) {
          case "expired" -> Session.State.EXPIRED;
          case "revoked" -> Session.State.REVOKED;
          default -> Session.State.LIVE;
        };
    return token.equals("nobody")
        ? Optional.empty()
        : Optional.of(new Session(token, actor, state, "token", null, Instant.MAX));
  }

  private HttpResponse<byte[]> put(String token, byte[] bytes) throws Exception {
    return put(token, Pictures.sha256(bytes), BodyPublishers.ofByteArray(bytes));
  }

  private HttpResponse<byte[]> put(String token, String name, BodyPublisher body)
      throws Exception {
    return http.send(request(token, name).PUT(body).build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String token, String name) throws Exception {
    return http.send(request(token, name).build(), BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String token, String name) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.port() + "/api/photos/" + name))
        .header("Cookie", Guard.COOKIE + "=" + token)
        .header("X-CSRF-Token", "token")
        .header("Sec-Fetch-Site", "same-origin");
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
    return Json.mapper().readTree(answer.body());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("absent");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(data.resolve("photos"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
