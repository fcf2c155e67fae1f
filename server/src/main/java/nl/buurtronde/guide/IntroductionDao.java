package nl.buurtronde.guide;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Introduction.class)
interface IntroductionDao {
  @SqlQuery(
      """
      SELECT account_id, public_id, first_name, picture, since_at
        FROM introduction
       ORDER BY first_name, public_id
      """)
  List<Introduction> list();

  @SqlQuery(
      """
      SELECT account_id, public_id, first_name, picture, since_at
        FROM introduction
       WHERE account_id = :account
      """)
  Optional<Introduction> find(UUID account);

  @SqlQuery("SELECT account_id FROM introduction WHERE picture = :sha256")
  List<UUID> shownWith(String sha256);

  @SqlUpdate(
      """
      INSERT INTO introduction (account_id, public_id, first_name, picture, since_at)
      VALUES (:accountId, :publicId, :firstName, :picture, :sinceAt)
      ON CONFLICT (account_id) DO UPDATE SET
        first_name = excluded.first_name, picture = excluded.picture
      """)
  void save(@BindMethods Introduction introduction);

  @SqlUpdate("DELETE FROM introduction WHERE account_id = :account")
  int delete(UUID account);
}
