package nl.buurtronde.oncall;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How an organisation escalates.
 *
 * @param grace from the time a pair was to be back to the alarm
 * @param heartbeat what an outside monitor watches, or empty
 */
public record OnCallConfig(Ladder ladder, Duration grace, Optional<URI> heartbeat) {
  public static final OnCallConfig DEFAULT =
      new OnCallConfig(
          Ladder.parse("PT0S,PT2M,PT5M,PT10M"), Duration.ofMinutes(10), Optional.empty());

  public static void checkHeartbeat(URI uri) {
    boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!isWeb || uri.getHost() == null) {
      throw new IllegalArgumentException("must be as https://monitor.example/buurtronde");
    }
  }

  @Override
  public String toString() {
    return "OnCallConfig"; // so that no log ever shows the monitor's address, which is its key
  }
}
