package nl.buurtronde.sync;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Session;
import nl.buurtronde.http.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells open pages that there is something new, never what: they ask with their own rights. */
final class Live implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Live.class);
  private static final int GATHER_MILLISECONDS = 50;
  private static final int HEARTBEAT_SECONDS = 15;

  private final Database database;
  private final Sessions sessions;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean planned = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "live"));
  private long told;

  Live(Database database, Sessions sessions) {
    this.database = database;
    this.sessions = sessions;
    this.told = database.read(Revisions::current);
    database.onCommit(this::plan);
    thread.scheduleWithFixedDelay(
        this::heartbeat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  void open(SseClient client) {
    Context ctx = client.ctx();
    Listener listener = new Listener(client, Optional.ofNullable(ctx.cookie(Guard.COOKIE)));
    client.keepAlive();
    client.onClose(() -> listeners.remove(listener));
    listeners.add(listener);
    client.sendComment("open");
  }

  @Override
  public void close() {
    thread.shutdownNow();
    listeners.forEach(listener -> listener.client().close());
  }

  // Commits come in bursts; one message tells of all of them.
  private void plan() {
    if (!thread.isShutdown() && planned.compareAndSet(false, true)) {
      thread.schedule(this::tell, GATHER_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
  }

  private void tell() {
    planned.set(false);
    try {
      long revision = database.read(Revisions::current);
      if (revision > told) {
        told = revision;
        send(client -> client.sendEvent("changed", Map.of("revision", revision)));
      }
    } catch (RuntimeException e) {
      LOG.warn("Open pages could not be told of a change", e);
    }
  }

  private void heartbeat() {
    send(client -> client.sendComment("still here"));
  }

  private void send(java.util.function.Consumer<SseClient> message) {
    for (Listener listener : listeners) {
      try {
        if (listener.isAllowed(sessions)) {
          message.accept(listener.client());
        } else {
          listener.client().close();
        }
      } catch (RuntimeException e) {
        listeners.remove(listener);
      }
    }
  }

  private record Listener(SseClient client, Optional<String> token) {
    boolean isAllowed(Sessions sessions) {
      return token
          .flatMap(sessions::look)
          .filter(session -> session.state() == Session.State.LIVE)
          .isPresent();
    }
  }
}
