package nl.buurtronde.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;

/**
 * Plain statements on a transaction's connection, for what each push and pull does: JDBI copies its
 * whole configuration for every statement, which costs many times what SQLite needs for it.
 */
public final class Statements {
  private Statements() {}

  /** Makes something of the row at which the result stands. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  /** Gives the number of rows it changed. */
  public static int update(Handle handle, String sql, Object... values) {
    return use(handle, sql, values, PreparedStatement::executeUpdate);
  }

  public static <T> List<T> list(
      Handle handle, String sql, RowReader<T> reader, Object... values) {
    return use(
        handle,
        sql,
        values,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
              all.add(reader.read(rows));
            }
            return all;
          }
        });
  }

  /** The first row, if any. */
  public static <T> Optional<T> find(
      Handle handle, String sql, RowReader<T> reader, Object... values) {
    List<T> all = list(handle, sql, reader, values);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  // A statement that failed is not kept: who knows in what state it is.
  private static <T> T use(Handle handle, String sql, Object[] values, Use<T> use) {
    announce(handle, sql);
    StatementCache cache = (StatementCache) handle.getStatementBuilder();
    try {
      PreparedStatement statement = cache.take(handle.getConnection(), sql);
      try {
        for (int i = 0; i < values.length; i++) {
          bind(statement, i + 1, values[i]);
        }
        T result = use.of(statement);
        cache.giveBack(sql, statement);
        return result;
      } catch (Throwable e) {
        statement.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A statement failed", e);
    }
  }

  private static void bind(PreparedStatement statement, int position, Object value)
      throws SQLException {
    if (value instanceof String text) {
      statement.setString(position, text);
    } else if (value instanceof UUID id) {
      statement.setString(position, id.toString());
    } else if (value instanceof Instant instant) {
      statement.setString(position, Columns.text(instant));
    } else if (value instanceof Long || value instanceof Integer) {
      statement.setLong(position, ((Number) value).longValue());
    } else if (value instanceof Double number) {
      statement.setDouble(position, number);
    } else if (value instanceof Boolean yes) {
      statement.setInt(position, yes ? 1 : 0);
    } else if (value == null) {
      statement.setObject(position, null);
    } else {
      throw new IllegalArgumentException("No column holds a " + value.getClass().getName());
    }
  }

  // Who listens to JDBI's statements is to hear of these too.
  private static void announce(Handle handle, String sql) {
    SqlLogger logger = handle.getConfig(SqlStatements.class).getSqlLogger();
    if (logger != SqlLogger.NOP_SQL_LOGGER) {
      try (Update statement = handle.createUpdate(sql)) {
        logger.logBeforeExecution(statement.getContext());
      }
    }
  }
}
