package nl.buurtronde.database;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import nl.buurtronde.kernel.Role;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;

/** How values stand in the tables: identifiers and times as text that sorts as they do. */
public final class Columns {
  private Columns() {}

  /** The 24 characters of a time in the tables and on the wire, in UTC with milliseconds. */
  public static String text(Instant instant) {
    return TimeText.write(instant);
  }

  /** Null when the column is. */
  public static Instant instant(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : TimeText.read(text);
  }

  /** Null when the column is. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : TimeText.read(text);
  }

  /** Null when the column is. */
  public static UUID uuid(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : UUID.fromString(text);
  }

  /** Null when the column is. */
  public static UUID uuid(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : UUID.fromString(text);
  }

  /** Null when the column is. */
  public static Long number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  static void register(Jdbi jdbi) {
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerArgument(new UuidArgument());
    jdbi.registerArgument(new RoleArgument());
    jdbi.registerColumnMapper(Instant.class, text(TimeText::read));
    jdbi.registerColumnMapper(UUID.class, text(UUID::fromString));
    jdbi.registerColumnMapper(Role.class, text(Role::of));
    jdbi.registerColumnMapper(JsonNode.class, text(JsonText::read));
    jdbi.registerArgument(new JsonArgument());
  }

  private static <T> ColumnMapper<T> text(java.util.function.Function<String, T> read) {
    return (rows, column, context) -> {
      String text = rows.getString(column);
      return text == null ? null : read.apply(text);
    };
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, text(value));
    }
  }

  private static final class UuidArgument extends AbstractArgumentFactory<UUID> {
    UuidArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(UUID value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, value.toString());
    }
  }

  private static final class RoleArgument extends AbstractArgumentFactory<Role> {
    RoleArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Role value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, value.wire());
    }
  }

  private static final class JsonArgument extends AbstractArgumentFactory<JsonNode> {
    JsonArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(JsonNode value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, value.toString());
    }
  }
}
