package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The words of a concern, looked for everywhere but before who may read them. */
class ConcernSecrecyTest {
  private static final String MARKER = "Zwaluwstaartje";
  private static final List<String> PEOPLE =
      List.of("nobody", "noor", "bas", "esra", "admin");

  @TempDir Path folder;
  private final Logger logger = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("nl.buurtronde");
  private final Level level = ours.getLevel();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final Map<String, Client> clients = new HashMap<>();
  private FarEnds ends;
  private Buurtronde server;

  @BeforeEach
  void start() throws Exception {
    ends = new FarEnds();
    ours.setLevel(Level.TRACE);
    logged.start();
    logger.addAppender(logged);
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    Map<String, String> settings = new HashMap<>(ends.settings());
    settings.put("BUURTRONDE_PORT", "0");
    settings.put("BUURTRONDE_DATA", Lindewaard.copyTo(folder.resolve("data")).toString());
    settings.put("BUURTRONDE_DEMO", "true");
    settings.put("BUURTRONDE_LADDER", "PT0S,PT1S,PT2S,PT3S");
    server = Buurtronde.start(Config.read(settings), Clock.systemUTC());
    for (String name : PEOPLE) {
      Client client = new Client(server.port());
      clients.put(name, name.equals("nobody") ? client : client.signIn(name));
    }
  }

  @AfterEach
  void stop() {
    server.close();
    ends.close();
    System.setOut(out);
    logger.detachAppender(logged);
    ours.setLevel(level);
  }

  @Test
  void its_words_stand_in_no_other_answer_table_log_or_message_and_nowhere_once_forgotten()
      throws Exception {
    Client esra = clients.get("esra");
    ends.reach(esra);
    String id = Id.next().toString();
    String district = district("De Vlierhof");
    Map<String, Object> body = new HashMap<>();
    body.put("id", id);
    body.put("district", district);
    body.put("kind", "concern");
    body.put("category", "other");
    body.put("text", MARKER + ": mijn buurman eet niet meer.");
    body.put("place", Map.of("description", MARKER + ", derde deur"));
    body.put("contact", Map.of("email", MARKER + "@voorbeeld.nl"));
    Client tenant = clients.get("nobody");
    String code = tenant.post("/api/public/reports", body).json().get("code").asText();
    body.put("text", MARKER + " anders");
    assertEquals(409, tenant.post("/api/public/reports", body).status());
    body.put("photos", "onzin");
    assertEquals(400, tenant.post("/api/public/reports", body).status());
    Map<String, Object> reply = Map.of("id", Id.next().toString(), "text", MARKER + " terug");
    String own = "/api/public/reports/" + code;
    assertEquals(201, tenant.post(own + "/replies", reply).status());
    ends.follow(tenant, own);
    String concern = "/api/concerns/" + id;
    esra.post(concern + "/acknowledgement", Map.of());
    esra.post(concern + "/questions", Map.of("text", MARKER + "?"));
    esra.post(concern + "/answers", Map.of("text", MARKER + "."));
    Map<String, Object> alarm = Map.of("id", Id.next().toString());
    assertEquals(201, clients.get("noor").post("/api/alarms", alarm).status());
    ends.awaitSign();
    ends.awaitAlarm();
    esra.post(concern + "/closure", Map.of("outcome", "solved", "text", MARKER + "!"));
    assertTrue(text(esra.get(concern)).contains(MARKER), "the reader must see it");
    assertTrue(text(tenant.get(own)).contains(MARKER), "the writer must see it");

    List<String> leaks = new ArrayList<>();
    for (String path : reachable(id, district)) {
      for (Map.Entry<String, Client> each : clients.entrySet()) {
        boolean reader = path.equals(concern) && each.getKey().equals("esra");
        if (!reader && text(each.getValue().get(path)).contains(MARKER)) {
          leaks.add(each.getKey() + " " + path);
        }
      }
    }
    assertEquals(List.of(), leaks);
    assertEquals(
        Set.of("concern.text", "concern.description", "concern.email", "concern_message.text"),
        columnsWithMarker());
    assertTrue(filesWithMarker().contains("buurtronde.db-wal"), "the search itself finds it");

    forget();
    assertEquals(List.of(), filesWithMarker());
    List<String> sent = ends.texts();
    for (String known : List.of("Noor Bakker", "\"type\":\"alarm\"", "\"type\":\"report\"")) {
      assertTrue(sent.stream().anyMatch(text -> text.contains(known)), known + " was not read");
    }
    sent.forEach(text -> assertFalse(text.contains(MARKER), text));
    for (ILoggingEvent event : logged.list) {
      assertFalse(event.getFormattedMessage().contains(MARKER), event.getFormattedMessage());
      assertFalse(String.valueOf(event.getThrowableProxy()).contains(MARKER));
    }
    assertFalse(printed.toString(StandardCharsets.UTF_8).contains(MARKER));
  }

  private void forget() {
    server
        .database()
        .write(h -> h.execute("UPDATE concern SET closed_at = '2020-01-01T00:00:00.000Z'"));
    server.retention().run();
  }

  private List<String> filesWithMarker() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARKER)) {
          found.add(file.getFileName().toString());
        }
      }
    }
    return found;
  }

  // Every address that can be read, with this concern wherever an identifier belongs.
  private Set<String> reachable(String id, String district) {
    Set<String> paths = new TreeSet<>();
    for (String route : server.routes()) {
      if (route.startsWith("GET ") && !route.equals("GET /api/live")) {
        paths.add(route.substring(4).replaceAll("\\{[^}]*}", id));
      }
    }
    for (String list : List.of("/api/desk", "/api/reports", "/api/observations")) {
      for (String query :
          List.of(
              "q=" + MARKER.substring(1, 9),
              "state=closed",
              "awaits=nobody",
              "limit=200",
              "district=" + district)) {
        paths.add(list + "?" + query);
      }
    }
    paths.add("/api/public/reports?district=" + district + "&category=other");
    paths.add("/api/public/guide?district=" + district);
    return paths;
  }

  private Set<String> columnsWithMarker() {
    return server
        .database()
        .read(
            handle -> {
              Set<String> found = new TreeSet<>();
              for (String table :
                  handle
                      .createQuery("SELECT name FROM sqlite_master WHERE type = 'table'")
                      .mapTo(String.class)) {
                handle
                    .createQuery("SELECT * FROM " + table)
                    .mapToMap()
                    .forEach(
                        row ->
                            row.forEach(
                                (column, value) -> {
                                  if (String.valueOf(value).contains(MARKER)) {
                                    found.add(table + "." + column);
                                  }
                                }));
              }
              return found;
            });
  }

  private String district(String name) {
    for (JsonNode each : clients.get("esra").get("/api/places").json().get("districts")) {
      if (each.get("name").asText().equals(name)) {
        return each.get("id").asText();
      }
    }
    throw new AssertionError(name);
  }

  private static String text(Client.Answer answer) {
    return new String(answer.raw().body(), StandardCharsets.UTF_8);
  }
}
