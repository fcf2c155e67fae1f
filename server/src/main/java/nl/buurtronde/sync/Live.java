package nl.buurtronde.sync;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Session;
import nl.buurtronde.http.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells open pages that there is something new, never what: they ask with their own rights. */
final class Live implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Live.class);
  private static final int MOST_LINES = 16;
  private static final int GATHER_MILLISECONDS = 50;
  private static final int HEARTBEAT_SECONDS = 15;

  private final Database database;
  private final Sessions sessions;
  // Those of one account, the oldest first.
  private final Map<UUID, Deque<Listener>> lines = new ConcurrentHashMap<>();
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
    Listener listener =
        new Listener(client, Guard.actor(ctx).id(), Optional.ofNullable(ctx.cookie(Guard.COOKIE)));
    client.keepAlive();
    client.onClose(() -> remove(listener));
    Deque<Listener> own =
        lines.compute(
            listener.account(),
            (account, open) -> {
              Deque<Listener> all = open == null ? new ConcurrentLinkedDeque<>() : open;
              all.addLast(listener);
              return all;
            });
    if (own.size() > MOST_LINES) {
      own.peekFirst().client().close();
    }
    client.sendComment("open");
  }

  @Override
  public void close() {
    thread.shutdownNow();
    open().forEach(listener -> listener.client().close());
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
    try {
      send(client -> client.sendComment("still here"));
    } catch (RuntimeException e) {
      LOG.warn("Open pages could not be told that we are here", e); // thrown on, it were the last
    }
  }

  // Who may still hear is asked of one snapshot, not of one for each line.
  private void send(Consumer<SseClient> message) {
    List<Listener> open = open();
    Set<Listener> allowed =
        database.read(
            handle ->
                open.stream()
                    .filter(listener -> listener.isAllowed(sessions))
                    .collect(Collectors.toSet()));
    for (Listener listener : open) {
      try {
        if (allowed.contains(listener)) {
          message.accept(listener.client());
        } else {
          listener.client().close();
        }
      } catch (RuntimeException e) {
        remove(listener);
      }
    }
  }

  private List<Listener> open() {
    return lines.values().stream().flatMap(Deque::stream).toList();
  }

  private void remove(Listener listener) {
    lines.computeIfPresent(
        listener.account(),
        (account, open) -> {
          open.remove(listener);
          return open.isEmpty() ? null : open;
        });
  }

  private record Listener(SseClient client, UUID account, Optional<String> token) {
    boolean isAllowed(Sessions sessions) {
      return token
          .flatMap(sessions::look)
          .filter(session -> session.state() == Session.State.LIVE)
          .isPresent();
    }
  }
}
