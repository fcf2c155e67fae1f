package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, which can be killed and started again where it was. */
final class Killable implements AutoCloseable {
  private final Path folder;
  private final Map<String, String> settings;
  private final int port;
  private Process process;

  /** @param folder in which {@code data} is */
  Killable(Path folder, Map<String, String> settings) throws Exception {
    this.folder = folder;
    this.settings = settings;
    this.port = freePort();
    start();
  }

  int port() {
    return port;
  }

  /** Unless it ended by itself before. */
  void killAfter(int milliseconds) throws InterruptedException {
    process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    kill();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Without anything under way being lost, as an administrator would. */
  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  void start() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "nl.buurtronde.Buurtronde");
    builder.environment().putAll(settings);
    builder.environment().put("BUURTRONDE_PORT", String.valueOf(port));
    builder.environment().put("BUURTRONDE_DATA", folder.resolve("data").toString());
    builder.redirectErrorStream(true);
    Path log = folder.resolve("server.log");
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process = builder.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!isHealthy()) {
      boolean waiting = process.isAlive() && System.nanoTime() < end;
      assertTrue(waiting, () -> "it does not start: " + read(log));
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private boolean isHealthy() {
    try {
      return new Client(port).get("/api/health").status() == 200;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
