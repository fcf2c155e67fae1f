package nl.buurtronde.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import javax.imageio.ImageIO;
import nl.buurtronde.Buurtronde;
import nl.buurtronde.Client;
import nl.buurtronde.Config;
import nl.buurtronde.Lindewaard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every address × everybody × whose it is; an address that is not in the table fails. */
class AccessMatrixTest {
  private static final List<String> PEOPLE =
      List.of("nobody", "noor", "yusuf", "bas", "esra", "admin");

  // In this order: the desk's verbs build on each other. Bodies of "{}" are refused with 400, and
  // a missing file with 415, but only to who may do it at all.
  private static final String MATRIX =
      """
      what                                        of       nobody noor yusuf bas esra admin
      GET    /api/health                          -           200  200   200 200  200   200
      GET    /api/helpline                        -           200  200   200 200  200   200
      POST   /api/policy-reports                  -           204  204   204 204  204   204
      POST   /api/session                         -           400  400   400 400  400   400
      GET    /api/session                         -           401  200   200 200  200   200
      POST   /api/invitations/preview             -           400  400   400 400  400   400
      POST   /api/invitations/acceptance          -           400  400   400 400  400   400
      GET    /api/places                          -           401  200   200 200  200   200
      POST   /api/districts/preview               -           401  403   403 403  415   415
      POST   /api/districts/import                -           401  403   403 403  415   415
      POST   /api/complexes/preview               -           401  403   403 403  415   415
      POST   /api/complexes/import                -           401  403   403 403  415   415
      GET    /api/categories                      -           401  200   200 200  200   200
      PUT    /api/categories/{key}                lighting    401  403   403 403  400   400
      POST   /api/categories/preview              -           401  403   403 403  415   415
      POST   /api/categories/import               -           401  403   403 403  415   415
      GET    /api/accounts                        -           401  403   403 403  200   200
      PATCH  /api/accounts/{id}                   unknown     401  403   403 403  404   404
      PATCH  /api/accounts/{id}                   admin       401  403   403 403  403   204
      POST   /api/accounts/{id}/reset             admin       401  403   403 403  403   409
      POST   /api/accounts/{id}/revocation        unknown     401  403   403 403  404   404
      POST   /api/accounts/{id}/revocation        admin       401  403   403 403  403   409
      GET    /api/devices                         -           401  200   200 200  200   200
      POST   /api/devices/{id}/revocation         unknown     401  404   404 404  404   404
      PUT    /api/devices/{id}                    phone       401  204   409 409  409   409
      GET    /api/invitations                     -           401  403   403 403  200   200
      POST   /api/invitations                     -           401  403   403 403  400   400
      DELETE /api/invitations/{id}                unknown     401  403   403 403  404   404
      GET    /api/contacts                        -           401  200   200 200  200   200
      PUT    /api/contacts/{id}                   unknown     401  400   400 400  400   400
      POST   /api/contacts/{id}/code              contact     401  204   404 404  404   404
      POST   /api/contacts/{id}/proof             contact     401  422   404 404  404   404
      DELETE /api/contacts/{id}                   contact     401  204   404 404  404   404
      GET    /api/live                            -           401  200   200 200  200   200
      GET    /api/rounds                          -           401  200   200 200  200   200
      GET    /api/rounds/{id}                     round       401  200   404 200  200   404
      GET    /api/rounds/{id}                     unknown     401  404   404 404  404   404
      GET    /api/walkers                         -           401  200   200 200  200   200
      POST   /api/walkers/{account}/certificate   unknown     401  403   403 403  404   403
      POST   /api/walkers/{account}/certificate   dewi        401  403   403 403  204   403
      DELETE /api/walkers/{account}/certificate   dewi        401  403   403 403  204   403
      POST   /api/walkers/{account}/waiver        dewi        401  403   403 403  204   403
      POST   /api/walkers/{account}/waiver        admin       401  403   403 403  422   403
      DELETE /api/walkers/{account}/waiver        dewi        401  403   403 403  204   403
      GET    /api/roster                          -           401  403   403 200  200   403
      GET    /api/watch                           -           401  200   200 200  200   200
      PUT    /api/roster/shifts/{id}              unknown     401  403   403 403  400   403
      DELETE /api/roster/shifts/{id}              unknown     401  403   403 403  404   403
      POST   /api/roster/shifts/{id}/swap         unknown     401  403   403 404  404   403
      POST   /api/roster/swaps/{id}/acceptance    unknown     401  403   403 404  404   403
      POST   /api/roster/swaps/{id}/refusal       unknown     401  403   403 404  404   403
      GET    /api/alarms                          -           401  200   200 200  200   200
      POST   /api/alarms                          -           401  400   400 400  400   400
      POST   /api/alarms/practice                 -           401  403   403 403  201   403
      GET    /api/alarms/statistics               -           401  403   403 403  200   403
      GET    /api/alarms/{id}                     unknown     401  404   404 404  404   404
      GET    /api/alarms/{id}                     alarm       401  200   404 200  200   404
      POST   /api/alarms/{id}/acknowledgement     alarm       401  403   404 204  409   404
      POST   /api/alarms/{id}/closure             alarm       401  403   404 204  409   404
      POST   /api/sync/push                       -           401  400   400 400  400   400
      GET    /api/sync/pull                       -           401  200   200 200  200   200
      GET    /api/quarantine                      -           401  403   403 403  200   403
      POST   /api/quarantine/{id}/admission       unknown     401  403   403 403  404   403
      POST   /api/quarantine/{id}/answers         unknown     401  403   403 403  404   403
      PUT    /api/photos/{sha256}                 photo       401  422   422 422  422   422
      GET    /api/photos/{sha256}                 photo       401  200   404 200  200   404
      GET    /api/photos/{sha256}                 nothing     401  404   404 404  404   404
      GET    /api/public/districts                -           200  200   200 200  200   200
      GET    /api/public/guide                    -           400  400   400 400  400   400
      GET    /api/public/pictures/{sha256}        nothing     404  404   404 404  404   404
      GET    /api/public/pictures/{sha256}        photo       404  404   404 404  404   404
      GET    /api/guide                           -           401  403   403 200  200   200
      GET    /api/guide/unverified                -           401  403   403 200  200   200
      PUT    /api/guide/partners/{id}             unknown     401  403   403 403  400   400
      PUT    /api/guide/rules/{id}                unknown     401  403   403 403  400   400
      POST   /api/guide/partners/{id}/verification unknown    401  403   403 403  404   404
      PUT    /api/guide/partners/{id}/translations/{language} unknown 401 403 403 403 400 400
      DELETE /api/guide/partners/{id}/translations/{language} unknown 401 403 403 403 404 404
      PUT    /api/guide/rules/{id}/translations/{language} unknown 401 403 403 403 400 400
      DELETE /api/guide/rules/{id}/translations/{language} unknown 401 403 403 403 404 404
      PUT    /api/guide/languages/{language}      -           401  403   403 403  400   400
      GET    /api/posters                         -           401  403   403 200  200   403
      GET    /api/door-cards                      -           401  403   403 200  200   403
      GET    /api/introduction                    -           401  200   200 200  200   200
      PUT    /api/introduction                    -           401  400   400 400  400   400
      DELETE /api/introduction                    -           401  204   204 204  204   204
      GET    /api/observations                    -           401  200   200 200  200   200
      GET    /api/observations/{id}               noor        401  200   404 200  200   404
      GET    /api/observations/{id}               yusuf       401  404   200 404  200   404
      GET    /api/observations/{id}               unknown     401  404   404 404  404   404
      POST   /api/observations/{id}/acknowledgement yusuf     401  403   403 404  204   403
      POST   /api/observations/{id}/acknowledgement noor      401  403   403 204  204   403
      POST   /api/observations/{id}/answers       yusuf       401  403   403 404  201   403
      POST   /api/observations/{id}/answers       noor        401  403   403 201  201   403
      POST   /api/observations/{id}/questions     yusuf       401  403   403 404  201   403
      POST   /api/observations/{id}/questions     noor        401  403   403 201  201   403
      POST   /api/observations/{id}/merged-text   yusuf       401  403   403 404  409   403
      POST   /api/observations/{id}/merged-text   noor        401  403   403 409  409   403
      POST   /api/observations/{id}/closure       yusuf       401  403   403 404  204   403
      POST   /api/observations/{id}/closure       noor        401  403   403 204  204   403
      POST   /api/observations/{id}/reopening     yusuf       401  403   403 404  204   403
      POST   /api/observations/{id}/reopening     noor        401  403   403 204  204   403
      PUT    /api/public/photos/{sha256}          photo       422  422   422 422  422   422
      POST   /api/public/reports                  -           400  400   400 400  400   400
      GET    /api/public/reports                  -           400  400   400 400  400   400
      GET    /api/public/reports/{code}           code        200  200   200 200  200   200
      GET    /api/public/reports/{code}           unknown     404  404   404 404  404   404
      POST   /api/public/reports/{code}/replies   code        400  400   400 400  400   400
      DELETE /api/public/reports/{code}/contact   code        204  204   204 204  204   204
      PUT    /api/public/reports/{code}/followers/{id} code   422  422   422 422  422   422
      PUT    /api/public/reports/{code}/followers/{id} unknown 404 404   404 404  404   404
      DELETE /api/public/reports/{code}/followers/{id} code   204  204   204 204  204   204
      GET    /api/desk                            -           401  403   403 200  200   403
      GET    /api/desk/{id}                       report      401  403   403 200  200   403
      GET    /api/desk/{id}                       noor        401  403   403 200  200   403
      GET    /api/desk/{id}                       elsewhere   401  403   403 404  200   403
      GET    /api/desk/{id}                       concern     401  403   403 404  404   403
      GET    /api/reports                         -           401  403   403 200  200   403
      GET    /api/reports/{id}                    report      401  403   403 200  200   403
      GET    /api/reports/{id}                    elsewhere   401  403   403 404  200   403
      GET    /api/reports/{id}                    concern     401  403   403 404  404   403
      POST   /api/reports/{id}/acknowledgement    elsewhere   401  403   403 404  204   403
      POST   /api/reports/{id}/acknowledgement    report      401  403   403 204  204   403
      POST   /api/reports/{id}/answers            elsewhere   401  403   403 404  201   403
      POST   /api/reports/{id}/answers            report      401  403   403 201  201   403
      POST   /api/reports/{id}/questions          elsewhere   401  403   403 404  201   403
      POST   /api/reports/{id}/questions          report      401  403   403 201  201   403
      POST   /api/reports/{id}/closure            elsewhere   401  403   403 404  204   403
      POST   /api/reports/{id}/closure            report      401  403   403 204  204   403
      POST   /api/reports/{id}/reopening          elsewhere   401  403   403 404  204   403
      POST   /api/reports/{id}/reopening          report      401  403   403 204  204   403
      GET    /api/concerns                        -           401  403   403 403  200   403
      GET    /api/concerns/readers                -           401  403   403 403  200   403
      GET    /api/concerns/readers/{account}      admin       401  403   403 403  404   403
      PUT    /api/concerns/readers/{account}      admin       401  403   403 403  422   403
      DELETE /api/concerns/readers/{account}      admin       401  403   403 403  422   403
      GET    /api/concerns/{id}                   concern     401  403   403 403  200   403
      GET    /api/concerns/{id}                   report      401  403   403 403  404   403
      POST   /api/concerns/{id}/acknowledgement   concern     401  403   403 403  204   403
      POST   /api/concerns/{id}/answers           concern     401  403   403 403  201   403
      POST   /api/concerns/{id}/questions         concern     401  403   403 403  201   403
      POST   /api/concerns/{id}/closure           concern     401  403   403 403  204   403
      POST   /api/concerns/{id}/reopening         concern     401  403   403 403  204   403
      DELETE /api/session                         -           401  204   204 204  204   204
      """;

  private static final Map<String, String> BODIES =
      Map.of(
          "proof", "{\"code\":\"1234567\"}",
          "answers", "{\"text\":\"Dank u.\"}",
          "questions", "{\"text\":\"Waar?\"}",
          "merged-text", "{\"text\":\"Een.\"}",
          "closure", "{\"outcome\":\"solved\",\"text\":\"Klaar.\"}",
          "reopening", "{\"text\":\"Toch niet.\"}",
          "waiver", "{\"reason\":\"Loopt mee.\"}");

  @TempDir static Path folder;
  private static final Map<String, Client> CLIENTS = new LinkedHashMap<>();
  private static final Map<String, String> IDS = new LinkedHashMap<>();
  private static Buurtronde server;

  @BeforeAll
  static void start() throws Exception {
    Config config =
        Config.read(
            Map.of(
                "BUURTRONDE_PORT", "0",
                "BUURTRONDE_DATA", Lindewaard.copyTo(folder).toString(),
                "BUURTRONDE_DEMO", "true"));
    server = Buurtronde.start(config, Clock.systemUTC());
    PEOPLE.forEach(name -> CLIENTS.put(name, client(name)));
    byte[] picture = picture();
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
    IDS.put("lighting", "lighting");
    IDS.put("unknown", UUID.randomUUID().toString());
    IDS.put("nothing", "0".repeat(64));
    IDS.put("photo", sha256);
    IDS.put("phone", UUID.randomUUID().toString());
    IDS.put("admin", CLIENTS.get("admin").get("/api/session").json().at("/account/id").asText());
    IDS.put("contact", UUID.randomUUID().toString());
    String contact = "{\"kind\":\"phone\",\"address\":\"06 00 00 00 99\"}";
    var added = CLIENTS.get("noor").put("/api/contacts/" + IDS.get("contact"), contact);
    assertEquals(201, added.status());
    IDS.put("dewi", named("/api/walkers", "walkers", "dewi"));
    IDS.put("alarm", UUID.randomUUID().toString());
    String help = "{\"id\":\"" + IDS.get("alarm") + "\"}";
    assertEquals(201, CLIENTS.get("noor").post("/api/alarms", help).status());
    IDS.put("round", named("/api/rounds?state=planned", "rounds", ""));
    IDS.put("noor", recorded("noor", IDS.get("phone"), "[\"" + sha256 + "\"]"));
    IDS.put("yusuf", recorded("yusuf", UUID.randomUUID().toString(), "[]"));
    String address = "/api/photos/" + sha256;
    assertEquals(201, CLIENTS.get("noor").putBytes(address, "image/jpeg", picture).status());
    IDS.put("report", sent("report", "De Vlierhof"));
    IDS.put("elsewhere", sent("report", "Sluiskwartier"));
    IDS.put("concern", sent("concern", "De Vlierhof"));
    // Yusuf knows its name, no more.
    recorded("yusuf", UUID.randomUUID().toString(), "[\"" + sha256 + "\"]");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everybody_gets_exactly_what_the_table_says() {
    assertEquals(addresses(server.routes()), addresses(rows().stream().map(Row::route).toList()));
    List<String> wrong = new ArrayList<>();
    for (Row row : rows()) {
      withoutToken(row, wrong);
      for (int i = 0; i < PEOPLE.size(); i++) {
        int status = send(CLIENTS.get(PEOPLE.get(i)), row);
        if (status != row.statuses().get(i)) {
          wrong.add(row.route() + " of " + row.of() + ": " + PEOPLE.get(i) + " got " + status);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  // What changes something is refused to the right person without the token or from elsewhere.
  private static void withoutToken(Row row, List<String> wrong) {
    if (row.route().startsWith("GET ")) {
      return;
    }
    Client esra = CLIENTS.get("esra");
    String token = esra.header("X-CSRF-Token");
    if (row.statuses().get(0) == 401) {
      esra.header("X-CSRF-Token", null);
      if (send(esra, row) != 403) {
        wrong.add(row.route() + " without a token");
      }
      esra.header("X-CSRF-Token", token);
    }
    esra.header("Origin", "https://elsewhere.example");
    if (send(esra, row) != 403) {
      wrong.add(row.route() + " from elsewhere");
    }
    esra.header("Origin", esra.origin());
  }

  private record Row(String method, String path, String of, List<Integer> statuses) {
    static Row read(String line) {
      List<String> cells = List.of(line.trim().split("\\s+"));
      List<Integer> statuses = cells.stream().skip(3).map(Integer::valueOf).toList();
      return new Row(cells.get(0), cells.get(1), cells.get(2), statuses);
    }

    String route() {
      return method + " " + path;
    }
  }

  private static List<Row> rows() {
    return MATRIX.lines().skip(1).map(Row::read).toList();
  }

  // The app's own pages are everybody's.
  private static TreeSet<String> addresses(List<String> routes) {
    TreeSet<String> addresses = new TreeSet<>(routes);
    addresses.removeIf(route -> route.startsWith("GET ") && !route.startsWith("GET /api/"));
    return addresses;
  }

  private static int send(Client client, Row row) {
    String path =
        row.path()
            .replace("{language}", "en")
            .replace("/followers/{id}", "/followers/" + IDS.get("unknown"))
            .replaceAll("\\{.*}", IDS.getOrDefault(row.of(), ""));
    if (row.method().equals("GET")) {
      return client.get(path).status();
    }
    String body = BODIES.getOrDefault(path.replaceAll(".*/", ""), "{}");
    if (row.path().startsWith("/api/quarantine")) {
      body = BODIES.get("answers");
    }
    if (row.path().startsWith("/api/alarms")) {
      body = body.replaceAll(".*Klaar.*", "{\"reason\":\"Gebeld.\"}");
    }
    return client
        .send(row.method(), path, "application/json", BodyPublishers.ofString(body))
        .status();
  }

  private static Client client(String name) {
    Client client = new Client(server.port());
    return name.equals("nobody") ? client : client.signIn(name);
  }

  private static String recorded(String name, String device, String photos) {
    String id = UUID.randomUUID().toString();
    String now = Clock.systemUTC().instant().toString();
    String mutation =
        """
        {"n":1,"id":"%s","name":"observation.record","entity":"%s","base":null,"at":"%s",
         "args":{"category":"lighting","text":"BSN 111222333","photos":%s}}"""
            .formatted(UUID.randomUUID(), id, now, photos);
    String push =
        """
        {"proto":1,"device":"%s","epoch":null,"clock":"%s","mutations":[%s]}"""
            .formatted(device, now, mutation);
    var answer = CLIENTS.get(name).post("/api/sync/push", push);
    assertEquals("applied", answer.json().at("/results/0/status").asText());
    return id;
  }

  private static String sent(String kind, String district) {
    String id = UUID.randomUUID().toString();
    String body =
        """
        {"id":"%s","kind":"%s","district":"%s","category":"lighting","text":"Donker."}"""
            .formatted(id, kind, named("/api/places", "districts", district));
    var answer = CLIENTS.get("nobody").post("/api/public/reports", body);
    assertEquals(201, answer.status());
    IDS.put("code", answer.json().get("code").asText());
    return id;
  }

  private static String named(String path, String list, String name) {
    for (JsonNode each : CLIENTS.get("esra").get(path).json().get(list)) {
      if (each.path("name").asText().equals(name)) {
        return each.get("id").asText();
      }
    }
    throw new AssertionError("Nothing called " + name + " at " + path);
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", out);
    return out.toByteArray();
  }
}
