package nl.buurtronde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The hand on the servers: a small port beside theirs, for the schedules to pull the strings. */
final class ScheduleControl implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ScheduleLane> lanes = new ArrayList<>();
  private final List<SchedulePicture> pictures = SchedulePicture.draw(48);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /** Half of the lanes, the first not among them, keep copies. */
  ScheduleControl(Path folder, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Path own = Files.createDirectories(folder.resolve("lane-" + i));
      lanes.add(new ScheduleLane(own, i > 0));
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    lanes.forEach(ScheduleLane::close);
  }

  private void answer(HttpExchange exchange) throws IOException {
    int status = 200;
    byte[] body;
    try {
      String[] path = exchange.getRequestURI().getPath().split("/");
      JsonNode asked = JSON.readTree(exchange.getRequestBody());
      body = JSON.writeValueAsBytes(act(lanes.get(Integer.parseInt(path[1])), path[2], asked));
    } catch (Exception | Error e) {
      status = 500;
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      body = trace.toString().getBytes(StandardCharsets.UTF_8);
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Object act(ScheduleLane lane, String what, JsonNode asked) throws Exception {
    switch (what) {
      case "open" -> {
        return Map.of(
            "now", lane.now(),
            "port", lane.port(),
            "backedUp", lane.backedUp(),
            "pictures", pictures);
      }
      case "people" -> {
        return lane.people(asked.get("count").asInt(), asked.get("sessions").asInt());
      }
      case "session" -> {
        return lane.session(UUID.fromString(asked.get("account").asText()));
      }
      case "coordinator" -> {
        return lane.coordinator();
      }
      case "held" -> {
        return lane.held(texts(asked.get("accounts")), texts(asked.get("photos")));
      }
      case "restore" -> {
        return lane.restore();
      }
      case "clock" -> lane.setClock(asked.get("now").asLong());
      case "restart" -> lane.restart();
      case "backup" -> lane.backUp();
      case "break" -> lane.breakDown(asked.get("how").textValue());
      case "leave" -> lane.leave(UUID.fromString(asked.get("account").asText()));
      case "trust" ->
          lane.trust(
              asked.get("sha256").asText(),
              asked.get("token").asText(),
              ScheduleLane.bytes(asked.get("bytes")),
              ScheduleLane.bytes(asked.get("altered")));
      default -> throw new IllegalArgumentException(what);
    }
    return null;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts.isEmpty() ? List.of("-") : texts;
  }
}
