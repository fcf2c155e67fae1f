package nl.buurtronde.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  private static final Path SCHEMA = Path.of("db/schema.sql");

  @TempDir Path folder;

  /** After a new migration: {@code mvn test -Dtest=SchemaTest -Dbuurtronde.schema=write}. */
  @Test
  void the_schema_that_people_read_is_the_one_the_migrations_make() throws IOException {
    String made = dump();
    if ("write".equals(System.getProperty("buurtronde.schema"))) {
      Files.writeString(SCHEMA, made);
    }
    assertEquals(made, Files.readString(SCHEMA));
  }

  private String dump() {
    try (Database database = Database.open(folder)) {
      List<String> statements =
          database.read(
              handle ->
                  handle
                      .createQuery(
                          """
                          SELECT sql FROM sqlite_master
                          WHERE sql IS NOT NULL AND tbl_name <> 'flyway_schema_history'
                          ORDER BY tbl_name, type DESC, name
                          """)
                      .mapTo(String.class)
                      .list());
      return "-- Made from db/migrations by SchemaTest; to be read, never run.\n\n"
          + statements.stream().map(sql -> sql + ";\n").collect(Collectors.joining("\n"));
    }
  }
}
