package nl.buurtronde.notice;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.buurtronde.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes signs out, beside the courier and after it: with threads and connections of its own, only
 * while no message waits there, and without a word about the health of any channel. A sign that is
 * lost does no harm, for the app tells the same at its next look.
 */
final class SignCourier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SignCourier.class);
  private static final int PLACES = 4;
  private static final long SOON_SECONDS = 1;
  private static final long LATER_SECONDS = 60;
  private static final long GOODBYE_SECONDS = 1;

  private final Database database;
  private final PushChannel push;
  private final Sign.Source source;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(PLACES, work -> daemon(work, "sign"));
  private final Thread thread = daemon(this::run, "signs");
  private final Semaphore places = new Semaphore(PLACES);
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean closed;

  SignCourier(Database database, PushChannel push, Sign.Source source) {
    this.database = database;
    this.push = push;
    this.source = source;
  }

  void start() {
    database.onChange(source.tables(), bell::release);
    thread.start();
  }

  /** Takes nothing new, and gives what is under way a moment. */
  @Override
  public void close() {
    closed = true;
    bell.release();
    try {
      thread.join();
      threads.shutdown();
      if (!threads.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
        threads.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed) {
        boolean isDone = lookAround();
        if (bell.tryAcquire(isDone ? LATER_SECONDS : SOON_SECONDS, TimeUnit.SECONDS)) {
          bell.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("No signs are sent any more until the next start");
    }
  }

  // False when it has to look again of its own accord; a place that becomes free rings.
  boolean lookAround() {
    try {
      int free = places.availablePermits();
      if (free == 0 || !database.read(source::isAny)) {
        return true;
      }
      if (database.read(handle -> new DeliveryDao(handle).isAnyPending())) {
        return false; // an alarm may be among them
      }
      List<Sign> taken = database.write(handle -> source.take(handle, free));
      for (Sign sign : taken) {
        places.acquireUninterruptibly();
        threads.execute(() -> send(sign));
      }
      return true;
    } catch (RuntimeException e) {
      LOG.error("Signs could not be read, and are tried again", e);
      return false;
    }
  }

  // Never told: to whom, or what about.
  private void send(Sign sign) {
    try {
      Receipt receipt = push.send(sign);
      if (receipt.verdict() == Receipt.Verdict.GONE) {
        forget(sign);
      } else if (receipt.verdict() != Receipt.Verdict.HANDED) {
        LOG.info("A sign did not go out: {}", receipt.detail());
      }
    } catch (Exception | Error e) {
      LOG.info("A sign did not go out: {}", e.getClass().getSimpleName());
    } finally {
      places.release();
      bell.release();
    }
  }

  private void forget(Sign sign) {
    database.write(
        handle -> {
          source.gone(handle, sign);
          return null;
        });
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true); // a server that never answers must not keep the program
    return thread;
  }
}
