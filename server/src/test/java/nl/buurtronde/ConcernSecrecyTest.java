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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
  private Buurtronde server;

  @BeforeEach
  void start() throws Exception {
    ours.setLevel(Level.TRACE);
    logged.start();
    logger.addAppender(logged);
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    server =
        Buurtronde.start(
            Config.read(
                Map.of(
                    "BUURTRONDE_PORT", "0",
                    "BUURTRONDE_DATA", folder.resolve("data").toString(),
                    "BUURTRONDE_DEMO", "true")),
            Clock.systemUTC());
    for (String name : PEOPLE) {
      Client client = new Client(server.port());
      clients.put(name, name.equals("nobody") ? client : client.signIn(name));
    }
  }

  @AfterEach
  void stop() {
    server.close();
    System.setOut(out);
    logger.detachAppender(logged);
    ours.setLevel(level);
  }

  @Test
  void its_words_stand_in_no_other_answer_table_or_log() {
    Client esra = clients.get("esra");
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
    String concern = "/api/concerns/" + id;
    esra.post(concern + "/questions", Map.of("text", MARKER + "?"));
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
    for (ILoggingEvent event : logged.list) {
      assertFalse(event.getFormattedMessage().contains(MARKER), event.getFormattedMessage());
      assertFalse(String.valueOf(event.getThrowableProxy()).contains(MARKER));
    }
    assertFalse(printed.toString(StandardCharsets.UTF_8).contains(MARKER));
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
