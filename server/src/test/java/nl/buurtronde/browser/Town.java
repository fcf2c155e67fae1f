package nl.buurtronde.browser;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.buurtronde.Buurtronde;
import nl.buurtronde.Client;
import nl.buurtronde.Config;
import org.openqa.selenium.Dimension;

/** The demo's city on a server of its own, with the people who open it and their reception. */
public final class Town implements Closeable {
  private final Path folder;
  private final List<Closeable> open = new ArrayList<>();
  private Buurtronde server;

  /**
   * @param folder an empty one; server and browsers keep all they have in it
   */
  public Town(Path folder) {
    this.folder = folder;
    start(0);
  }

  /** A phone with a reception of its own. */
  Phone phone(String name) {
    return phone(name, Browser.PHONE);
  }

  Phone phone(String name, Dimension size) {
    Proxy proxy = new Proxy(server.port());
    Browser browser = new Browser(profile(name), proxy.origin(), size);
    open.add(proxy);
    open.add(browser);
    return new Phone(browser, proxy);
  }

  /** A desk in the office, on the office's own network. */
  Browser desk(String name) {
    Browser browser = new Browser(profile(name), origin(), Browser.DESK);
    open.add(browser);
    return browser;
  }

  public Client client() {
    return new Client(server.port());
  }

  String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Stops the server and starts it again on the same data, at the same address. */
  void restart() {
    int port = server.port();
    server.close();
    start(port);
  }

  @Override
  public void close() throws IOException {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
    server.close();
  }

  record Phone(Browser browser, Proxy reception) {}

  private void start(int port) {
    Config config =
        new Config(
            "127.0.0.1",
            port,
            folder.resolve("data"),
            true,
            "",
            "",
            Optional.empty(),
            Duration.ofHours(24));
    server = Buurtronde.start(config, Clock.systemUTC());
  }

  private Path profile(String name) {
    try {
      return Files.createDirectories(folder.resolve("profile-" + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
