package nl.buurtronde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.buurtronde.Client;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each verb × everybody × whose it is: who may not is refused, and then nothing has changed. */
class StaffVerbsTest {
  // In this order: what is closed can be opened again. Mirjam's district is another one; a plus is
  // the same person, named as a reader of worries.
  private static final String TABLE =
      """
      verb                                        nobody noor admin bas mirjam +mirjam +bas esra
      GET    /api/reports/{id}                    401    403  403   200 404    404     200  200
      POST   /api/reports/{id}/acknowledgement    401    403  403   204 404    404     204  204
      POST   /api/reports/{id}/answers            401    403  403   201 404    404     201  201
      POST   /api/reports/{id}/questions          401    403  403   201 404    404     201  201
      POST   /api/reports/{id}/closure            401    403  403   204 404    404     204  204
      POST   /api/reports/{id}/reopening          401    403  403   204 404    404     204  204
      GET    /api/concerns/{id}                   401    403  403   403 403    404     200  200
      POST   /api/concerns/{id}/acknowledgement   401    403  403   403 403    404     204  204
      POST   /api/concerns/{id}/answers           401    403  403   403 403    404     201  201
      POST   /api/concerns/{id}/questions         401    403  403   403 403    404     201  201
      POST   /api/concerns/{id}/closure           401    403  403   403 403    404     204  204
      POST   /api/concerns/{id}/reopening         401    403  403   403 403    404     204  204
      """;

  private static final Map<String, Object> BODIES =
      Map.of(
          "acknowledgement", Map.of(),
          "answers", Map.of("text", "Wij komen kijken."),
          "questions", Map.of("text", "Welk nummer?"),
          "closure", Map.of("outcome", "solved", "text", "Klaar."),
          "reopening", Map.of("text", "Toch niet."));

  private static final List<String> TABLES =
      List.of(
          "report", "report_message", "report_event", "concern", "concern_message",
          "concern_event", "audit");

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
  void the_table_has_a_row_for_every_verb() {
    TreeSet<String> verbs =
        world.routes().stream()
            .filter(route -> route.matches("\\w+ /api/(reports|concerns)/\\{id}.*"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        verbs, rows().stream().map(Row::route).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void who_may_not_is_refused_and_changes_nothing() {
    List<String> wrong = new ArrayList<>();
    List<String> people = List.of(TABLE.lines().findFirst().orElseThrow().split("\\s+"));
    for (int who = 1; who < people.size(); who++) {
      Client client = client(people.get(who));
      Map<String, String> ids =
          Map.of("reports", sent("report"), "concerns", sent("concern"));
      for (Row row : rows()) {
        String before = everything();
        int status = send(client, row, ids);
        boolean changed = !everything().equals(before);
        int expected = row.statuses().get(who - 1);
        // A look at a worry is noted, one at a broken lamp is not.
        boolean changes = expected < 300 && !row.route().startsWith("GET /api/reports");
        if (status != expected || changed != changes) {
          String told = changed ? ", and it changed something" : ", and nothing changed";
          wrong.add(row.route() + ": " + people.get(who) + " got " + status + told);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void words_under_another_s_message_are_refused_whoever_says_them() {
    Client bas = world.as(world.bas);
    String id = sent("report");
    Map<String, Object> answer = Map.of("id", Id.next().toString(), "text", "Dinsdag.");
    assertEquals(201, bas.post("/api/reports/" + id + "/answers", answer).status());
    String other = sent("report");
    String before = everything();
    assertEquals(201, bas.post("/api/reports/" + id + "/answers", answer).status());
    assertEquals(409, bas.post("/api/reports/" + other + "/answers", answer).status());
    Client esra = world.as(world.esra);
    assertEquals(409, esra.post("/api/reports/" + id + "/answers", answer).status());
    assertEquals(409, bas.post("/api/reports/" + id + "/questions", answer).status());
    assertEquals(before, everything());
  }

  private record Row(String method, String path, List<Integer> statuses) {
    static Row read(String line) {
      List<String> cells = List.of(line.trim().split("\\s+"));
      List<Integer> statuses = cells.stream().skip(2).map(Integer::valueOf).toList();
      return new Row(cells.get(0), cells.get(1), statuses);
    }

    String route() {
      return method + " " + path;
    }
  }

  private static List<Row> rows() {
    return TABLE.lines().skip(1).map(Row::read).toList();
  }

  private Client client(String who) {
    String name = who.replace("+", "");
    Map<String, Actor> actors = new LinkedHashMap<>();
    for (Actor each : List.of(world.noor, world.admin, world.bas, world.mirjam, world.esra)) {
      actors.put(each.name(), each);
    }
    if (who.startsWith("+")) {
      String reader = "/api/concerns/readers/" + actors.get(name).id();
      assertEquals(204, world.as(world.esra).put(reader, "").status());
    }
    return name.equals("nobody") ? world.tenant() : world.as(actors.get(name));
  }

  private String sent(String kind) {
    Map<String, Object> body = world.report("kind", kind);
    world.sent(body);
    return (String) body.get("id");
  }

  private static int send(Client client, Row row, Map<String, String> ids) {
    String path = row.path().replace("{id}", ids.get(row.path().split("/")[2]));
    return row.method().equals("GET")
        ? client.get(path).status()
        : client.post(path, BODIES.get(path.replaceAll(".*/", ""))).status();
  }

  private String everything() {
    return world.database.read(
        handle ->
            TABLES.stream()
                .map(table -> handle.createQuery("SELECT * FROM " + table).mapToMap().list())
                .map(String::valueOf)
                .collect(Collectors.joining("\n")));
  }
}
