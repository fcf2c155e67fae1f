package nl.buurtronde.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Statements;
import nl.buurtronde.kernel.Role;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(AccountDao.Row.class)
@RegisterConstructorMapper(AccountDao.Secret.class)
interface AccountDao {
  /** @param districts identifiers with commas between them, or null */
  record Row(
      UUID id,
      String name,
      String fullName,
      Role role,
      String districts,
      Instant createdAt,
      Instant revokedAt) {
    Account account() {
      return new Account(id, name, fullName, role, ids(districts), createdAt, revokedAt);
    }

    Person person() {
      return new Person(id, name, fullName, role, ids(districts));
    }
  }

  record Secret(UUID id, String password, Instant revokedAt) {}

  static Set<UUID> ids(String joined) {
    return joined == null
        ? Set.of()
        : Stream.of(joined.split(",")).map(UUID::fromString).collect(Collectors.toSet());
  }

  @SqlQuery(
      """
      SELECT id, name, full_name, role, created_at, revoked_at,
             (SELECT string_agg(district_id, ',')
                FROM account_district
               WHERE account_id = account.id AND until_at IS NULL) AS districts
        FROM account
       WHERE id = :id
      """)
  Optional<Row> find(UUID id);

  @SqlQuery(
      """
      SELECT id, name, full_name, role, created_at, revoked_at,
             (SELECT string_agg(district_id, ',')
                FROM account_district
               WHERE account_id = account.id AND until_at IS NULL) AS districts
        FROM account
       WHERE id IN (<ids>)
      """)
  List<Row> list(@BindList("ids") Collection<UUID> ids);

  @SqlQuery(
      """
      SELECT id, name, full_name, role, created_at, revoked_at,
             (SELECT string_agg(district_id, ',')
                FROM account_district
               WHERE account_id = account.id AND until_at IS NULL) AS districts
        FROM account
       ORDER BY revoked_at IS NOT NULL, full_name, id
      """)
  List<Row> list();

  @SqlQuery("SELECT id, password, revoked_at FROM account WHERE name = :name")
  Optional<Secret> findSecret(String name);

  @SqlQuery("SELECT COUNT(*) FROM account")
  int count();

  @SqlQuery("SELECT COUNT(*) FROM account WHERE revoked_at IS NULL AND role IN (<roles>)")
  int countActive(@BindList("roles") Collection<Role> roles);

  @SqlQuery(
      """
      SELECT COUNT(*)
        FROM account_district m
        JOIN account a ON a.id = m.account_id
       WHERE m.account_id = :account AND m.district_id = :district
         AND m.since_at <= :at AND (m.until_at IS NULL OR m.until_at > :at)
         AND (a.revoked_at IS NULL OR a.revoked_at > :at)
      """)
  int countMemberships(UUID account, UUID district, Instant at);

  // Asked for every mutation of a push.
  static List<UUID> districtsAt(Handle handle, UUID account, Instant at) {
    return Statements.list(
        handle,
        """
        SELECT m.district_id
          FROM account_district m
          JOIN account a ON a.id = m.account_id
         WHERE m.account_id = ?
           AND m.since_at <= ? AND (m.until_at IS NULL OR m.until_at > ?)
           AND (a.revoked_at IS NULL OR a.revoked_at > ?)
         ORDER BY m.since_at, m.district_id
        """,
        row -> Columns.uuid(row, 1),
        account,
        at,
        at,
        at);
  }

  @SqlUpdate(
      """
      INSERT INTO account (id, name, full_name, role, password, created_at)
      VALUES (:id, :name, :fullName, :role, :password, :since)
      ON CONFLICT (name) DO NOTHING
      """)
  int insert(UUID id, String name, String fullName, Role role, String password, Instant since);

  @SqlUpdate(
      """
      INSERT INTO account_district (account_id, district_id, since_at)
      VALUES (:account, :district, :since)
      ON CONFLICT (account_id, district_id, since_at) DO UPDATE SET until_at = NULL
      """)
  void join(UUID account, UUID district, Instant since);

  @SqlUpdate(
      """
      UPDATE account_district SET until_at = :until
       WHERE account_id = :account AND district_id = :district AND until_at IS NULL
      """)
  void leave(UUID account, UUID district, Instant until);

  @SqlUpdate("UPDATE account SET password = :password WHERE id = :id")
  void setPassword(UUID id, String password);

  @SqlUpdate("UPDATE account SET role = :role WHERE id = :id")
  void setRole(UUID id, Role role);

  @SqlUpdate("UPDATE account SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL")
  int revoke(UUID id, Instant at);
}
