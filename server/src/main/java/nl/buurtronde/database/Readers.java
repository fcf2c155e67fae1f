package nl.buurtronde.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections that read, kept open from snapshot to snapshot with what each has prepared. */
final class Readers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
  private static final int LONGEST_WAIT_SECONDS = 30;
  private static final int RETRY_SECONDS = 5;

  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final LinkedBlockingDeque<Handle> idle = new LinkedBlockingDeque<>();

  /** Opens as many as the pool holds; each must have its settings. */
  Readers(HikariDataSource source, Jdbi jdbi) {
    this.source = source;
    this.jdbi = jdbi.setStatementBuilderFactory(connection -> new StatementCache());
    for (int i = 0; i < source.getMaximumPoolSize(); i++) {
      idle.add(jdbi.open());
    }
    idle.forEach(Settings::check);
  }

  /** Runs on one snapshot. */
  <T> T read(HandleFunction<T> work) {
    Handle handle = take();
    try {
      Statements.update(handle, "BEGIN");
      return work.apply(handle);
    } finally {
      giveBack(handle);
    }
  }

  @Override
  public void close() {
    idle.forEach(Handle::close);
    source.close();
  }

  // The last one used first: its statements are prepared, its pages in memory.
  private Handle take() {
    try {
      Handle handle = idle.pollFirst(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
      if (handle == null) {
        throw new Refusal(Reason.UNAVAILABLE, "storage.busy", RETRY_SECONDS);
      }
      return handle.isClosed() ? replace(handle) : handle;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a reader", e);
    }
  }

  // Whatever goes wrong, as many are to come back as were taken.
  private Handle replace(Handle closed) {
    try {
      return jdbi.open();
    } catch (RuntimeException e) {
      idle.addLast(closed);
      throw e;
    }
  }

  private void giveBack(Handle handle) {
    try {
      Statements.update(handle, "COMMIT");
    } catch (RuntimeException e) {
      LOG.warn("A reading connection is given up", e);
      source.evictConnection(handle.getConnection());
      handle.close();
    }
    if (handle.isClosed()) {
      idle.addLast(handle);
    } else {
      idle.addFirst(handle);
    }
  }
}
