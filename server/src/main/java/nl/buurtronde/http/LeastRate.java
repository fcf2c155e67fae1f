package nl.buurtronde.http;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Gives up on a body that comes in drops, for it holds a thread. Each request is judged by its own
 * bytes; one that stands still altogether is ended by the idle timeout.
 */
final class LeastRate extends Handler.Wrapper {
  private final long bytesPerSecond;
  private final Duration grace;

  /**
   * @param grace how long any body may take, however small
   */
  LeastRate(long bytesPerSecond, Duration grace) {
    this.bytesPerSecond = bytesPerSecond;
    this.grace = grace;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(new Measured(request), response, callback);
  }

  private final class Measured extends Request.Wrapper {
    private final long begun = NanoTime.now();
    private long bytes;
    private Content.Chunk tooSlow;

    Measured(Request request) {
      super(request);
    }

    @Override
    public Content.Chunk read() {
      if (tooSlow != null) {
        return tooSlow;
      }
      Content.Chunk chunk = super.read();
      if (chunk != null) {
        bytes += chunk.remaining();
      }
      return chunk;
    }

    @Override
    public void demand(Runnable callback) {
      if (NanoTime.millisSince(begun) <= grace.toMillis() + 1000 * bytes / bytesPerSecond) {
        super.demand(callback);
        return;
      }
      tooSlow = Content.Chunk.from(new TimeoutException("The body came too slowly"), true);
      callback.run();
    }
  }
}
