package nl.buurtronde.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/**
 * Where pictures are decoded: a few at once, each for a limited time of the processor's, so that
 * photos never take the memory or the threads of those who only send text. A machine that is busy
 * otherwise makes one wait, and refuses nothing.
 */
final class Darkroom implements AutoCloseable {
  private static final int RETRY_SECONDS = 5;
  private static final int PATIENCE = 12;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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
  private Running begin(Work work) {
    var stopwatch = new AtomicReference<Stopwatch>();
    Future<CleanPhoto> result =
        workers.submit(
            () -> {
              stopwatch.set(Stopwatch.start());
              try {
                return work.run(() -> stopwatch.get().hasPassed(limit));
              } finally {
                places.release();
              }
            });
    return new Running(result, stopwatch);
  }

  private record Running(Future<CleanPhoto> result, AtomicReference<Stopwatch> stopwatch) {}

  /** The processor time of the thread that started it. */
  private record Stopwatch(long thread, long begun) {
    static Stopwatch start() {
      long thread = Thread.currentThread().getId();
      return new Stopwatch(thread, THREADS.getThreadCpuTime(thread));
    }

    boolean hasPassed(Duration limit) {
      return THREADS.getThreadCpuTime(thread) - begun >= limit.toNanos();
    }
  }

  private CleanPhoto await(Running running) throws InterruptedException {
    try {
      return running.result().get(limit.toMillis() * PATIENCE, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      Stopwatch stopwatch = running.stopwatch().get();
      if (stopwatch != null && stopwatch.hasPassed(limit)) {
        throw new Refusal(Reason.UNPROCESSABLE, "photo.slow");
      }
      throw new Refusal(Reason.UNAVAILABLE, "photo.busy", RETRY_SECONDS);
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
