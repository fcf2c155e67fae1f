package nl.buurtronde.oncall;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an outside monitor that somebody still looks at the clock; its silence is the warning. */
final class Heartbeat {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(10);

  private final Optional<URI> address;
  private final LongSupplier nanos;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private Long last;

  Heartbeat(Optional<URI> address, LongSupplier nanos) {
    this.address = address;
    this.nanos = nanos;
  }

  /** Sends one when it is time, and waits for nothing. */
  CompletableFuture<Void> beat() {
    long now = nanos.getAsLong();
    if (address.isEmpty() || last != null && now - last < EVERY.toNanos()) {
      return CompletableFuture.completedFuture(null);
    }
    last = now;
    HttpRequest request = HttpRequest.newBuilder(address.get()).timeout(WHOLE).GET().build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .handle(
            (answer, failure) -> {
              if (failure != null || answer.statusCode() / 100 != 2) {
                LOG.warn("The outside monitor did not take the heartbeat");
              }
              return null;
            });
  }
}
