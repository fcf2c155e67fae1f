package nl.buurtronde.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.json.JavalinJackson;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Javalin on its own Jetty, with every limit set and every room's routes. */
public final class HttpServer implements AutoCloseable {
  private static final int IDLE_MILLISECONDS = 30_000;
  private static final int LEAST_BYTES_A_SECOND = 500;
  private static final Duration GRACE = Duration.ofSeconds(15);

  private final Javalin javalin;

  /**
   * @param port 0 for any free one
   */
  public HttpServer(String host, int port, Guard guard, List<Routes> rooms) {
    this(host, port, guard, "", rooms);
  }

  /**
   * @param helpline a line of HTML with a number to call, for a page without script
   */
  public HttpServer(
      String host, int port, Guard guard, String helpline, List<Routes> rooms) {
    this.javalin =
        Javalin.create(
            config -> {
              limits(config);
              config.jetty.host = host;
              config.jetty.port = port;
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.jsonMapper(new JavalinJackson(Json.mapper(), false));
              config.routes.before(Headers::set);
              config.routes.before(Messages::hear);
              config.routes.beforeMatched(guard::check);
              config.routes.beforeMatched(Query::check);
              Refusals.add(config.routes);
              new PolicyReports().add(config.routes);
              Pages.add(config, helpline);
              rooms.forEach(room -> room.add(config.routes));
            });
  }

  public void start() {
    javalin.start();
  }

  public int port() {
    return javalin.port();
  }

  /** Every address there is, as {@code GET /api/health}. */
  public List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
        .toList();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void limits(JavalinConfig config) {
    config.http.maxRequestSize = 1_000_000;
    config.http.generateEtags = true;
    config.jetty.threadPool = new QueuedThreadPool(64, 8, 60_000);
    config.jetty.multipartConfig.maxFileSize(10, SizeUnit.MB);
    config.jetty.multipartConfig.maxTotalRequestSize(12, SizeUnit.MB);
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(16 * 1024);
          http.setIdleTimeout(IDLE_MILLISECONDS);
        });
    config.jetty.modifyServer(
        server -> {
          server.insertHandler(new LeastRate(LEAST_BYTES_A_SECOND, GRACE));
          server.setErrorHandler(new PlainErrors());
        });
  }
}
