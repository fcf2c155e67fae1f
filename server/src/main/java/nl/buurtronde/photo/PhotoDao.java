package nl.buurtronde.photo;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Photo.class)
interface PhotoDao {
  @SqlUpdate(
      """
      INSERT INTO photo (sha256, stored_bytes, width, height, account_id, created_at)
      VALUES (:sha256, :storedBytes, :width, :height, :accountId, :createdAt)
      ON CONFLICT (sha256) DO NOTHING
      """)
  int insert(@BindMethods Photo photo);

  @SqlUpdate(
      """
      INSERT INTO photo_sender (sha256, account_id) VALUES (:sha256, :account)
      ON CONFLICT (sha256, account_id) DO NOTHING
      """)
  int sentBy(String sha256, UUID account);

  @SqlUpdate("DELETE FROM photo_sender WHERE sha256 = :sha256 AND account_id = :account")
  int forgetSender(String sha256, UUID account);

  @SqlQuery("SELECT COUNT(*) FROM photo_sender WHERE sha256 = :sha256")
  int countSenders(String sha256);

  @SqlUpdate("DELETE FROM photo WHERE sha256 = :sha256")
  int delete(String sha256);

  @SqlQuery("SELECT COUNT(*) FROM photo_sender WHERE sha256 = :sha256 AND account_id = :account")
  int countSentBy(String sha256, UUID account);

  @SqlQuery(
      """
      SELECT sha256, stored_bytes, width, height, account_id, created_at
      FROM photo WHERE sha256 = :sha256
      """)
  Optional<Photo> find(String sha256);
}
