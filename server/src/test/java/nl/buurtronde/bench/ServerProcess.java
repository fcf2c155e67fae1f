package nl.buurtronde.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.buurtronde.Client;

/** The packaged program in a process of its own, with the demo's accounts. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final int port;
  private final long startMilliseconds;

  ServerProcess(Path data, boolean demo) throws IOException {
    port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder("java", "-Xmx256m", "-jar", "target/buurtronde.jar")
            .redirectErrorStream(true)
            .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "BUURTRONDE_PORT", String.valueOf(port),
                "BUURTRONDE_DATA", data.toString(),
                "BUURTRONDE_DEMO", String.valueOf(demo),
                "BUURTRONDE_PROXY", "127.0.0.1",
                "BUURTRONDE_DAILY_MUTATIONS", "999999999"));
    long begun = System.nanoTime();
    process = builder.start();
    awaitHealth();
    startMilliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  int port() {
    return port;
  }

  long startMilliseconds() {
    return startMilliseconds;
  }

  long pid() {
    return process.pid();
  }

  /** Resident memory in megabytes, as Linux tells it. */
  long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  Client signIn(String name) {
    return new Client(port).signIn(name);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitHealth() throws IOException {
    while (process.isAlive()) {
      try {
        if (new Client(port).get("/api/health").status() == 200) {
          return;
        }
      } catch (java.io.UncheckedIOException e) {
        Thread.onSpinWait();
      }
    }
    throw new IOException("The server ended before it was healthy");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
