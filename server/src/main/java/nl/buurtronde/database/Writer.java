package nl.buurtronde.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteUpdateListener;

/**
 * The one thread that writes. Whatever waits when it is free shares one IMMEDIATE transaction and
 * one fsync; each piece has its own savepoint, so that one that fails takes nobody with it.
 */
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int MOST_PER_COMMIT = 64;
  private static final int MOST_WAITING = 10_000;
  private static final int RETRY_SECONDS = 5;

  private final Jdbi jdbi;
  private final Consumer<Set<String>> committed;
  private final Set<String> changed = new HashSet<>();
  // One and the same, or a connection that is opened again would tell of each row twice.
  private final SQLiteUpdateListener listener = (type, database, table, row) -> changed.add(table);
  private final BlockingQueue<Job<?>> queue;
  private final Thread thread = new Thread(this::run, "writer");
  private volatile boolean closed;
  private Handle kept;
  private Handle current;

  Writer(Jdbi jdbi, Consumer<Set<String>> committed) {
    this(jdbi, committed, MOST_WAITING);
  }

  /**
   * @param committed told after each durable commit of the tables in which rows changed
   */
  Writer(Jdbi jdbi, Consumer<Set<String>> committed, int mostWaiting) {
    this.jdbi = jdbi.setStatementBuilderFactory(connection -> new StatementCache());
    this.committed = committed;
    this.queue = new LinkedBlockingQueue<>(mostWaiting);
    thread.start();
  }

  /** The open transaction when called from inside one, else null. */
  Handle current() {
    return Thread.currentThread() == thread ? current : null;
  }

  <T> T submit(HandleFunction<T> work) {
    if (Thread.currentThread() == thread) {
      return inSavepoint(current, work);
    }
    if (closed) {
      throw new IllegalStateException("The database is closed");
    }
    Job<T> job = new Job<>(work);
    if (!queue.offer(job)) {
      throw new Refusal(Reason.UNAVAILABLE, "storage.busy", RETRY_SECONDS);
    }
    if (closed && queue.remove(job)) {
      throw new IllegalStateException("The database is closed");
    }
    return job.await();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed || !queue.isEmpty()) {
      List<Job<?>> group = new ArrayList<>();
      try {
        group.add(queue.take());
      } catch (InterruptedException e) {
        continue;
      }
      queue.drainTo(group, MOST_PER_COMMIT - 1);
      commit(group);
    }
    letGo();
  }

  private void commit(List<Job<?>> group) {
    try {
      Handle handle = open();
      changed.clear();
      handle.begin();
      current = handle;
      try {
        group.forEach(job -> job.run(handle));
        handle.commit();
      } catch (Throwable e) {
        rollback(handle, e);
        throw e;
      } finally {
        current = null;
      }
    } catch (TransactionLost e) {
      letGo();
      group.forEach(job -> job.fail(e.getCause()));
      return;
    } catch (Throwable e) {
      letGo();
      group.forEach(job -> job.fail(e));
      return;
    }
    committed.accept(changed);
    group.forEach(Job::finish);
  }

  // One handle from commit to commit: JDBI remembers on it what it made of each DAO.
  private Handle open() {
    if (kept == null) {
      kept = jdbi.open();
      listen(kept);
    }
    return kept;
  }

  private void listen(Handle handle) {
    try {
      handle
          .getConnection()
          .unwrap(SQLiteConnection.class)
          .addUpdateListener(listener);
    } catch (SQLException e) {
      throw new IllegalStateException("The writer's changes cannot be followed", e);
    }
  }

  // After a failure nothing of it is trusted any more.
  private void letGo() {
    if (kept != null) {
      try {
        kept.close();
      } catch (RuntimeException e) {
        LOG.warn("The writer's connection could not be closed", e);
      }
      kept = null;
    }
  }

  private static void rollback(Handle handle, Throwable cause) {
    try {
      handle.rollback();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private static <T> T inSavepoint(Handle handle, HandleFunction<T> work) {
    Statements.update(handle, "SAVEPOINT piece");
    try {
      T result = work.apply(handle);
      Statements.update(handle, "RELEASE piece");
      return result;
    } catch (Throwable e) {
      undo(handle, e);
      throw e;
    }
  }

  // A full disk makes SQLite roll back everything: then the whole group has failed, not one piece.
  private static void undo(Handle handle, Throwable cause) {
    try {
      Statements.update(handle, "ROLLBACK TO piece");
      Statements.update(handle, "RELEASE piece");
    } catch (RuntimeException e) {
      // What could not be undone is the disk's matter, even when a refusal was the reason to undo.
      boolean fromDatabase = isFromDatabase(cause);
      Throwable first = fromDatabase ? cause : e;
      first.addSuppressed(fromDatabase ? e : cause);
      throw new TransactionLost(first);
    }
  }

  private static boolean isFromDatabase(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return true;
      }
    }
    return false;
  }

  private static final class Job<T> {
    private final HandleFunction<T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private T result;
    private Throwable refused;

    Job(HandleFunction<T> work) {
      this.work = work;
    }

    void run(Handle handle) {
      try {
        result = inSavepoint(handle, work);
      } catch (TransactionLost e) {
        throw e;
      } catch (Throwable e) {
        refused = e;
      }
    }

    // Nobody is told before the commit: what was answered must be on the disk.
    void finish() {
      if (refused == null) {
        done.complete(result);
      } else {
        done.completeExceptionally(refused);
      }
    }

    // Also who was refused: that may have been for something that is now rolled back.
    void fail(Throwable e) {
      done.completeExceptionally(e);
    }

    T await() {
      try {
        return done.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while waiting for the writer", e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        if (e.getCause() instanceof Error cause) {
          throw cause;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
