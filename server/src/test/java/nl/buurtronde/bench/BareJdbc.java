package nl.buurtronde.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A plain loop that writes the very rows the server wrote, to a fresh file beside it. */
final class BareJdbc {
  private final Path source;
  private final Path folder;

  BareJdbc(Path source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  /** Mutations a second, each with the rows it caused, so many mutations to a transaction. */
  double mutationsPerSecond(int perTransaction, int seconds) throws SQLException, IOException {
    List<List<Row>> mutations = mutations();
    measure(mutations, perTransaction, 2);
    return measure(mutations, perTransaction, seconds);
  }

  /** Single-row transactions a second: the row of the mutation alone. */
  double singleRowsPerSecond(int seconds) throws SQLException, IOException {
    List<List<Row>> rows = mutations().stream().map(all -> List.of(all.get(0))).toList();
    return measure(rows, 1, seconds);
  }

  private record Row(String sql, Object[] values) {}

  private double measure(List<List<Row>> mutations, int perTransaction, int seconds)
      throws SQLException, IOException {
    Path file = Files.createTempDirectory(folder, "bare").resolve("bare.db");
    try (Connection connection = open(file)) {
      copySchema(connection);
      connection.setAutoCommit(false);
      Map<String, PreparedStatement> statements = new HashMap<>();
      long begun = System.nanoTime();
      long end = begun + TimeUnit.SECONDS.toNanos(seconds);
      int written = 0;
      while (written < mutations.size() && System.nanoTime() < end) {
        for (int i = 0; i < perTransaction && written < mutations.size(); i++) {
          for (Row row : mutations.get(written)) {
            write(connection, statements, row);
          }
          written++;
        }
        connection.commit();
      }
      return written / ((System.nanoTime() - begun) / 1e9);
    }
  }

  private static void write(
      Connection connection, Map<String, PreparedStatement> statements, Row row)
      throws SQLException {
    PreparedStatement statement = statements.get(row.sql());
    if (statement == null) {
      statement = connection.prepareStatement(row.sql());
      statements.put(row.sql(), statement);
    }
    for (int i = 0; i < row.values().length; i++) {
      statement.setObject(i + 1, row.values()[i]);
    }
    statement.executeUpdate();
  }

  private static Connection open(Path file) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("journal_mode", "WAL");
    settings.setProperty("synchronous", "FULL");
    settings.setProperty("secure_delete", "ON");
    settings.setProperty("foreign_keys", "OFF");
    settings.setProperty("transaction_mode", "IMMEDIATE");
    return DriverManager.getConnection("jdbc:sqlite:" + file, settings);
  }

  private void copySchema(Connection to) throws SQLException {
    try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + source);
        Statement read = from.createStatement();
        Statement write = to.createStatement();
        ResultSet rows =
            read.executeQuery(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
                    + " AND type IN ('table', 'index') ORDER BY type DESC")) {
      while (rows.next()) {
        write.execute(rows.getString(1));
      }
    }
  }

  // The rows each recorded observation left: its mutation, itself, and all that points to it.
  private List<List<Row>> mutations() throws SQLException {
    try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + source)) {
      Map<String, List<Row>> byEntity = new LinkedHashMap<>();
      collect(from, "mutation", "entity_id", byEntity, true);
      collect(from, "observation", "id", byEntity, false);
      for (String table : tablesOf(from, "observation_id")) {
        collect(from, table, "observation_id", byEntity, false);
      }
      return new ArrayList<>(byEntity.values());
    }
  }

  private static void collect(
      Connection from, String table, String key, Map<String, List<Row>> byEntity, boolean first)
      throws SQLException {
    String limit = first ? " WHERE name = 'observation.record' ORDER BY rowid DESC LIMIT 200000" : "";
    try (Statement statement = from.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + table + limit)) {
      int columns = rows.getMetaData().getColumnCount();
      String sql =
          "INSERT INTO " + table + " VALUES (" + "?, ".repeat(columns - 1) + "?)";
      while (rows.next()) {
        List<Row> known = byEntity.get(rows.getString(key));
        if (known == null && first) {
          known = new ArrayList<>();
          byEntity.put(rows.getString(key), known);
        }
        if (known != null) {
          Object[] values = new Object[columns];
          for (int i = 0; i < columns; i++) {
            values[i] = rows.getObject(i + 1);
          }
          known.add(new Row(sql, values));
        }
      }
    }
  }

  private static List<String> tablesOf(Connection from, String column) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = from.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                    + " WHERE m.type = 'table' AND c.name = '" + column + "'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
