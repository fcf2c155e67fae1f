package nl.buurtronde.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Lighthouse says of the tenants' part, on the slow phone and the line that it imitates. */
final class PageBench {
  private static final String LIGHTHOUSE = "lighthouse@13.5.0";
  private static final String CHROMIUM_FLAGS =
      "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"
          + " --disable-background-networking --disable-component-update --disable-sync";
  private static final int TIMES = 5;
  private static final Map<String, String> PAGES =
      Map.of("start", "/", "poster", "/?complex=VH-01", "numbers without script", "/numbers");
  private static final List<String> CATEGORIES =
      List.of("performance", "accessibility", "best-practices", "seo");

  private final Path folder;
  private final Table table;

  PageBench(Path folder, Table table) {
    this.folder = folder;
    this.table = table;
  }

  void run() throws Exception {
    try (ServerProcess server =
        new ServerProcess(Files.createDirectories(folder.resolve("page")), true)) {
      for (Map.Entry<String, String> page : PAGES.entrySet()) {
        String address = "http://127.0.0.1:" + server.port() + page.getValue();
        table.measure("Lighthouse: " + page.getKey(), () -> judge(page.getKey(), address));
      }
    }
  }

  private void judge(String name, String address) throws Exception {
    report(address); // server and browser on two cores: the first still pays for the start
    List<JsonNode> reports = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      reports.add(report(address));
    }
    for (String category : CATEGORIES) {
      double median =
          reports.stream()
              .mapToDouble(one -> one.at("/categories/" + category + "/score").asDouble())
              .sorted()
              .skip(TIMES / 2)
              .findFirst()
              .orElseThrow();
      String score = String.valueOf(Math.round(100 * median));
      table.row("Lighthouse, mobile: " + name + ", " + category, score, "at least 95");
    }
  }

  private JsonNode report(String address) throws IOException, InterruptedException {
    Path file = Files.createTempFile(folder, "lighthouse", ".json");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "npx",
                "--yes",
                LIGHTHOUSE,
                address,
                "--quiet",
                "--output=json",
                "--output-path=" + file,
                "--chrome-flags=" + CHROMIUM_FLAGS));
    builder.environment().put("CHROME_PATH", "/usr/bin/chromium");
    Path log = folder.resolve("lighthouse.log");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    if (builder.start().waitFor() != 0) {
      throw new IOException(Files.readString(log));
    }
    return new ObjectMapper().readTree(file.toFile());
  }
}
