package nl.buurtronde.http;

import io.javalin.config.RoutesConfig;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What browsers say of the content policy. Anybody can say so: it fills no log. */
final class PolicyReports implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyReports.class);
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private long next = System.nanoTime();

  @Override
  public void add(RoutesConfig routes) {
    routes.post(
        "/api/policy-reports",
        ctx -> {
          if (isFirstOfMinute()) {
            LOG.warn("A page was kept from doing what the content policy forbids");
          }
          ctx.status(204);
        },
        Access.ANYONE);
  }

  private synchronized boolean isFirstOfMinute() {
    long now = System.nanoTime();
    boolean first = now - next >= 0;
    next = first ? now + MINUTE : next;
    return first;
  }
}
