package nl.buurtronde.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.buurtronde.Client;

/** What the server takes in and gives back, beside bare JDBC on the same disk. */
final class ServerBench {
  private static final int WARM_UP_SECONDS = 12;
  private static final int SECONDS = 10;
  // Five wrong guesses at one name are free.
  private static final List<String> NAMES = List.of("noor", "kim", "yusuf", "bas", "esra", "admin");
  private static final int SIGN_INS = 5 * NAMES.size();

  private final Path folder;
  private final Table table;

  ServerBench(Path folder, Table table) {
    this.folder = folder;
    this.table = table;
  }

  void push() throws Exception {
    Path data = folder.resolve("push");
    Files.createDirectories(data);
    double batches;
    double singles;
    try (ServerProcess server = new ServerProcess(data, true)) {
      table.row("Server: start to healthy, demo filled", server.startMilliseconds() + " ms", "");
      Client noor = server.signIn("noor");
      table.measure("Sign-in", () -> signIn(server));
      load(server, noor, 8, 50, WARM_UP_SECONDS);
      batches = load(server, noor, 8, 50, SECONDS);
      load(server, noor, 32, 1, 3);
      singles = load(server, noor, 32, 1, SECONDS);
    }
    try (ServerProcess server = new ServerProcess(data, false)) {
      table.row("Server: start to healthy, with data", server.startMilliseconds() + " ms", "");
      TimeUnit.SECONDS.sleep(3);
      table.row("Server: resident when idle", server.residentMegabytes() + " MB", "");
    }
    BareJdbc bare = new BareJdbc(data.resolve("buurtronde.db"), folder);
    double bareBatches = bare.mutationsPerSecond(50, SECONDS);
    double bareSingles = bare.singleRowsPerSecond(SECONDS);
    table.row("Push, 8 connections, batches of 50", perSecond(batches), "");
    table.row("  bare JDBC, same rows, indexes, transactions", perSecond(bareBatches), "");
    table.ratio("  push / bare", batches / bareBatches, "at least 0.5");
    table.row("Push, 32 connections, one by one", perSecond(singles), "");
    table.row("  bare JDBC, single-row transactions", perSecond(bareSingles), "");
    table.ratio("  push / bare", singles / bareSingles, "more than 1");
  }

  // What exists and what does not take turns; each comes from a network of its own.
  private void signIn(ServerProcess server) {
    double[] wrong = new double[SIGN_INS];
    double[] unknown = new double[SIGN_INS];
    for (int i = 0; i < SIGN_INS; i++) {
      unknown[i] = refusedMilliseconds(server, "onbekend" + i, 2 * i);
      wrong[i] = refusedMilliseconds(server, NAMES.get(i % NAMES.size()), 2 * i + 1);
    }
    double difference = median(wrong) - median(unknown);
    table.row("Sign-in, wrong password, median of 30", milliseconds(median(wrong)), "");
    table.row("  more than with an unknown name", milliseconds(difference), "within 20 ms");
  }

  private static double refusedMilliseconds(ServerProcess server, String name, int network) {
    Client client = new Client(server.port()).header("X-Forwarded-For", "198.51.100." + network);
    var body = Map.of("name", name, "password", "vier-verkeerde-woorden");
    long begun = System.nanoTime();
    int status = client.post("/api/session", body).status();
    double took = (System.nanoTime() - begun) / 1e6;
    if (status != 401) {
      throw new IllegalStateException("Signing in wrongly gave " + status);
    }
    return took;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static String milliseconds(double value) {
    return String.format("%.1f ms", value);
  }

  void pull() throws Exception {
    double small = pullMicroseconds(1_000);
    double large = pullMicroseconds(100_000);
    table.row("Pull with nothing new, 1,000 observations", Math.round(small) + " µs", "");
    table.row("Pull with nothing new, 100,000 observations", Math.round(large) + " µs", "");
    table.ratio("  large / small", large / small, "at most 1.5");
  }

  private double pullMicroseconds(int observations) throws Exception {
    Path data = folder.resolve("pull-" + observations);
    Files.createDirectories(data);
    try (ServerProcess server = new ServerProcess(data, true)) {
      Client noor = server.signIn("noor");
      try (Connection connection = connect(server, noor)) {
        Batches phone = new Batches();
        for (int sent = 0; sent < observations; sent += 50) {
          connection.post("/api/sync/push", phone.next(50));
        }
        String cursor = "";
        for (boolean more = true; more; ) {
          JsonNode answer =
              new ObjectMapper()
                  .readTree(connection.get("/api/sync/pull?limit=500&cursor=" + cursor));
          cursor = answer.get("cursor").asText();
          more = answer.get("more").asBoolean();
        }
        String path = "/api/sync/pull?limit=500&cursor=" + cursor;
        for (int i = 0; i < 3_000; i++) {
          connection.get(path);
        }
        long begun = System.nanoTime();
        for (int i = 0; i < 3_000; i++) {
          connection.get(path);
        }
        return (System.nanoTime() - begun) / 1e3 / 3_000;
      }
    }
  }

  private static double load(
      ServerProcess server, Client account, int connections, int size, int seconds)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Callable<Long>> phones = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      phones.add(
          () -> {
            Batches phone = new Batches();
            long acknowledged = 0;
            try (Connection connection = connect(server, account)) {
              while (System.nanoTime() < end) {
                String answer = connection.post("/api/sync/push", phone.next(size));
                if (!answer.contains("\"applied\"") || answer.contains("quarantined")) {
                  throw new IOException(answer);
                }
                acknowledged += size;
              }
            }
            return acknowledged;
          });
    }
    long begun = System.nanoTime();
    long total = 0;
    for (Future<Long> phone : threads.invokeAll(phones)) {
      total += phone.get();
    }
    threads.shutdown();
    return total / ((System.nanoTime() - begun) / 1e9);
  }

  private static Connection connect(ServerProcess server, Client account) throws IOException {
    return new Connection(server.port(), account.header("Cookie"), account.header("X-CSRF-Token"));
  }

  private static String perSecond(double rate) {
    return String.format("%,.0f/s", rate);
  }
}
