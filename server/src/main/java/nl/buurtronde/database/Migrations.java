package nl.buurtronde.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The numbered SQL of db/migrations; a newer database than this program is refused. */
final class Migrations {
  private Migrations() {}

  static void run(DataSource writer) {
    Flyway.configure()
        .dataSource(writer)
        .locations("classpath:db/migrations")
        .validateMigrationNaming(true)
        .ignoreMigrationPatterns(new String[0]) // so that an older program stops loudly
        .cleanDisabled(true)
        .load()
        .migrate();
  }
}
