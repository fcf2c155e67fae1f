package nl.buurtronde.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/**
 * Where pictures are decoded: a few at once, each for a limited time, so that photos never take the
 * memory or the threads of those who only send text.
 */
final class Darkroom implements AutoCloseable {
  private static final int RETRY_SECONDS = 5;

  private final Semaphore places;
  private final ExecutorService workers;
  private final Duration wait;
  private final Duration limit;

  /** One piece of work, told by the supplier when it should give up. */
  interface Work {
    CleanPhoto run(BooleanSupplier outOfTime);
  }

  Darkroom(int places, Duration wait, Duration limit) {
    this.places = new Semaphore(places, true);
    this.workers = Executors.newFixedThreadPool(places, task -> new Thread(task, "darkroom"));
    this.wait = wait;
    this.limit = limit;
  }

  CleanPhoto develop(Path file) {
    return run(outOfTime -> PhotoCleaner.clean(bytes(file), outOfTime));
  }

  CleanPhoto run(Work work) {
    try {
      if (!places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Refusal(Reason.UNAVAILABLE, "photo.busy", RETRY_SECONDS);
      }
      return await(begin(work));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Reason.UNAVAILABLE, "photo.busy", RETRY_SECONDS);
    }
  }

  /** The place is free again when the work has really ended, not when nobody waits any more. */
  private Future<CleanPhoto> begin(Work work) {
    long end = System.nanoTime() + limit.toNanos();
    return workers.submit(
        () -> {
          try {
            return work.run(() -> System.nanoTime() - end >= 0);
          } finally {
            places.release();
          }
        });
  }

  private CleanPhoto await(Future<CleanPhoto> result) throws InterruptedException {
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Refusal(Reason.UNPROCESSABLE, "photo.slow");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof OutOfMemoryError) {
        throw new Refusal(Reason.UNPROCESSABLE, "photo.broken");
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
