package nl.buurtronde.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Prepares each statement once: pushes run the same few by the hundred. One
 * that is in use is not here, so the same SQL inside itself gets another.
 */
final class StatementCache extends DefaultStatementBuilder {
  private static final int MOST = 100;

  private final Map<String, PreparedStatement> idle = new HashMap<>();

  PreparedStatement take(Connection connection, String sql) throws SQLException {
    PreparedStatement known = idle.remove(sql);
    return known != null ? known : connection.prepareStatement(sql);
  }

  void giveBack(String sql, PreparedStatement statement) throws SQLException {
    if (idle.size() >= MOST) {
      statement.close();
      return;
    }
    statement.clearParameters();
    PreparedStatement other = idle.put(sql, statement);
    if (other != null) {
      other.close();
    }
  }

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement known = idle.remove(sql);
    return known != null ? known : super.create(connection, sql, context);
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    if (statement instanceof PreparedStatement prepared) {
      prepared.clearBatch();
      giveBack(sql, prepared);
    } else {
      super.close(connection, sql, statement);
    }
  }

  // With the connection's return to its pool, all that were prepared on it are closed.
  @Override
  public void close(Connection connection) {
    idle.clear();
  }
}
