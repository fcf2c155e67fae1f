package nl.buurtronde;

import java.util.function.Predicate;
import nl.buurtronde.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.sqlite.SQLiteException;

/** Lets one statement on the writing connection fail, as SQLite tests itself. */
final class FailingStatement {
  private final Database database;
  private final Jdbi writer;
  private final Predicate<String> counted;
  private Countdown running;

  FailingStatement(Database database) {
    this(database, sql -> true);
  }

  /** @param counted which statements count: those of the watchman come in between */
  FailingStatement(Database database, Predicate<String> counted) {
    this.database = database;
    this.counted = counted;
    this.running = new Countdown(0, null, counted);
    this.writer = database.write(Handle::getJdbi);
  }

  /** The nth from here on fails so. */
  void arm(int n, SQLiteException failure) {
    set(new Countdown(n, failure, counted), false);
  }

  /** All pass again; whether one had failed. */
  boolean disarm() {
    boolean met = running.isOver();
    set(new Countdown(0, null, counted), true);
    return met;
  }

  private void set(Countdown next, boolean pass) {
    running.end();
    running = next;
    SqlLogger logger = pass ? SqlLogger.NOP_SQL_LOGGER : next;
    writer.getConfig(SqlStatements.class).setSqlLogger(logger);
    // The writer keeps its connection, and with it the settings that it was opened with.
    database.write(
        handle -> {
          handle.getConfig(SqlStatements.class).setSqlLogger(logger);
          return null;
        });
    next.begin();
  }

  private static final class Countdown implements SqlLogger {
    private final SQLiteException failure;
    private final Predicate<String> counted;
    private int left;
    private boolean begun;

    Countdown(int n, SQLiteException failure, Predicate<String> counted) {
      this.counted = counted;
      this.left = n;
      this.failure = failure;
    }

    @Override
    public synchronized void logBeforeExecution(StatementContext context) {
      if (begun && counted.test(context.getRawSql()) && --left == 0) {
        throw new IllegalStateException(failure);
      }
    }

    synchronized void end() {
      begun = false;
    }

    synchronized void begin() {
      begun = true;
    }

    synchronized boolean isOver() {
      return left <= 0;
    }
  }
}
