package nl.buurtronde.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtronde.Buurtronde;
import nl.buurtronde.Client;
import nl.buurtronde.Config;
import nl.buurtronde.Lindewaard;
import org.openqa.selenium.Dimension;

/** The demo's city on a server of its own, with the people who open it and their reception. */
public final class Town implements Closeable {
  private final Path folder;
  private final Map<String, String> settings;
  private final List<Closeable> open = new ArrayList<>();
  private final Map<String, Browser> offices = new HashMap<>();
  private int browsers;
  private Buurtronde server;

  /**
   * @param folder an empty one; server and browsers keep all they have in it
   */
  public Town(Path folder) {
    this(folder, Map.of());
  }

  /** With settings of its own. */
  Town(Path folder, Map<String, String> settings) {
    this.folder = folder;
    this.settings = settings;
    Lindewaard.copyTo(folder.resolve("data"));
    start(0);
  }

  /** A phone with a reception of its own. */
  Phone phone(String name) {
    return phone(name, Browser.PHONE);
  }

  Phone phone(String name, Dimension size) {
    return phone(name, size, server.port());
  }

  /** A phone that reaches the server by what listens at this port. */
  Phone phone(String name, Dimension size, int port) {
    Proxy proxy = new Proxy(port);
    open.add(proxy);
    Browser browser = new Browser(profile(name), proxy.origin(), size);
    open.add(browser);
    return new Phone(browser, proxy);
  }

  /** A desk in the office, on the office's own network. */
  Browser desk(String name) {
    Browser browser = new Browser(profile(name), origin(), Browser.DESK);
    open.add(browser);
    return browser;
  }

  /** The desk of somebody who stays signed in from one test to the next, as long as the town is there. */
  Browser office(String name) {
    Browser known = offices.get(name);
    if (known != null) {
      return known.open("/");
    }
    Browser desk = new Browser(profile(name), origin(), Browser.DESK);
    offices.put(name, desk);
    return desk.signIn(name);
  }

  public Client client() {
    return new Client(server.port());
  }

  /** What the office finds with these words. */
  JsonNode find(String words) {
    String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
    return client().signIn("esra").get("/api/observations?q=" + query).json().get("observations");
  }

  /** A complex that this person may see. */
  String complexOf(String name) {
    JsonNode places = client().signIn(name).get("/api/places").json();
    return places.get("complexes").get(0).get("id").asText();
  }

  int port() {
    return server.port();
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

  /** Everybody goes home; the server stays. */
  void closeBrowsers() throws IOException {
    Error broken = null;
    while (!open.isEmpty()) {
      try {
        open.remove(open.size() - 1).close();
      } catch (AssertionError e) {
        broken = e;
      }
    }
    if (broken != null) {
      throw broken;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      open.addAll(offices.values());
      closeBrowsers();
    } finally {
      server.close();
    }
  }

  record Phone(Browser browser, Proxy reception) {}

  private void start(int port) {
    server = start(folder.resolve("data"), port, settings);
  }

  private static Buurtronde start(Path data, int port, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("BUURTRONDE_PORT", String.valueOf(port));
    all.put("BUURTRONDE_DATA", data.toString());
    all.put("BUURTRONDE_DEMO", "true");
    Config config = Config.read(all);
    return Buurtronde.start(config, Clock.systemUTC());
  }

  private Path profile(String name) {
    try {
      return Files.createDirectories(folder.resolve("profile-" + ++browsers + "-" + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
