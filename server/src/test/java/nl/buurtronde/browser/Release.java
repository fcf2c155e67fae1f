package nl.buurtronde.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The server as it would be with the next version of the app on it: another page, another worker,
 * and if need be one file that the worker wants and nobody put there.
 */
final class Release implements Closeable {
  static final String MISSING = "/assets/forgotten-0.js";
  // What the two ends say to each other; the client here says it for itself.
  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "accept-encoding", "upgrade", "expect");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "release");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpServer server;
  private final int target;
  private volatile int version = 1;
  private volatile boolean whole = true;

  Release(int target) {
    this.target = target;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(workers);
    server.createContext("/", this::pass);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void publish(boolean complete) {
    whole = complete;
    version++;
  }

  boolean wasAskedFor(String path) {
    return asked.contains(path);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void pass(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    try (exchange;
        InputStream answer = fetch(exchange)) {
      if (path.equals("/service-worker.js") || path.equals("/")) {
        send(exchange, changed(path, new String(answer.readAllBytes(), UTF_8)));
      } else {
        stream(answer, exchange.getResponseBody());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private InputStream fetch(HttpExchange exchange) throws IOException, InterruptedException {
    String here = "http://" + exchange.getRequestHeaders().getFirst("Host");
    String there = "http://127.0.0.1:" + target;
    URI to = URI.create(there + exchange.getRequestURI());
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to)
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value.replace(here, there)));
              }
            });
    HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!name.startsWith(":") && !Set.of("content-length", "transfer-encoding")
                  .contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    String path = exchange.getRequestURI().getPath();
    if (!path.equals("/service-worker.js") && !path.equals("/")) {
      boolean none = answer.statusCode() == 204 || answer.statusCode() == 304;
      exchange.sendResponseHeaders(answer.statusCode(), none ? -1 : 0);
    }
    return answer.body();
  }

  private String changed(String path, String text) {
    if (version == 1) {
      return text;
    }
    if (path.equals("/")) {
      return text.replace("<html ", "<html data-release=\"" + version + "\" ");
    }
    String other = text.replaceFirst("\"[0-9a-f]{16}\"", "\"%016x\"".formatted(version));
    return whole ? other : other.replace("[\"/\",", "[\"/\",\"" + MISSING + "\",");
  }

  private static void send(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().remove("ETag");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Piece by piece, as live events come. */
  private static void stream(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      to.write(buffer, 0, read);
      to.flush();
    }
  }
}
