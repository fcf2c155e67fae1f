package nl.buurtronde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/** The operator's provider of text messages: keeps what it gets, and takes it, fails or hangs. */
public final class Webhook implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Got> got = new ArrayList<>();
  private int beats;

  /** What it answers to a message: a status, or 0 to hang. */
  volatile Function<JsonNode, Integer> answer = message -> 204;

  /** @param at in milliseconds of the clock on the wall */
  record Got(JsonNode message, long at) {
    String alarm() {
      return message.get("alarm").asText();
    }

    int step() {
      return message.get("step").asInt();
    }

    String key() {
      return alarm() + " " + step() + " " + message.get("person").asText();
    }
  }

  public Webhook() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/hook", this::take);
    server.createContext("/beat", this::beat);
    server.setExecutor(threads);
    server.start();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  synchronized List<Got> got() {
    return List.copyOf(got);
  }

  public synchronized int beats() {
    return beats;
  }

  /** Waits for so many messages about one subject, and gives all of them. */
  List<Got> await(String alarm, int count) throws InterruptedException {
    return await(one -> one.alarm().equals(alarm), count);
  }

  /** Waits for so many messages of some ladder. */
  List<Got> awaitAlarm(int count) throws InterruptedException {
    return await(one -> one.step() > 0, count);
  }

  private synchronized List<Got> await(Predicate<Got> which, int count)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (got.stream().filter(which).count() < count) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("Only these came: " + got);
      }
      wait(left);
    }
    return got.stream().filter(which).toList();
  }

  public synchronized void awaitBeats(int count) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (beats < count) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("Only " + beats + " heartbeats came");
      }
      wait(left);
    }
  }

  List<Got> about(String alarm) {
    return got().stream().filter(one -> one.alarm().equals(alarm)).toList();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void take(HttpExchange exchange) throws IOException {
    JsonNode message = JSON.readTree(exchange.getRequestBody());
    synchronized (this) {
      got.add(new Got(message, System.currentTimeMillis()));
      notifyAll();
    }
    int status = answer.apply(message);
    if (status == 0) {
      hang();
    }
    exchange.sendResponseHeaders(status == 0 ? 500 : status, -1);
    exchange.close();
  }

  private void beat(HttpExchange exchange) throws IOException {
    synchronized (this) {
      beats++;
      notifyAll();
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void hang() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
