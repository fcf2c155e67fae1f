package nl.buurtronde.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody else's server on this machine: keeps what it gets, and answers as it is told. */
public final class Endpoint implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch ends = new CountDownLatch(1);
  private final List<Got> all = new CopyOnWriteArrayList<>();
  private volatile int status;
  private volatile String answer = "";
  private volatile boolean hangs;

  public Endpoint(int status) {
    this.status = status;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public record Got(String path, Headers headers, byte[] body) {
    public JsonNode json() {
      try {
        return new ObjectMapper().readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public String text() {
      return json().get("text").asText();
    }
  }

  public Endpoint saying(String text) {
    answer = text;
    return this;
  }

  /** It takes what it gets, and never answers. */
  public Endpoint hanging() {
    hangs = true;
    return this;
  }

  /** From now on it does answer. */
  public Endpoint answering() {
    hangs = false;
    return this;
  }

  public void status(int next) {
    status = next;
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  public List<Got> all() {
    return all;
  }

  public Got only() {
    if (all.size() != 1) {
      throw new AssertionError("It got " + all.size());
    }
    return all.get(0);
  }

  @Override
  public void close() {
    ends.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    all.add(new Got(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
    if (hangs) {
      waitForTheEnd();
      return;
    }
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    byte[] text = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, text.length == 0 ? -1 : text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private void waitForTheEnd() {
    try {
      ends.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
